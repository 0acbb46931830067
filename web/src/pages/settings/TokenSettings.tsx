import { Anchor, Button, Group, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { useSession } from '../../session/useSession.js';
import { Secret } from './Secret.js';
import { texts } from './texts.js';

const description = '/api/v1/openapi.json';

/** Tokens with which other programs read flags; none may do more than the person who makes it. */
export function TokenSettings() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const granted = useSession().data?.scopes ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['read']);
  const { data, error } = useQuery({ queryKey: ['tokens'], queryFn: () => call('GET /tokens', {}) });
  const anew = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const add = useMutation({
    mutationFn: () =>
      call('POST /tokens', { body: { name, scopes: granted.filter((scope) => chosen.includes(scope)) } }),
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
      <Table>
        <Table.Tbody>
          {data?.items.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>{token.name}</Table.Td>
              <Table.Td>{token.scopes.join(', ')}</Table.Td>
              <Table.Td>{token.owner}</Table.Td>
              <Table.Td>
                <Button size="compact-sm" variant="default" onClick={() => remove.mutate(token.id)}>
                  {say(texts.remove)}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {add.data === undefined ? null : <Secret secret={add.data.secret} />}
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.name)}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MultiSelect label={say(texts.scopes)} data={granted} value={[...chosen]} onChange={setChosen} />
          <Button type="submit" loading={add.isPending} disabled={chosen.length === 0}>
            {say(texts.add)}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
