import { Alert, Group, Progress, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Answer, addressOf, call } from '../api/call.js';
import { useRefresh } from '../api/useRefresh.js';
import { useLanguage } from '../language/LanguageContext.js';

type Counted = Answer<'GET /rounds/:id/progress'>;
type Told =
  | { readonly type: 'progress'; readonly progress: Counted }
  | { readonly type: 'document' | 'flags' | 'round' };

const texts = {
  reading: { vi: 'Đang đọc', en: 'Reading' },
  pages: { vi: 'trang', en: 'pages' },
  perMinute: { vi: 'trang/phút', en: 'pages/min' },
  left: { vi: 'còn khoảng', en: 'about' },
  minutes: { vi: 'phút', en: 'min left' },
  failed: { vi: 'tệp không đọc được, xem ở mục Tệp', en: 'files could not be read; see Files' },
} as const;

/** How far reading is, as it happens; nothing where all is read. */
export function ReadingProgress({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const refresh = useRefresh();
  const { data } = useQuery({
    queryKey: ['progress', round],
    queryFn: () => call('GET /rounds/:id/progress', { params: { id: round } }),
  });
  useEffect(() => {
    const events = new EventSource(addressOf('/rounds/:id/events', { id: round }));
    const listen = ({ data: text }: MessageEvent<string>) => {
      const told = JSON.parse(text) as Told;
      if (told.type === 'progress') queries.setQueryData(['progress', round], told.progress);
      else void refresh();
    };
    events.addEventListener('message', listen);
    return () => events.close();
  }, [round, queries, refresh]);
  if (data === undefined) return null;
  const { pages, documents, pagesPerMinute, secondsLeft } = data;
  const { failed } = documents;
  return (
    <>
      {documents.waiting + documents.reading > 0 ? (
        <div>
          <Group justify="space-between" mb={4}>
            <Text size="sm">
              {say(texts.reading)}: {pages.done}/{pages.total} {say(texts.pages)}
            </Text>
            <Text size="sm" c="dimmed">
              {pagesPerMinute === null ? '' : `${Math.round(pagesPerMinute)} ${say(texts.perMinute)}`}
              {secondsLeft === null
                ? ''
                : ` · ${say(texts.left)} ${Math.max(1, Math.round(secondsLeft / 60))} ${say(texts.minutes)}`}
            </Text>
          </Group>
          <Progress
            value={pages.total === 0 ? 0 : (100 * pages.done) / pages.total}
            aria-label={say(texts.reading)}
            animated
          />
        </div>
      ) : null}
      {failed === 0 ? null : (
        <Alert color="orange" variant="light" py="xs">
          {failed} {say(texts.failed)}
        </Alert>
      )}
    </>
  );
}
