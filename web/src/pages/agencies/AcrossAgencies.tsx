import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { Quotations } from '../../parts/Quotations.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { StateBadge } from '../../review/StateBadge.js';
import { texts } from './texts.js';

/** What the reports of a round say beside each other, with both agencies' words. */
export function AcrossAgencies({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const list = usePages(['flags', 'across', round], (cursor) =>
    call('GET /flags', { query: { round, origin: 'round', ...(cursor ? { cursor } : {}) } }),
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say(texts.acrossHint)}
      </Text>
      {list.error === null ? null : <Problem error={list.error} />}
      {list.items.length === 0 && !list.loading ? <Text>{say(texts.acrossNone)}</Text> : null}
      {list.items.map((flag) => (
        <Card key={flag.id} withBorder padding="sm">
          <Group gap="xs" mb={4}>
            <SeverityBadge severity={flag.severity} outcome={flag.outcome} />
            <StateBadge state={flag.review.state} />
          </Group>
          <Text size="sm">{say(flag.message)}</Text>
          <Quotations flag={flag} />
        </Card>
      ))}
      {list.hasMore ? (
        <Button variant="default" onClick={list.more}>
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
    </Stack>
  );
}
