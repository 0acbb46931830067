import { Anchor, Badge, Button, Group, Select, Table, Text, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { FlagCounts } from '../../parts/FlagCounts.js';
import { Problem } from '../../parts/Problem.js';
import { points } from '../../parts/points.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { useMay } from '../../session/useSession.js';
import { Reviewers } from './Reviewers.js';
import { texts } from './texts.js';

type Row = Answer<'GET /rounds/:id/agencies'>['items'][number];
type Sort = 'pointsAtStake' | 'name' | 'claimed' | 'flags' | 'open';

const sorts: readonly (readonly [Sort, keyof typeof texts])[] = [
  ['pointsAtStake', 'atStake'],
  ['open', 'open'],
  ['flags', 'flags'],
  ['claimed', 'claimed'],
  ['name', 'name'],
];
const statuses = ['submitted', 'missing', 'other-year'] as const;
const typingPause = 200;

export function AgencyTable({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingPause);
  const [sort, setSort] = useState<Sort>('pointsAtStake');
  const [status, setStatus] = useState<Row['status'] | null>(null);
  const filter = { sort, ...(q === '' ? {} : { q }), ...(status === null ? {} : { status }) };
  const list = usePages(['agencies', round, filter], (cursor) =>
    call('GET /rounds/:id/agencies', { params: { id: round }, query: { ...filter, ...(cursor ? { cursor } : {}) } }),
  );
  return (
    <>
      <Group mb="sm">
        <TextInput
          aria-label={say(shared.search)}
          placeholder={say(shared.search)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          w={280}
        />
        <Select
          aria-label={say(texts.status)}
          placeholder={say(texts.status)}
          data={statuses.map((value) => ({ value, label: say(texts[value]) }))}
          value={status}
          onChange={(value) => setStatus(value as Row['status'] | null)}
          clearable
        />
        <Select
          aria-label={say(texts.sort)}
          data={sorts.map(([value, key]) => ({ value, label: `${say(texts.sort)}: ${say(texts[key])}` }))}
          value={sort}
          onChange={(value) => value !== null && setSort(value as Sort)}
          allowDeselect={false}
          w={240}
        />
      </Group>
      {list.error === null ? null : <Problem error={list.error} />}
      <Table.ScrollContainer minWidth={760}>
        <Table highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(texts.agency)}</Table.Th>
              <Table.Th>{say(texts.status)}</Table.Th>
              <Table.Th ta="right">
                <Tooltip label={say(texts.atStakeHint)}>
                  <span>{say(texts.atStake)}</span>
                </Tooltip>
              </Table.Th>
              <Table.Th ta="right">{say(texts.claimed)}</Table.Th>
              <Table.Th ta="right">{say(texts.suggested)}</Table.Th>
              <Table.Th>{say(texts.flags)}</Table.Th>
              <Table.Th ta="right">{say(texts.open)}</Table.Th>
              <Table.Th ta="right">{say(texts.attachments)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.items.map((row) => (
              <AgencyRow key={row.agency?.id ?? row.file} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {list.items.length === 0 && !list.loading ? <Text c="dimmed">{say(shared.none)}</Text> : null}
      {list.hasMore ? (
        <Button variant="default" onClick={list.more} mt="sm">
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
    </>
  );
}

const statusColors: Readonly<Record<Row['status'], string>> = {
  submitted: 'green',
  missing: 'red',
  'other-year': 'orange',
};

function AgencyRow({ row }: { readonly row: Row }) {
  const { say, language } = useLanguage();
  const administers = useMay('administer');
  const { agency, file, document, status } = row;
  const name = agency?.name ?? file ?? '';
  const abbreviation = agency?.abbreviation ?? null;
  return (
    <Table.Tr>
      <Table.Td>
        {document === null ? (
          name
        ) : (
          <Anchor component={Link} href={`/documents/${document}`} fw={600}>
            {name}
          </Anchor>
        )}
        <Group gap="xs">
          {abbreviation === null ? null : (
            <Text size="xs" c="dimmed">
              {abbreviation}
            </Text>
          )}
          {administers && agency !== null ? <Reviewers agency={agency} reviewers={row.reviewers} /> : null}
        </Group>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={statusColors[status]} tt="none">
          {say(texts[status])}
        </Badge>
      </Table.Td>
      <Table.Td ta="right" fw={600}>
        {points(row.pointsAtStake, language)}
      </Table.Td>
      <Table.Td ta="right">
        {points(row.claimed, language)}
        {row.maximum === null ? '' : `/${points(row.maximum, language)}`}
      </Table.Td>
      <Table.Td ta="right">{points(row.suggested, language)}</Table.Td>
      <Table.Td>
        <FlagCounts counts={row.flags} />
      </Table.Td>
      <Table.Td ta="right">{row.flags.open}</Table.Td>
      <Table.Td ta="right">{row.attachments}</Table.Td>
    </Table.Tr>
  );
}
