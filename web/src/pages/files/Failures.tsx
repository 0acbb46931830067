import { Button, Card, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';

type Reason = Answer<'GET /rounds/:id/progress'>['failures'][number];

interface Props {
  readonly round: number;
  /** The reason whose files are listed; null: all files are. */
  readonly chosen: Reason['code'] | null;
  onChoose(code: Reason['code'] | null): void;
}

/** What could not be read, by reason: how much, what to do, and to read just that again. */
export function Failures({ round, chosen, onChoose }: Props) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const mayUpload = useMay('upload');
  const { data } = useQuery({
    queryKey: ['progress', round],
    queryFn: () => call('GET /rounds/:id/progress', { params: { id: round } }),
  });
  const again = useMutation({
    mutationFn: (code: Reason['code']) =>
      call('POST /rounds/:id/retry', { params: { id: round }, body: { codes: [code] } }),
    onSuccess: refresh,
  });
  if (data === undefined || data.failures.length === 0) return null;
  return (
    <Card withBorder padding="sm" component="section" aria-label={say(texts.reasons)}>
      <Text size="sm" fw={600} mb="xs">
        {say(texts.reasons)}
      </Text>
      {data.failures.map(({ code, message, documents, pages }) => (
        <Group key={code} justify="space-between" wrap="nowrap" py={4}>
          <Text size="sm">
            {say(message)}{' '}
            <Text span size="xs" c="dimmed">
              {documents > 0 ? `${documents} ${say(texts.filesCount)}` : ''}
              {documents > 0 && pages > 0 ? ', ' : ''}
              {pages > 0 ? `${pages} ${say(texts.pagesCount)}` : ''}
            </Text>
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-pressed={chosen === code}
              onClick={() => onChoose(chosen === code ? null : code)}
            >
              {say(chosen === code ? texts.showAll : texts.showThese)}
            </Button>
            {mayUpload ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={again.isPending && again.variables === code}
                onClick={() => again.mutate(code)}
              >
                {say(texts.again)}
              </Button>
            ) : null}
          </Group>
        </Group>
      ))}
      {again.error === null ? null : <Problem error={again.error} />}
    </Card>
  );
}
