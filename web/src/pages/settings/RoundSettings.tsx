import { Badge, Button, Select, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Call, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { OpenRound } from '../../parts/OpenRound.js';
import { Problem } from '../../parts/Problem.js';
import { useRounds } from '../../shell/RoundContext.js';
import { ExpectedAgencies } from './ExpectedAgencies.js';
import { texts } from './texts.js';

type Change = Call<'PATCH /rounds/:id'>['body'];

/** The rounds: which one the inbox fills, and whether two people decide. */
export function RoundSettings() {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const { all, chosen } = useRounds();
  const { data: system } = useQuery({ queryKey: ['system'], queryFn: () => call('GET /system', {}) });
  const pipelines = [
    { value: '', label: say(texts.byYear) },
    ...(system?.pipelines ?? []).map(({ name, title }) => ({ value: name, label: say(title) })),
  ];
  const change = useMutation({
    mutationFn: ({ id, body }: { id: number; body: Change }) => call('PATCH /rounds/:id', { params: { id }, body }),
    onSuccess: refresh,
  });
  return (
    <Stack>
      {change.error === null ? null : <Problem error={change.error} />}
      <Table>
        <Table.Tbody>
          {all.map(({ id, name: title, pipeline, current, secondReview }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <TextInput
                  aria-label={`${say(texts.roundName)}: ${title}`}
                  defaultValue={title}
                  size="xs"
                  onBlur={({ currentTarget: { value } }) => {
                    const name = value.trim();
                    if (name !== '' && name !== title) change.mutate({ id, body: { name } });
                  }}
                />
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${say(texts.pipeline)}: ${title}`}
                  data={pipelines}
                  value={pipeline ?? ''}
                  onChange={(value) => change.mutate({ id, body: { pipeline: value === '' ? null : value } })}
                  allowDeselect={false}
                  size="xs"
                />
              </Table.Td>
              <Table.Td>
                <Switch
                  label={say(texts.secondReview)}
                  checked={secondReview}
                  onChange={(event) => change.mutate({ id, body: { secondReview: event.currentTarget.checked } })}
                />
              </Table.Td>
              <Table.Td>
                {current ? (
                  <Badge tt="none">{say(texts.current)}</Badge>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => change.mutate({ id, body: { current: true } })}
                  >
                    {say(texts.makeCurrent)}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {chosen === null ? null : <ExpectedAgencies round={chosen.id} />}
      <OpenRound />
    </Stack>
  );
}
