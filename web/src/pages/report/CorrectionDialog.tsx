import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Dialog } from '../../parts/Dialog.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { texts as review } from '../../review/texts.js';
import { texts } from './texts.js';
import type { ReadWord } from './WordLayer.js';

interface Props {
  readonly document: number;
  readonly page: number;
  readonly word: ReadWord;
  onClose(): void;
}

/** What a person reads where the machine read something else. */
export function CorrectionDialog({ document, page, word, onClose }: Props) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [corrected, setCorrected] = useState(word.text);
  const [note, setNote] = useState('');
  const correct = useMutation({
    mutationFn: () =>
      call('POST /documents/:id/corrections', {
        params: { id: document },
        body: { page, box: word.box, read: word.text, corrected, note },
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate();
  };
  return (
    <Dialog onClose={onClose} title={say(texts.correct)}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            {say(texts.read)}: <b>{word.text}</b> ({say(texts.confidence)} {Math.round(word.confidence * 100)} %)
          </Text>
          <TextInput
            label={say(texts.corrected)}
            value={corrected}
            onChange={(event) => setCorrected(event.currentTarget.value)}
            data-autofocus
            required
          />
          <TextInput
            label={say(review.note)}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={2000}
          />
          {correct.error === null ? null : <Problem error={correct.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say(shared.cancel)}
            </Button>
            <Button type="submit" loading={correct.isPending} disabled={corrected.trim() === word.text}>
              {say(shared.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
