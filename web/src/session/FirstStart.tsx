import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/LanguageContext.js';
import { Problem } from '../parts/Problem.js';
import { texts } from './texts.js';
import { useFirstStart } from './useSession.js';
import { Welcome } from './Welcome.js';

const shortestPassword = 10;

/** Nobody has an account yet: who installed Soát sets the first. */
export function FirstStart() {
  const { say } = useLanguage();
  const firstStart = useFirstStart();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const differs = repeated !== '' && repeated !== password;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (repeated === password) firstStart.mutate({ name, username, password });
  };
  return (
    <Welcome>
      <form onSubmit={submit}>
        <Stack>
          <div>
            <Title order={2} size="h4">
              {say(texts.welcome)}
            </Title>
            <Text size="sm">{say(texts.welcomeHint)}</Text>
          </div>
          <TextInput
            label={say(texts.fullName)}
            autoComplete="name"
            autoFocus
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={say(texts.username)}
            description={say(texts.usernameHint)}
            autoComplete="username"
            required
            pattern="[a-z0-9._\-]{2,40}"
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
          />
          <PasswordInput
            label={say(texts.password)}
            description={say(texts.passwordHint)}
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <PasswordInput
            label={say(texts.repeat)}
            autoComplete="new-password"
            required
            value={repeated}
            error={differs ? say(texts.repeatDiffers) : null}
            onChange={(event) => setRepeated(event.currentTarget.value)}
          />
          {firstStart.error === null ? null : <Problem error={firstStart.error} />}
          <Button type="submit" loading={firstStart.isPending} disabled={differs}>
            {say(texts.start)}
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}
