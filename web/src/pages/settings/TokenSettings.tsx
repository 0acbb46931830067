import { Anchor, Button, Group, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { moment } from '../../parts/points.js';
import { useSession } from '../../session/useSession.js';
import { Secret } from './Secret.js';
import { scopeNames, texts } from './texts.js';

const description = '/api/v1/openapi.json';

/** Tokens with which other programs read flags; none may do more than the person who makes it. */
export function TokenSettings() {
  const { say, language } = useLanguage();
  const queries = useQueryClient();
  const granted = useSession().data?.scopes ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['read']);
  const [lastDay, setLastDay] = useState('');
  const { data, error } = useQuery({ queryKey: ['tokens'], queryFn: () => call('GET /tokens', {}) });
  const anew = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const add = useMutation({
    mutationFn: () =>
      call('POST /tokens', {
        body: { name, scopes: granted.filter((scope) => chosen.includes(scope)), expiresAt: endOfDay(lastDay) },
      }),
    onSuccess: anew,
  });
  const remove = useMutation({
    mutationFn: (id: number) => call('DELETE /tokens/:id', { params: { id } }),
    onSuccess: anew,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const problem = error ?? add.error ?? remove.error;
  return (
    <Stack>
      <Text size="sm">
        {say(texts.apiHint)}{' '}
        <Anchor href={description} underline="always">
          {description}
        </Anchor>
      </Text>
      {problem === null ? null : <Problem error={problem} />}
      {data === undefined || data.items.length === 0 ? null : (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say(texts.name)}</Table.Th>
                <Table.Th>{say(texts.scopes)}</Table.Th>
                <Table.Th>{say(texts.owner)}</Table.Th>
                <Table.Th>{say(texts.expires)}</Table.Th>
                <Table.Th>{say(texts.lastUsed)}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((token) => (
                <Table.Tr key={token.id}>
                  <Table.Td>{token.name}</Table.Td>
                  <Table.Td>{token.scopes.map((scope) => say(scopeNames[scope])).join(', ')}</Table.Td>
                  <Table.Td>{token.owner}</Table.Td>
                  <Table.Td>
                    {token.expiresAt === null ? say(texts.never) : moment(token.expiresAt, language)}
                    {isOver(token.expiresAt) ? ` (${say(texts.expired)})` : ''}
                  </Table.Td>
                  <Table.Td>
                    {token.lastUsedAt === null ? say(texts.unused) : moment(token.lastUsedAt, language)}
                  </Table.Td>
                  <Table.Td>
                    <Button size="compact-sm" variant="default" onClick={() => remove.mutate(token.id)}>
                      {say(texts.remove)}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {add.data === undefined ? null : <Secret secret={add.data.secret} />}
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.name)}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MultiSelect
            label={say(texts.scopes)}
            data={granted.map((value) => ({ value, label: say(scopeNames[value]) }))}
            value={[...chosen]}
            onChange={setChosen}
          />
          <TextInput
            label={say(texts.lastDay)}
            type="date"
            min={today()}
            value={lastDay}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending} disabled={chosen.length === 0}>
            {say(texts.add)}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

/** The last moment of a day where the person is; a token without a last day does not end. */
function endOfDay(day: string): string | null {
  return day === '' ? null : new Date(`${day}T23:59:59`).toISOString();
}

/** As a date field takes it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}

function isOver(instant: string | null): boolean {
  return instant !== null && new Date(instant) <= new Date();
}
