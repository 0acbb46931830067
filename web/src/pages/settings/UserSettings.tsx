import { Button, Group, PasswordInput, Select, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, type Call, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts } from './texts.js';

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
  const change = useMutation({
    mutationFn: ({ id, body }: { id: number; body: Change }) => call('PATCH /users/:id', { params: { id }, body }),
    onSuccess: anew,
  });
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
  const problem = error ?? change.error ?? add.error;
  return (
    <Stack>
      {problem === null ? null : <Problem error={problem} />}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(texts.name)}</Table.Th>
            <Table.Th>{say(texts.username)}</Table.Th>
            <Table.Th>{say(texts.role)}</Table.Th>
            <Table.Th>{say(texts.disabled)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map(({ id, name, username, role, disabled }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{username}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${say(texts.role)}: ${name}`}
                  data={choices}
                  value={role}
                  allowDeselect={false}
                  size="xs"
                  onChange={(value) => value !== null && change.mutate({ id, body: { role: value as Role } })}
                />
              </Table.Td>
              <Table.Td>
                <Switch
                  aria-label={`${say(texts.disabled)}: ${name}`}
                  checked={disabled}
                  onChange={(event) => change.mutate({ id, body: { disabled: event.currentTarget.checked } })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.name)}
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
            minLength={10}
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
