import { ActionIcon, Group, ScrollArea, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconKeyboard } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { DismissDialog } from '../../review/DismissDialog.js';
import { KeyHelp } from '../../review/KeyHelp.js';
import { type Flag, useReview } from '../../review/useReview.js';
import { useMay } from '../../session/useSession.js';
import { FlagCard } from './FlagCard.js';
import { type Focus, focusOnFlag } from './Focus.js';
import { texts } from './texts.js';

interface Props {
  readonly flags: readonly Flag[];
  /** The flag that is shown first; null: the first. */
  readonly first: number | null;
  onFocus(focus: Focus): void;
}

/** A report's flags in the order of its pages, to be decided on one after another, by keys alone if wanted. */
export function FlagsPanel({ flags, first, onFocus }: Props) {
  const { say } = useLanguage();
  const mayReview = useMay('review');
  const [chosen, setChosen] = useState<number | null>(first);
  const [sought, setSought] = useState(first);
  const [dismissing, dismissal] = useDisclosure(false);
  const [helping, help] = useDisclosure(false);
  const { decide, undo, error } = useReview();
  const at = flags.findIndex(({ id }) => id === chosen);
  const current = flags[at];

  const show = useCallback(
    (flag: Flag | undefined) => {
      if (flag === undefined) return;
      setChosen(flag.id);
      onFocus(focusOnFlag(flag));
    },
    [onFocus],
  );
  // The flag that the address names is shown when it comes, and only then: flags are fetched anew with each decision.
  useEffect(() => {
    const found = flags.find(({ id }) => id === sought);
    if (found === undefined) return;
    show(found);
    setSought(null);
  }, [sought, flags, show]);

  const step = (by: number) => show(flags[at < 0 ? 0 : Math.min(Math.max(at + by, 0), flags.length - 1)]);
  const judge = (decision: 'accept' | 'unsure') => {
    if (!mayReview || current === undefined) return;
    decide.mutate({ flag: current.id, judgement: { decision } });
    step(1);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['a', () => judge('accept')],
    ['u', () => judge('unsure')],
    ['d', () => mayReview && current !== undefined && dismissal.open()],
    ['z', () => mayReview && current !== undefined && undo.mutate(current.id)],
    ['shift+?', help.open],
  ]);
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed">
          {at < 0 ? '–' : at + 1}/{flags.length}
        </Text>
        <Group gap={4}>
          <Step label={say(texts.previous)} icon={IconChevronUp} onClick={() => step(-1)} />
          <Step label={say(texts.next)} icon={IconChevronDown} onClick={() => step(1)} />
          <Step label={say(texts.keys)} icon={IconKeyboard} onClick={help.open} />
        </Group>
      </Group>
      {error === null ? null : <Problem error={error} />}
      <ScrollArea h="calc(100dvh - 14rem)">
        <Stack gap="sm" pr="sm">
          {flags.length === 0 ? <Text c="dimmed">{say(texts.noFlags)}</Text> : null}
          {flags.map((flag) => (
            <FlagCard
              key={flag.id}
              flag={flag}
              chosen={flag.id === chosen}
              onShow={() => show(flag)}
              onAccept={() => decide.mutate({ flag: flag.id, judgement: { decision: 'accept' } })}
              onUnsure={() => decide.mutate({ flag: flag.id, judgement: { decision: 'unsure' } })}
              onDismiss={() => {
                show(flag);
                dismissal.open();
              }}
              onUndo={() => undo.mutate(flag.id)}
            />
          ))}
        </Stack>
      </ScrollArea>
      <DismissDialog
        opened={dismissing}
        onClose={dismissal.close}
        onDismiss={(judgement) => {
          if (current !== undefined) decide.mutate({ flag: current.id, judgement });
          dismissal.close();
        }}
      />
      <KeyHelp opened={helping} onClose={help.close} />
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: typeof IconChevronUp;
  onClick(): void;
}

function Step({ label, icon: Icon, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
