import { Alert, Code } from '@mantine/core';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts } from './texts.js';

/** A secret that the server tells only once. */
export function Secret({ secret }: { readonly secret: string }) {
  const { say } = useLanguage();
  return (
    <Alert color="yellow" variant="light" title={say(texts.secret)} role="status">
      <Code>{secret}</Code>
    </Alert>
  );
}
