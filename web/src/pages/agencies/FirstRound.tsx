import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';

/** There is no round yet: an administrator opens the first, others are told to wait. */
export function FirstRound() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const mayOpen = useMay('administer');
  // Agencies assess a year when it is over, or nearly.
  const [name, setName] = useState(`${say(texts.roundOf)} ${new Date().getFullYear()}`);
  const open = useMutation({
    mutationFn: () => call('POST /rounds', { body: { name } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Stack maw={560}>
      <Title order={2}>{say(texts.firstRound)}</Title>
      <Text>{say(mayOpen ? texts.firstRoundHint : texts.noRound)}</Text>
      {mayOpen ? (
        <form onSubmit={submit}>
          <Group align="flex-end">
            <TextInput
              label={say(texts.roundName)}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
              flex={1}
            />
            <Button type="submit" loading={open.isPending}>
              {say(texts.openRound)}
            </Button>
          </Group>
        </form>
      ) : null}
      {open.error === null ? null : <Problem error={open.error} />}
    </Stack>
  );
}
