import { Stack, Text, Title } from '@mantine/core';
import { useLanguage } from '../../language/LanguageContext.js';
import { OpenRound } from '../../parts/OpenRound.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';

/** There is no round yet: an administrator opens the first, others are told to wait. */
export function FirstRound() {
  const { say } = useLanguage();
  const mayOpen = useMay('administer');
  return (
    <Stack maw={560}>
      <Title order={2}>{say(texts.firstRound)}</Title>
      <Text>{say(mayOpen ? texts.firstRoundHint : texts.noRound)}</Text>
      {mayOpen ? <OpenRound /> : null}
    </Stack>
  );
}
