import { Button, Group, Stack, Text } from '@mantine/core';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { FlagCard } from '../../review/FlagCard.js';
import { ReviewBar } from '../../review/ReviewBar.js';
import { useFlagReview } from '../../review/useFlagReview.js';
import { texts } from './texts.js';

/** What the reports of a round say beside each other, with both agencies' words. */
export function AcrossAgencies({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const list = usePages(['flags', 'across', round], (cursor) =>
    call('GET /flags', { query: { round, origin: 'round', ...(cursor ? { cursor } : {}) } }),
  );
  const review = useFlagReview(list.items, { opens: true });
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {say(texts.acrossHint)}
        </Text>
        <ReviewBar review={review} total={list.total ?? 0} />
      </Group>
      {list.error === null ? null : <Problem error={list.error} />}
      {list.items.length === 0 && !list.loading ? <Text>{say(texts.acrossNone)}</Text> : null}
      {review.error === null ? null : <Problem error={review.error} />}
      {list.items.map((flag, at) => (
        <FlagCard
          key={flag.id}
          flag={flag}
          chosen={at === review.at}
          owner={flag.agency?.name ?? flag.document?.file ?? ''}
          onShow={() => review.choose(flag)}
          {...review.decisionsOn(flag)}
        />
      ))}
      {list.hasMore ? (
        <Button variant="default" onClick={list.more}>
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
      {review.dialogs}
    </Stack>
  );
}
