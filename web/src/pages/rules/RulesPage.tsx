import { Anchor, Select, Stack, Table, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { type Severity, severities } from '../../parts/severity.js';
import { useMay } from '../../session/useSession.js';
import { type Round, useRounds } from '../../shell/RoundContext.js';
import { RoundChanges } from './RoundChanges.js';
import { Thresholds } from './Thresholds.js';
import { texts } from './texts.js';

type Row = Answer<'GET /rules'>['items'][number];
const levels = ['error', 'warning', 'info'] as const;

/** Every rule with how often it was raised and dismissed; a rule that is dismissed often asks in vain. */
export function RulesPage() {
  const { say } = useLanguage();
  const { chosen } = useRounds();
  const { data, error } = useQuery({
    queryKey: ['rules', chosen?.id],
    queryFn: () => call('GET /rules', { query: chosen === null ? {} : { round: chosen.id } }),
  });
  if (error !== null) return <Problem error={error} />;
  return (
    <Stack>
      <Title order={2}>{say(texts.title)}</Title>
      <Table.ScrollContainer minWidth={720}>
        <Table highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(texts.rule)}</Table.Th>
              <Table.Th>{say(texts.severity)}</Table.Th>
              <Table.Th ta="right">{say(texts.fired)}</Table.Th>
              <Table.Th ta="right">{say(texts.cannotJudge)}</Table.Th>
              <Table.Th ta="right">{say(texts.accepted)}</Table.Th>
              <Table.Th ta="right">{say(texts.dismissed)}</Table.Th>
              <Table.Th ta="right">{say(texts.share)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.items.map((row) => (
              <RuleRow key={row.id} row={row} round={chosen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {chosen === null ? null : (
        <>
          <Thresholds round={chosen} />
          <RoundChanges round={chosen.id} />
        </>
      )}
    </Stack>
  );
}

function RuleRow({ row, round }: { readonly row: Row; readonly round: Round | null }) {
  const { say } = useLanguage();
  const { id, title, severity, statistics } = row;
  const { fired, cannotJudge, accepted, dismissed, dismissedShare } = statistics;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/rules/${id}`} size="sm">
          {say(title)}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {round === null ? (
          <SeverityBadge severity={severity} outcome="fail" />
        ) : (
          <RoundSeverity row={row} round={round} />
        )}
      </Table.Td>
      <Table.Td ta="right">{fired}</Table.Td>
      <Table.Td ta="right">{cannotJudge}</Table.Td>
      <Table.Td ta="right">{accepted}</Table.Td>
      <Table.Td ta="right">{dismissed}</Table.Td>
      <Table.Td ta="right">{dismissedShare === null ? '–' : `${Math.round(dismissedShare * 100)} %`}</Table.Td>
    </Table.Tr>
  );
}

/** How grave a rule's flags are in this round: an administrator may set it, others see it. */
function RoundSeverity({ row, round }: { readonly row: Row; readonly round: Round }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const mayChange = useMay('administer');
  const change = useMutation({
    mutationFn: (severity: Severity) => {
      const { [row.id]: _, ...others } = round.severities;
      const severities = severity === row.catalogueSeverity ? others : { ...others, [row.id]: severity };
      return call('PATCH /rounds/:id', { params: { id: round.id }, body: { severities } });
    },
    onSuccess: refresh,
  });
  if (!mayChange) return <SeverityBadge severity={row.severity} outcome="fail" />;
  return (
    <Select
      aria-label={`${say(texts.severity)}: ${say(row.title)}`}
      data={levels.map((value) => ({ value, label: say(severities[value].label) }))}
      value={row.severity}
      onChange={(value) => value !== null && change.mutate(value as Severity)}
      allowDeselect={false}
      size="xs"
      w={150}
    />
  );
}
