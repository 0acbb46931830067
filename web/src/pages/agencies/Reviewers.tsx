import { Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Dialog } from '../../parts/Dialog.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { texts } from './texts.js';

type Row = Answer<'GET /rounds/:id/agencies'>['items'][number];

interface Props {
  readonly agency: NonNullable<Row['agency']>;
  readonly reviewers: Row['reviewers'];
}

/** To whom an agency's reports are limited; an administrator may change it. */
export function Reviewers({ agency, reviewers }: Props) {
  const { say } = useLanguage();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={dialog.open}
        aria-label={`${say(texts.reviewers)}: ${agency.name}`}
      >
        {reviewers.length === 0 ? say(texts.reviewers) : reviewers.map(({ name }) => name).join(', ')}
      </Button>
      {opened ? <ReviewersDialog agency={agency} reviewers={reviewers} onClose={dialog.close} /> : null}
    </>
  );
}

function ReviewersDialog({ agency, reviewers, onClose }: Props & { onClose(): void }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState(reviewers.map(({ id }) => String(id)));
  const { data } = useQuery({ queryKey: ['users'], queryFn: () => call('GET /users', {}) });
  const save = useMutation({
    mutationFn: () =>
      call('PUT /agencies/:id/reviewers', { params: { id: agency.id }, body: { users: chosen.map(Number) } }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={`${say(texts.reviewers)}: ${agency.name}`}>
      <Stack>
        <Text size="sm">{say(texts.reviewersHint)}</Text>
        <MultiSelect
          label={say(texts.reviewers)}
          data={(data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={chosen}
          onChange={setChosen}
          searchable
          clearable
        />
        {save.error === null ? null : <Problem error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say(shared.cancel)}
          </Button>
          <Button onClick={() => save.mutate()} loading={save.isPending}>
            {say(shared.save)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
