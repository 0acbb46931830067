import { Alert, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { DismissDialog } from '../../review/DismissDialog.js';
import type { Judgement } from '../../review/useReview.js';
import type { FlagFilter } from './FlagFilters.js';
import { texts } from './texts.js';

interface Props {
  readonly filter: FlagFilter;
  readonly total: number;
}

/** One decision for every flag of the filter, which one click takes back. */
export function BulkDecision({ filter, total }: Props) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [dismissing, dismissal] = useDisclosure(false);
  const decide = useMutation({
    mutationFn: (judgement: Judgement) => {
      const { cursor, limit, sort, ...asked } = filter;
      return call('POST /flags/decisions', { body: { filter: asked, judgement, expected: total } });
    },
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: (bulk: string) => call('POST /bulk-decisions/:bulk/undo', { params: { bulk } }),
    onSuccess: () => {
      decide.reset();
      return refresh();
    },
  });
  const error = decide.error ?? undo.error;
  return (
    <>
      <Group gap="xs" role="group" aria-label={say(texts.bulk)}>
        <Button
          size="xs"
          variant="default"
          onClick={() => decide.mutate({ decision: 'accept' })}
          loading={decide.isPending}
        >
          {say(texts.bulkAccept)} ({total})
        </Button>
        <Button size="xs" variant="default" onClick={dismissal.open} loading={decide.isPending}>
          {say(texts.bulkDismiss)} ({total})
        </Button>
      </Group>
      {error === null ? null : <Problem error={error} />}
      {decide.data === undefined ? null : (
        <Alert variant="light" color="green" py="xs" role="status">
          <Group gap="xs">
            {say(texts.done)}: {decide.data.flags}
            <Button size="compact-sm" variant="subtle" onClick={() => undo.mutate(decide.data.bulk)}>
              {say(texts.undo)}
            </Button>
          </Group>
        </Alert>
      )}
      <DismissDialog
        opened={dismissing}
        onClose={dismissal.close}
        onDismiss={(judgement) => {
          decide.mutate(judgement);
          dismissal.close();
        }}
      />
    </>
  );
}
