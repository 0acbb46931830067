import { Title } from '@mantine/core';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts } from '../../shell/texts.js';

export function AgenciesPage() {
  const { say } = useLanguage();
  return <Title order={2}>{say(texts.agencies)}</Title>;
}
