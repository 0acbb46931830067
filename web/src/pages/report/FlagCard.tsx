import { Anchor, Button, Card, Group, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../language/LanguageContext.js';
import { Quotations, quotesOthers } from '../../parts/Quotations.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { StateBadge } from '../../review/StateBadge.js';
import { texts as review } from '../../review/texts.js';
import type { Flag } from '../../review/useReview.js';
import { useMay } from '../../session/useSession.js';
import classes from './FlagCard.module.css';

interface Props {
  readonly flag: Flag;
  readonly chosen: boolean;
  onShow(): void;
  onAccept(): void;
  onDismiss(): void;
  onUnsure(): void;
  onUndo(): void;
}

/** One flag: what is asked, the words it rests on, and the buttons to decide. */
export function FlagCard({ flag, chosen, onShow, onAccept, onDismiss, onUnsure, onUndo }: Props) {
  const { say } = useLanguage();
  const mayReview = useMay('review');
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { rule, severity, outcome, message, review: reviewed, criterion } = flag;
  // Links to other reports cannot stand within a button.
  const beside = quotesOthers(flag);
  const last = reviewed.decisions.at(-1);
  return (
    <Card ref={card} withBorder padding="sm" className={classes.card} data-chosen={chosen || undefined}>
      <Group justify="space-between" mb={4}>
        <Group gap="xs">
          <SeverityBadge severity={severity} outcome={outcome} />
          <StateBadge state={reviewed.state} />
        </Group>
        <Text size="xs" c="dimmed">
          {criterion === null ? '' : `${criterion} · `}
          <Anchor component={Link} href={`/rules/${rule}`} size="xs">
            {rule}
          </Anchor>
        </Text>
      </Group>
      <UnstyledButton onClick={onShow} className={classes.body} aria-pressed={chosen}>
        <Text size="sm">{say(message)}</Text>
        {beside ? null : <Quotations flag={flag} />}
      </UnstyledButton>
      {beside ? <Quotations flag={flag} /> : null}
      {last === undefined ? null : (
        <Text size="xs" c="dimmed" mt={4}>
          {last.by.name}
          {last.reason === null ? '' : `: ${say(review[last.reason])}`}
          {last.note === '' ? '' : ` – ${last.note}`}
        </Text>
      )}
      {mayReview ? (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" onClick={onAccept}>
            {say(review.accept)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            {say(review.dismiss)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onUnsure}>
            {say(review.unsure)}
          </Button>
          {reviewed.state === 'open' ? null : (
            <Button size="compact-sm" variant="subtle" onClick={onUndo}>
              {say(review.undo)}
            </Button>
          )}
        </Group>
      ) : null}
    </Card>
  );
}
