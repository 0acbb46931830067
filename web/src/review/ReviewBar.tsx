import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconKeyboard } from '@tabler/icons-react';
import { useLanguage } from '../language/LanguageContext.js';
import { texts } from './texts.js';
import type { FlagReview } from './useFlagReview.js';

interface Props {
  readonly review: FlagReview;
  /** Of the whole list. */
  readonly total: number;
}

/** Where one is in a list of flags, the way to the next, and the keys. */
export function ReviewBar({ review: { at, step, showKeys }, total }: Props) {
  const { say } = useLanguage();
  return (
    <Group gap={4} wrap="nowrap" className="screen-only">
      <Text size="sm" c="dimmed" role="status" mr={4}>
        {at < 0 ? '–' : at + 1}/{total}
      </Text>
      <Step label={say(texts.previous)} icon={IconChevronUp} onClick={() => step(-1)} />
      <Step label={say(texts.next)} icon={IconChevronDown} onClick={() => step(1)} />
      <Step label={say(texts.keys)} icon={IconKeyboard} onClick={showKeys} />
    </Group>
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
