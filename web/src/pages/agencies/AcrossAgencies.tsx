import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { Quotations } from '../../parts/Quotations.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { useRuleTitle } from '../../parts/useRuleTitle.js';
import { DecisionButtons } from '../../review/DecisionButtons.js';
import { DismissDialog } from '../../review/DismissDialog.js';
import { StateBadge } from '../../review/StateBadge.js';
import { useReview } from '../../review/useReview.js';
import { texts } from './texts.js';

/** What the reports of a round say beside each other, with both agencies' words. */
export function AcrossAgencies({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const titleOf = useRuleTitle();
  const [dismissing, setDismissing] = useState<number | null>(null);
  const { decide, undo, error } = useReview();
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
      {error === null ? null : <Problem error={error} />}
      {list.items.map((flag) => (
        <Card key={flag.id} withBorder padding="sm">
          <Group gap="xs" mb={4} justify="space-between">
            <Group gap="xs">
              <SeverityBadge severity={flag.severity} outcome={flag.outcome} />
              <StateBadge state={flag.review.state} />
              <Text size="sm" fw={600}>
                {flag.agency?.name ?? flag.document?.file}
              </Text>
            </Group>
            <Anchor component={Link} href={`/rules/${flag.rule}`} size="xs">
              {titleOf(flag.rule)}
            </Anchor>
          </Group>
          <Text size="sm">{say(flag.message)}</Text>
          <Quotations flag={flag} />
          <DecisionButtons
            flag={flag}
            onAccept={() => decide.mutate({ flag: flag.id, judgement: { decision: 'accept' } })}
            onDismiss={() => setDismissing(flag.id)}
            onUnsure={() => decide.mutate({ flag: flag.id, judgement: { decision: 'unsure' } })}
            onUndo={() => undo.mutate(flag.id)}
          />
        </Card>
      ))}
      <DismissDialog
        opened={dismissing !== null}
        onClose={() => setDismissing(null)}
        onDismiss={(judgement) => {
          if (dismissing !== null) decide.mutate({ flag: dismissing, judgement });
          setDismissing(null);
        }}
      />
      {list.hasMore ? (
        <Button variant="default" onClick={list.more}>
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
    </Stack>
  );
}
