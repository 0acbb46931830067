import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { points } from '../../parts/points.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { useRuleTitle } from '../../parts/useRuleTitle.js';
import { placeOf } from '../../review/placeOf.js';
import { ReviewBar } from '../../review/ReviewBar.js';
import { StateBadge } from '../../review/StateBadge.js';
import { type FlagReview, useFlagReview } from '../../review/useFlagReview.js';
import type { Flag } from '../../review/useReview.js';
import { useMay } from '../../session/useSession.js';
import { useRounds } from '../../shell/RoundContext.js';
import { BulkDecision } from './BulkDecision.js';
import { type Chosen, FlagFilters, filterOf, nothingChosen } from './FlagFilters.js';
import classes from './FlagsPage.module.css';
import { texts } from './texts.js';

const rowHeight = 76;
const typingPause = 200;
const pageSize = 100;

/** All flags of a round, filtered; a click leads to the place in its report. */
export function FlagsPage() {
  const { say } = useLanguage();
  const round = useRounds().chosen?.id ?? null;
  const mayReview = useMay('review');
  const [chosen, choose] = useState<Chosen>(nothingChosen);
  const [settled] = useDebouncedValue(chosen, typingPause);
  const filter = filterOf(settled, round);
  const list = usePages(['flags', 'list', filter], (cursor) =>
    call('GET /flags', { query: { ...filter, limit: pageSize, ...(cursor ? { cursor } : {}) } }),
  );
  const review = useFlagReview(list.items, { opens: true });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{say(texts.title)}</Title>
        <ReviewBar review={review} total={list.total ?? 0} />
      </Group>
      <FlagFilters chosen={chosen} onChoose={choose} />
      {mayReview && list.total !== null && list.total > 0 ? <BulkDecision filter={filter} total={list.total} /> : null}
      {list.error === null ? null : <Problem error={list.error} />}
      {review.error === null ? null : <Problem error={review.error} />}
      {list.items.length === 0 && !list.loading ? <Text c="dimmed">{say(shared.none)}</Text> : null}
      <FlagList flags={list.items} review={review} hasMore={list.hasMore} onMore={list.more} />
      {review.dialogs}
    </Stack>
  );
}

interface ListProps {
  readonly flags: readonly Flag[];
  readonly review: FlagReview;
  readonly hasMore: boolean;
  onMore(): void;
}

/** Only the rows in sight are drawn: a round may have 20,000. */
function FlagList({ flags, review, hasMore, onMore }: ListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: flags.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= flags.length - 10) onMore();
  }, [hasMore, last, flags.length, onMore]);
  const { at } = review;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
  }, [at, rows]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keys
    <div ref={frame} className={classes.frame} tabIndex={0}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, key }) => {
          const flag = flags[index];
          return flag === undefined ? null : (
            // biome-ignore lint/a11y: keys choose a row too
            <div
              key={key}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              data-chosen={index === at || undefined}
              onClick={() => review.choose(flag)}
            >
              <FlagRow flag={flag} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FlagRow({ flag }: { readonly flag: Flag }) {
  const { say, language } = useLanguage();
  const titleOf = useRuleTitle();
  const { document, agency, rule, severity, outcome, message, review, criterion } = flag;
  const place = placeOf(flag);
  return (
    <>
      <div className={classes.badges}>
        <SeverityBadge severity={severity} outcome={outcome} />
        <StateBadge state={review.state} />
      </div>
      <div className={classes.said}>
        <Text size="xs" c="dimmed" truncate>
          {agency?.name ?? document?.file ?? ''} · {titleOf(rule)}
          {criterion === null ? '' : ` · ${criterion}`}
        </Text>
        {place === null ? (
          <Text size="sm" lineClamp={2}>
            {say(message)}
          </Text>
        ) : (
          <Anchor component={Link} href={place} size="sm" lineClamp={2}>
            {say(message)}
          </Anchor>
        )}
      </div>
      <Text size="sm" fw={600} className={classes.points}>
        {points(flag.points, language)}
      </Text>
    </>
  );
}
