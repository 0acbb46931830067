import { Button, Group, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { Secret } from './Secret.js';
import { texts } from './texts.js';

type Webhook = Answer<'GET /webhooks'>['items'][number];
const events = ['document.done', 'document.failed', 'round.done', 'flag.decided'] as const;

/** Where other systems are told that something happened. */
export function WebhookSettings() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['document.done']);
  const { data, error } = useQuery({ queryKey: ['webhooks'], queryFn: () => call('GET /webhooks', {}) });
  const anew = () => queries.invalidateQueries({ queryKey: ['webhooks'] });
  const add = useMutation({
    mutationFn: () =>
      call('POST /webhooks', { body: { url, events: events.filter((event) => chosen.includes(event)) } }),
    onSuccess: anew,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const problem = error ?? add.error;
  return (
    <Stack>
      {problem === null ? null : <Problem error={problem} />}
      <Table>
        <Table.Tbody>
          {data?.items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} onChanged={anew} />
          ))}
        </Table.Tbody>
      </Table>
      {add.data === undefined ? null : <Secret secret={add.data.secret} />}
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={say(texts.address)}
            type="url"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            w={320}
          />
          <MultiSelect label={say(texts.events)} data={[...events]} value={[...chosen]} onChange={setChosen} />
          <Button type="submit" loading={add.isPending} disabled={chosen.length === 0}>
            {say(texts.add)}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

function WebhookRow({ webhook, onChanged }: { readonly webhook: Webhook; onChanged(): Promise<void> }) {
  const { say } = useLanguage();
  const params = { id: webhook.id };
  const remove = useMutation({ mutationFn: () => call('DELETE /webhooks/:id', { params }), onSuccess: onChanged });
  const test = useMutation({ mutationFn: () => call('POST /webhooks/:id/test', { params }) });
  return (
    <Table.Tr>
      <Table.Td>{webhook.url}</Table.Td>
      <Table.Td>{webhook.events.join(', ')}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => test.mutate()} loading={test.isPending}>
            {say(texts.test)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => remove.mutate()}>
            {say(texts.remove)}
          </Button>
          {test.data === undefined ? null : (
            <Text size="sm" role="status">
              {say(texts.answered)}: {test.data.status ?? say(texts.noAnswer)}
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
