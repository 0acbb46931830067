import { Anchor, Card, Group, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language/LanguageContext.js';
import { Quotations, quotesOthers } from '../parts/Quotations.js';
import { SeverityBadge } from '../parts/SeverityBadge.js';
import { useRuleTitle } from '../parts/useRuleTitle.js';
import { DecisionButtons } from './DecisionButtons.js';
import classes from './FlagCard.module.css';
import { StateBadge } from './StateBadge.js';
import { texts } from './texts.js';
import type { Flag } from './useReview.js';

interface Props {
  readonly flag: Flag;
  readonly chosen: boolean;
  /** Whose report it is about, where flags of several stand in one list. */
  readonly owner?: string;
  onShow(): void;
  onAccept(): void;
  onDismiss(): void;
  onUnsure(): void;
  onUndo(): void;
}

/** One flag: what is asked, the words it rests on, and the buttons to decide. */
export function FlagCard({ flag, chosen, owner, onShow, ...decisions }: Props) {
  const { say } = useLanguage();
  const titleOf = useRuleTitle();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { rule, severity, outcome, message, review: reviewed, criterion } = flag;
  // Links to other reports cannot stand within a button.
  const beside = quotesOthers(flag);
  return (
    <Card ref={card} withBorder padding="sm" className={classes.card} data-chosen={chosen || undefined}>
      <Group justify="space-between" mb={4}>
        <Group gap="xs">
          <SeverityBadge severity={severity} outcome={outcome} />
          <StateBadge state={reviewed.state} />
          {owner === undefined ? null : (
            <Text size="sm" fw={600}>
              {owner}
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {criterion === null ? '' : `${criterion} · `}
          <Anchor component={Link} href={`/rules/${rule}`} size="xs">
            {titleOf(rule)}
          </Anchor>
        </Text>
      </Group>
      <UnstyledButton onClick={onShow} className={classes.body} aria-pressed={chosen}>
        <Text size="sm">{say(message)}</Text>
        {beside ? null : <Quotations flag={flag} />}
      </UnstyledButton>
      {beside ? <Quotations flag={flag} /> : null}
      {reviewed.decisions.map(({ by, decision, reason, note }) => (
        <Text key={by.id} size="xs" c="dimmed" mt={4}>
          {by.name}: {say(texts[decision])}
          {reason === null ? '' : ` – ${say(texts[reason])}`}
          {note === '' ? '' : ` – ${note}`}
        </Text>
      ))}
      <DecisionButtons flag={flag} {...decisions} />
    </Card>
  );
}
