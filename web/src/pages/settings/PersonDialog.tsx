import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Dialog } from '../../parts/Dialog.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { shortestPassword, texts } from './texts.js';

interface Props {
  readonly person: Answer<'GET /users'>['items'][number];
  onChanged(): Promise<void>;
  onClose(): void;
}

/** Changes how a person is called, and gives them another password where they forgot theirs. */
export function PersonDialog({ person, onChanged, onClose }: Props) {
  const { say } = useLanguage();
  const [name, setName] = useState(person.name);
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () =>
      call('PATCH /users/:id', {
        params: { id: person.id },
        body: { name, ...(password === '' ? {} : { password }) },
      }),
    onSuccess: async () => {
      await onChanged();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Dialog title={`${say(texts.edit)}: ${person.username}`} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={say(texts.fullName)}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <PasswordInput
            label={say(texts.resetPassword)}
            description={say(texts.resetHint)}
            minLength={shortestPassword}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {change.error === null ? null : <Problem error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say(shared.cancel)}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {say(shared.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
