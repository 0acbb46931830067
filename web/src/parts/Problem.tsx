import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api/ApiError.js';
import { useLanguage } from '../language/LanguageContext.js';

/** What went wrong and what to do next, in the words of the server. */
export function Problem({ error }: { readonly error: Error }) {
  const { say } = useLanguage();
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      {error instanceof ApiError ? say(error.said) : error.message}
    </Alert>
  );
}
