import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../api/call.js';
import { useLanguage } from '../language/LanguageContext.js';
import { Dialog } from '../parts/Dialog.js';
import { Problem } from '../parts/Problem.js';
import { moment } from '../parts/points.js';
import { texts } from './texts.js';

type Entry = Answer<'GET /flags/:id/history'>['items'][number];

/** Every decision on a flag, oldest first; what was taken back stays in the list. */
export function FlagHistory({ flag, onClose }: { readonly flag: number; onClose(): void }) {
  const { say } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['flags', 'history', flag],
    queryFn: () => call('GET /flags/:id/history', { params: { id: flag } }),
  });
  return (
    <Dialog onClose={onClose} title={say(texts.history)}>
      {error === null ? null : <Problem error={error} />}
      {data?.items.length === 0 ? <Text size="sm">{say(texts.noHistory)}</Text> : null}
      <Stack gap="xs">
        {data?.items.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </Stack>
    </Dialog>
  );
}

function HistoryLine({ entry }: { readonly entry: Entry }) {
  const { say, language } = useLanguage();
  const { by, at, action, from, to, reason, note, bulk, softwareVersion } = entry;
  return (
    <div>
      <Text size="sm">
        <b>{by.name}</b>: {say(texts[action])}
        {reason === null ? '' : ` – ${say(texts[reason])}`}
        {note === '' ? '' : ` – ${note}`}
      </Text>
      <Text size="xs" c="dimmed">
        {moment(at, language)} · {say(texts[from])} → {say(texts[to])}
        {bulk ? ` · ${say(texts.inBulk)}` : ''} · Soát {softwareVersion}
      </Text>
    </div>
  );
}
