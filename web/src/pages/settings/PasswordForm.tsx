import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { shortestPassword, texts } from './texts.js';

export function PasswordForm() {
  const { say } = useLanguage();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({ mutationFn: () => call('PUT /session/password', { body: { current, password } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={400}>
        <PasswordInput
          label={say(texts.oldPassword)}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={say(texts.newPassword)}
          autoComplete="new-password"
          required
          minLength={shortestPassword}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {change.error === null ? null : <Problem error={change.error} />}
        {change.isSuccess ? (
          <Alert color="green" variant="light" role="status">
            {say(texts.changed)}
          </Alert>
        ) : null}
        <Button type="submit" loading={change.isPending} w="fit-content">
          {say(shared.save)}
        </Button>
      </Stack>
    </form>
  );
}
