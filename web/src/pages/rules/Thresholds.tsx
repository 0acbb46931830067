import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { useMay } from '../../session/useSession.js';
import type { Round } from '../../shell/RoundContext.js';
import { texts } from './texts.js';

type Threshold = Answer<'GET /rounds/:id/thresholds'>['items'][number];
type Own = Readonly<Record<string, number>>;

/** From which values on rules ask, in this round; another value has its documents analysed anew. */
export function Thresholds({ round }: { readonly round: Round }) {
  const { say } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['thresholds', round.id],
    queryFn: () => call('GET /rounds/:id/thresholds', { params: { id: round.id } }),
  });
  return (
    <section>
      <Title order={3} size="h4" mb={4}>
        {say(texts.thresholds)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say(texts.thresholdsHint)}
      </Text>
      {error === null ? null : <Problem error={error} />}
      {data === undefined ? null : (
        <ThresholdForm key={JSON.stringify(data)} round={round.id} thresholds={data.items} />
      )}
    </section>
  );
}

function ThresholdForm({ round, thresholds }: { readonly round: number; readonly thresholds: readonly Threshold[] }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const mayChange = useMay('administer');
  const [values, setValues] = useState<Own>(Object.fromEntries(thresholds.map(({ id, value }) => [id, value])));
  const chosenOf = ({ id, value }: Threshold) => values[id] ?? value;
  const save = useMutation({
    mutationFn: () => {
      const own = thresholds.filter((one) => chosenOf(one) !== one.ofPipeline);
      const body = { thresholds: Object.fromEntries(own.map((one) => [one.id, chosenOf(one)])) };
      return call('PATCH /rounds/:id', { params: { id: round }, body });
    },
    onSuccess: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {thresholds.map((one) => (
          <Group key={one.id} wrap="nowrap" gap="sm">
            <NumberInput
              aria-label={say(one.name)}
              value={chosenOf(one)}
              onChange={(value) => typeof value === 'number' && setValues({ ...values, [one.id]: value })}
              min={one.minimum}
              max={one.maximum}
              step={one.step}
              decimalSeparator=","
              readOnly={!mayChange}
              size="xs"
              w={100}
            />
            <Text size="sm">
              {say(one.name)}
              {chosenOf(one) === one.ofPipeline ? '' : ` (${say(texts.ofPipeline)}: ${one.ofPipeline})`}
            </Text>
          </Group>
        ))}
        {save.error === null ? null : <Problem error={save.error} />}
        {mayChange ? (
          <Button type="submit" w="fit-content" loading={save.isPending}>
            {say(shared.save)}
          </Button>
        ) : null}
      </Stack>
    </form>
  );
}
