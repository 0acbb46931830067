import { Card, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { points } from '../../parts/points.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { texts } from './texts.js';

type Comparison = Answer<'GET /documents/:id/comparison'>;

/** What changed between the version before and this one. */
export function ComparisonPage() {
  const { say, language } = useLanguage();
  const id = Number(useParams().id);
  const { data, error } = useQuery({
    queryKey: ['comparison', id],
    queryFn: () => call('GET /documents/:id/comparison', { params: { id } }),
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  const changed = data.scores.filter(({ from, to }) => from !== to);
  return (
    <Stack>
      <Title order={2}>{say(texts.compare)}</Title>
      <Text c="dimmed">
        {data.from.file} ({say(texts.version)} {data.from.version}) → {data.to.file} ({say(texts.version)}{' '}
        {data.to.version})
      </Text>
      {changed.length === 0 ? null : (
        <Table w="auto">
          <Table.Tbody>
            {changed.map(({ criterion, from, to }) => (
              <Table.Tr key={criterion}>
                <Table.Th scope="row">{criterion}</Table.Th>
                <Table.Td>
                  {points(from, language)} → {points(to, language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Flags title={say(texts.appeared)} flags={data.appeared} />
      <Flags title={say(texts.gone)} flags={data.gone} />
      <Flags title={say(texts.stayed)} flags={data.stayed} />
    </Stack>
  );
}

function Flags({ title, flags }: { readonly title: string; readonly flags: Comparison['stayed'] }) {
  const { say } = useLanguage();
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {title} ({flags.length})
      </Title>
      <Stack gap="xs">
        {flags.map(({ id, severity, outcome, message }) => (
          <Card key={id} withBorder padding="xs">
            <Text size="sm">
              <SeverityBadge severity={severity} outcome={outcome} /> {say(message)}
            </Text>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
