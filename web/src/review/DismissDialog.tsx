import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/LanguageContext.js';
import { Dialog } from '../parts/Dialog.js';
import { texts as shared } from '../parts/texts.js';
import { texts } from './texts.js';
import type { Judgement } from './useReview.js';

const reasons = [
  'misread',
  'explained-in-report',
  'explained-by-agency',
  'rule-does-not-apply',
  'immaterial',
  'other',
] as const;

interface Props {
  readonly opened: boolean;
  onClose(): void;
  onDismiss(judgement: Judgement): void;
}

/** Asks why a flag is dismissed: statistics of reasons tell which rules ask in vain. */
export function DismissDialog({ opened, onClose, onDismiss }: Props) {
  const { say } = useLanguage();
  const [reason, setReason] = useState<(typeof reasons)[number]>('misread');
  const [note, setNote] = useState('');
  const lacksNote = reason === 'other' && note.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacksNote) return;
    onDismiss({ decision: 'dismiss', reason, note });
    setNote('');
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={say(texts.dismissTitle)}>
      <form onSubmit={submit}>
        <Stack>
          <Radio.Group
            label={say(texts.reason)}
            value={reason}
            onChange={(value) => setReason(value as (typeof reasons)[number])}
          >
            <Stack gap="xs" mt="xs">
              {reasons.map((value) => (
                <Radio key={value} value={value} label={say(texts[value])} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={say(texts.note)}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={lacksNote ? say(texts.noteNeeded) : null}
            autosize
            minRows={2}
            maxLength={2000}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say(shared.cancel)}
            </Button>
            <Button type="submit" disabled={lacksNote}>
              {say(texts.dismiss)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
