import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/LanguageContext.js';
import { Problem } from '../parts/Problem.js';
import { texts } from './texts.js';
import { useSignIn } from './useSession.js';
import { Welcome } from './Welcome.js';

export function SignIn() {
  const { say } = useLanguage();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password });
  };
  return (
    <Welcome>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h4">
            {say(texts.signIn)}
          </Title>
          <TextInput
            label={say(texts.username)}
            autoComplete="username"
            autoFocus
            required
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={say(texts.password)}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {signIn.error === null ? null : <Problem error={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            {say(texts.enter)}
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}
