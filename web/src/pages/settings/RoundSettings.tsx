import { Badge, Button, Group, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Call, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { useRounds } from '../../shell/RoundContext.js';
import { texts } from './texts.js';

type Change = Call<'PATCH /rounds/:id'>['body'];

/** The rounds: which one the inbox fills, and whether two people decide. */
export function RoundSettings() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const { all } = useRounds();
  const [name, setName] = useState('');
  const anew = () => queries.invalidateQueries({ queryKey: ['rounds'] });
  const change = useMutation({
    mutationFn: ({ id, body }: { id: number; body: Change }) => call('PATCH /rounds/:id', { params: { id }, body }),
    onSuccess: anew,
  });
  const add = useMutation({
    mutationFn: () => call('POST /rounds', { body: { name } }),
    onSuccess: () => {
      setName('');
      return anew();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const error = change.error ?? add.error;
  return (
    <Stack>
      {error === null ? null : <Problem error={error} />}
      <Table>
        <Table.Tbody>
          {all.map(({ id, name: title, current, secondReview }) => (
            <Table.Tr key={id}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>
                <Switch
                  label={say(texts.secondReview)}
                  checked={secondReview}
                  onChange={(event) => change.mutate({ id, body: { secondReview: event.currentTarget.checked } })}
                />
              </Table.Td>
              <Table.Td>
                {current ? (
                  <Badge tt="none">{say(texts.current)}</Badge>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => change.mutate({ id, body: { current: true } })}
                  >
                    {say(texts.makeCurrent)}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.newRound)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            w={320}
          />
          <Button type="submit" loading={add.isPending}>
            {say(texts.add)}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
