import { Button, Group, PasswordInput, Select, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, type Call, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { PersonDialog } from './PersonDialog.js';
import { shortestPassword, texts } from './texts.js';

type User = Answer<'GET /users'>['items'][number];
type Change = Call<'PATCH /users/:id'>['body'];
type Role = User['role'];
const roles = ['viewer', 'reviewer', 'administrator'] as const;
const emptyPerson = { name: '', username: '', password: '', role: 'reviewer' as Role };

/** Who may enter, and as what. */
export function UserSettings() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [person, setPerson] = useState(emptyPerson);
  const { data, error } = useQuery({ queryKey: ['users'], queryFn: () => call('GET /users', {}) });
  const anew = () => queries.invalidateQueries({ queryKey: ['users'] });
  const add = useMutation({
    mutationFn: () => call('POST /users', { body: person }),
    onSuccess: () => {
      setPerson(emptyPerson);
      return anew();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const choices = roles.map((value) => ({ value, label: say(texts[value]) }));
  const problem = error ?? add.error;
  return (
    <Stack>
      {problem === null ? null : <Problem error={problem} />}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(texts.fullName)}</Table.Th>
            <Table.Th>{say(texts.username)}</Table.Th>
            <Table.Th>{say(texts.role)}</Table.Th>
            <Table.Th>{say(texts.disabled)}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map((one) => (
            <PersonRow key={one.id} person={one} choices={choices} onChanged={anew} />
          ))}
        </Table.Tbody>
      </Table>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.fullName)}
            required
            value={person.name}
            onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
          />
          <TextInput
            label={say(texts.username)}
            required
            pattern="[a-z0-9._\-]{2,40}"
            value={person.username}
            onChange={(event) => setPerson({ ...person, username: event.currentTarget.value.toLowerCase() })}
          />
          <PasswordInput
            label={say(texts.firstPassword)}
            required
            minLength={shortestPassword}
            autoComplete="new-password"
            value={person.password}
            onChange={(event) => setPerson({ ...person, password: event.currentTarget.value })}
            w={300}
          />
          <Select
            label={say(texts.role)}
            data={choices}
            value={person.role}
            allowDeselect={false}
            onChange={(value) => value !== null && setPerson({ ...person, role: value as Role })}
          />
          <Button type="submit" loading={add.isPending}>
            {say(texts.add)}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

interface RowProps {
  readonly person: User;
  readonly choices: readonly { readonly value: Role; readonly label: string }[];
  onChanged(): Promise<void>;
}

function PersonRow({ person, choices, onChanged }: RowProps) {
  const { say } = useLanguage();
  const [editing, dialog] = useDisclosure(false);
  const { id, name, username, role, disabled } = person;
  const change = useMutation({
    mutationFn: (body: Change) => call('PATCH /users/:id', { params: { id }, body }),
    onSuccess: onChanged,
  });
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {change.error === null ? null : <Problem error={change.error} />}
      </Table.Td>
      <Table.Td>{username}</Table.Td>
      <Table.Td>
        <Select
          aria-label={`${say(texts.role)}: ${name}`}
          data={choices}
          value={role}
          allowDeselect={false}
          size="xs"
          onChange={(value) => value !== null && change.mutate({ role: value as Role })}
        />
      </Table.Td>
      <Table.Td>
        <Switch
          aria-label={`${say(texts.disabled)}: ${name}`}
          checked={disabled}
          onChange={(event) => change.mutate({ disabled: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={`${say(texts.edit)}: ${name}`}>
          {say(texts.edit)}
        </Button>
        {editing ? <PersonDialog person={person} onChanged={onChanged} onClose={dialog.close} /> : null}
      </Table.Td>
    </Table.Tr>
  );
}
