import { Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { FlagCard } from '../../review/FlagCard.js';
import { ReviewBar } from '../../review/ReviewBar.js';
import { useFlagReview } from '../../review/useFlagReview.js';
import type { Flag } from '../../review/useReview.js';
import { type Focus, focusOnFlag } from './Focus.js';
import { texts } from './texts.js';

interface Props {
  readonly flags: readonly Flag[];
  /** The flag that is shown first; null: the first. */
  readonly first: number | null;
  onFocus(focus: Focus): void;
}

/** A report's flags in the order of its pages, to be decided on one after another. */
export function FlagsPanel({ flags, first, onFocus }: Props) {
  const { say } = useLanguage();
  const [sought, setSought] = useState(first);
  const onChoose = useCallback((flag: Flag) => onFocus(focusOnFlag(flag)), [onFocus]);
  const review = useFlagReview(flags, { onChoose });
  const { choose } = review;
  // The flag that the address names is shown when it comes, and only then: flags are fetched anew with each decision.
  useEffect(() => {
    const found = flags.find(({ id }) => id === sought);
    if (found === undefined) return;
    choose(found);
    setSought(null);
  }, [sought, flags, choose]);
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <ReviewBar review={review} total={flags.length} />
      </Group>
      {review.error === null ? null : <Problem error={review.error} />}
      <ScrollArea h="calc(100dvh - 14rem)">
        <Stack gap="sm" pr="sm">
          {flags.length === 0 ? <Text c="dimmed">{say(texts.noFlags)}</Text> : null}
          {flags.map((flag, at) => (
            <FlagCard
              key={flag.id}
              flag={flag}
              chosen={at === review.at}
              onShow={() => choose(flag)}
              {...review.decisionsOn(flag)}
            />
          ))}
        </Stack>
      </ScrollArea>
      {review.dialogs}
    </>
  );
}
