import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { moment } from '../../parts/points.js';
import { texts as shared } from '../../parts/texts.js';
import { texts as review } from '../../review/texts.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';

/** What people read otherwise than the machine: both readings, who said so, and the way back. */
export function Corrections({ document }: { readonly document: number }) {
  const { say, language } = useLanguage();
  const refresh = useRefresh();
  const mayReview = useMay('review');
  const { data } = useQuery({
    queryKey: ['corrections', document],
    queryFn: () => call('GET /documents/:id/corrections', { params: { id: document } }),
  });
  const undo = useMutation({
    mutationFn: (id: number) => call('DELETE /corrections/:id', { params: { id } }),
    onSuccess: refresh,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Alert variant="light" py="xs" title={say(texts.corrections)}>
      {data.items.map(({ id, page, read, corrected, note, by, at, applied, undoneAt }) => (
        <Group key={id} gap="xs">
          <Text size="sm" {...(undoneAt === null ? {} : { td: 'line-through', c: 'dimmed' })}>
            {say(shared.page)} {page}: {say(texts.read)} “{read}” → “<b>{corrected}</b>”
          </Text>
          <Text size="xs" c="dimmed">
            {by.name}, {moment(at, language)}
            {note === '' ? '' : ` – ${note}`}
            {applied || undoneAt !== null ? '' : ` · ${say(texts.notApplied)}`}
          </Text>
          {mayReview && undoneAt === null ? (
            <Button size="compact-xs" variant="subtle" loading={undo.isPending} onClick={() => undo.mutate(id)}>
              {say(review.undo)}
            </Button>
          ) : null}
        </Group>
      ))}
      {undo.error === null ? null : <Problem error={undo.error} />}
    </Alert>
  );
}
