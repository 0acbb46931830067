import { Alert, Anchor, Badge, Button, Code, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { moment } from '../../parts/points.js';
import { ReadingProgress } from '../../parts/ReadingProgress.js';
import { texts as shared } from '../../parts/texts.js';
import { UploadArea } from '../../parts/UploadArea.js';
import { usePages } from '../../parts/usePages.js';
import { useMay } from '../../session/useSession.js';
import { useRounds } from '../../shell/RoundContext.js';
import { Failures } from './Failures.js';
import { texts } from './texts.js';

type Row = Answer<'GET /documents'>['items'][number];
type Reason = Row['errors'][number]['code'];
const typingPause = 200;

/** Every file of the round: what became of it, and what to do where it could not be read. */
export function FilesPage() {
  const { chosen } = useRounds();
  return chosen === null ? null : (
    <UploadArea round={chosen.id}>
      <Files round={chosen.id} />
    </UploadArea>
  );
}

function Files({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [mayUpload, administers] = [useMay('upload'), useMay('administer')];
  const [code, setCode] = useState<Reason | null>(null);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingPause);
  const { data: system } = useQuery({ queryKey: ['system'], queryFn: () => call('GET /system', {}) });
  const asked = { ...(q === '' ? {} : { q }), ...(code === null ? {} : { code }) };
  const filter = { round, versions: 'all', ...asked } as const;
  const list = usePages(['documents', filter], (cursor) =>
    call('GET /documents', { query: { ...filter, ...(cursor ? { cursor } : {}) } }),
  );
  const again = useMutation({
    mutationFn: (olderVersion: boolean) =>
      call('POST /rounds/:id/retry', { params: { id: round }, body: { olderVersion } }),
    onSuccess: refresh,
  });
  const stop = useMutation({
    mutationFn: () => call('POST /rounds/:id/cancel', { params: { id: round } }),
    onSuccess: refresh,
  });
  const { waiting = 0, reading = 0 } = useRounds().chosen?.documents ?? {};
  const isReading = waiting + reading > 0;
  const problem = list.error ?? again.error ?? stop.error;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{say(texts.title)}</Title>
        <Group gap="xs">
          {administers && isReading ? (
            <Button variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
              {say(texts.cancel)}
            </Button>
          ) : null}
          {mayUpload ? (
            <Button variant="default" onClick={() => again.mutate(false)} loading={again.isPending}>
              {say(texts.againAll)}
            </Button>
          ) : null}
        </Group>
      </Group>
      {system?.inbox == null ? null : (
        <Text size="sm">
          {say(texts.inbox)}: <Code>{system.inbox}</Code>
        </Text>
      )}
      {system?.reading.stopped == null ? null : (
        <Alert color="red" title={say(texts.stopped)}>
          {say(system.reading.stopped)}
        </Alert>
      )}
      {mayUpload && !isReading && list.items.some(({ notices }) => notices.includes('older-software')) ? (
        <Alert color="yellow" variant="light" title={say(texts.older)}>
          <Text size="sm" mb="xs">
            {say(texts.olderHint)}
          </Text>
          <Button size="xs" variant="default" onClick={() => again.mutate(true)} loading={again.isPending}>
            {say(texts.againOlder)}
          </Button>
        </Alert>
      ) : null}
      <ReadingProgress round={round} />
      <Failures round={round} chosen={code} onChoose={setCode} />
      <TextInput
        aria-label={say(shared.search)}
        placeholder={say(shared.search)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        w={320}
      />
      {problem === null ? null : <Problem error={problem} />}
      <Table.ScrollContainer minWidth={720}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(texts.file)}</Table.Th>
              <Table.Th>{say(texts.agency)}</Table.Th>
              <Table.Th>{say(texts.state)}</Table.Th>
              <Table.Th ta="right">{say(texts.pages)}</Table.Th>
              <Table.Th>{say(texts.handedIn)}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.items.map((row) => (
              <FileRow key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {list.hasMore ? (
        <Button variant="default" onClick={list.more}>
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
    </Stack>
  );
}

const stateColors: Readonly<Record<Row['state'], string>> = {
  waiting: 'gray',
  reading: 'blue',
  complete: 'green',
  partial: 'orange',
  failed: 'red',
  cancelled: 'gray',
};

function FileRow({ row }: { readonly row: Row }) {
  const { say, language } = useLanguage();
  const queries = useQueryClient();
  const mayUpload = useMay('upload');
  const retry = useMutation({
    mutationFn: () => call('POST /documents/:id/retry', { params: { id: row.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['documents'] }),
  });
  const { id, file, agency, state, pages, pagesDone, handedInAt, errors, duplicateOf } = row;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/documents/${duplicateOf ?? id}`} size="sm">
          {file}
        </Anchor>
        {errors.map(({ code, page, message }) => (
          <Text key={`${code} ${page}`} size="xs" c="red">
            {page === null ? '' : `${say(shared.page)} ${page}: `}
            {message}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>{agency?.name ?? '–'}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={stateColors[state]} tt="none">
          {say(texts[duplicateOf === null ? state : 'duplicate'])}
        </Badge>
      </Table.Td>
      <Table.Td ta="right">
        {pagesDone}/{pages ?? '?'}
      </Table.Td>
      <Table.Td>{moment(handedInAt, language)}</Table.Td>
      <Table.Td>
        {mayUpload && (state === 'failed' || state === 'partial') ? (
          <Button size="compact-sm" variant="default" onClick={() => retry.mutate()} loading={retry.isPending}>
            {say(texts.again)}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
