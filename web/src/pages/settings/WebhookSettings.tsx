import { Button, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Call, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Dialog } from '../../parts/Dialog.js';
import { Problem } from '../../parts/Problem.js';
import { moment } from '../../parts/points.js';
import { texts as shared } from '../../parts/texts.js';
import { Secret } from './Secret.js';
import { eventNames, texts } from './texts.js';
import { WebhookForm } from './WebhookForm.js';

type Webhook = Answer<'GET /webhooks'>['items'][number];

/** Where other systems are told that something happened. */
export function WebhookSettings() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['webhooks'], queryFn: () => call('GET /webhooks', {}) });
  const anew = () => queries.invalidateQueries({ queryKey: ['webhooks'] });
  const add = useMutation({
    mutationFn: (body: Call<'POST /webhooks'>['body']) => call('POST /webhooks', { body }),
    onSuccess: anew,
  });
  const problem = error ?? add.error;
  return (
    <Stack>
      <Text size="sm">{say(texts.webhooksHint)}</Text>
      {problem === null ? null : <Problem error={problem} />}
      {data === undefined || data.items.length === 0 ? null : (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say(texts.address)}</Table.Th>
                <Table.Th>{say(texts.events)}</Table.Th>
                <Table.Th>{say(texts.lastAnswer)}</Table.Th>
                <Table.Th>{say(texts.enabled)}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} onChanged={anew} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {add.data === undefined ? null : <Secret secret={add.data.secret} />}
      <WebhookForm
        key={add.data?.webhook.id}
        first={{ url: '', events: ['document.done'] }}
        label={say(texts.add)}
        isPending={add.isPending}
        onWanted={add.mutate}
      />
    </Stack>
  );
}

function WebhookRow({ webhook, onChanged }: { readonly webhook: Webhook; onChanged(): Promise<void> }) {
  const { say, language } = useLanguage();
  const [editing, dialog] = useDisclosure(false);
  const { id, url, events, enabled, lastAt, lastStatus } = webhook;
  const params = { id };
  const change = useMutation({
    mutationFn: (body: Call<'PATCH /webhooks/:id'>['body']) => call('PATCH /webhooks/:id', { params, body }),
    onSuccess: async () => {
      await onChanged();
      dialog.close();
    },
  });
  const remove = useMutation({ mutationFn: () => call('DELETE /webhooks/:id', { params }), onSuccess: onChanged });
  const test = useMutation({ mutationFn: () => call('POST /webhooks/:id/test', { params }), onSuccess: onChanged });
  const problem = change.error ?? remove.error ?? test.error;
  return (
    <Table.Tr>
      <Table.Td>
        {url}
        {problem === null ? null : <Problem error={problem} />}
      </Table.Td>
      <Table.Td>{events.map((event) => say(eventNames[event])).join(', ')}</Table.Td>
      <Table.Td>{lastAt === null ? '–' : `${lastStatus ?? say(texts.noAnswer)}, ${moment(lastAt, language)}`}</Table.Td>
      <Table.Td>
        <Switch
          aria-label={`${say(texts.enabled)}: ${url}`}
          checked={enabled}
          onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={() => test.mutate()} loading={test.isPending}>
            {say(texts.test)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={`${say(texts.edit)}: ${url}`}>
            {say(texts.edit)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => remove.mutate()}>
            {say(texts.remove)}
          </Button>
        </Group>
        {editing ? (
          <Dialog title={say(texts.editWebhook)} onClose={dialog.close}>
            <WebhookForm
              first={{ url, events }}
              label={say(shared.save)}
              isPending={change.isPending}
              onWanted={change.mutate}
            />
          </Dialog>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
