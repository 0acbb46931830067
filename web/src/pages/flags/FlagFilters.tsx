import { Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Call, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { severities } from '../../parts/severity.js';
import { texts as shared } from '../../parts/texts.js';
import { texts as review } from '../../review/texts.js';
import { texts } from './texts.js';

export type FlagFilter = NonNullable<Call<'GET /flags'>['query']>;

const states = ['open', 'accepted', 'dismissed', 'unsure', 'disagreement'] as const;
const levels = ['error', 'warning', 'info'] as const;

export interface Chosen {
  readonly q: string;
  readonly severity: readonly string[];
  readonly review: readonly string[];
  readonly rule: string | null;
}

export const nothingChosen: Chosen = { q: '', severity: [], review: [], rule: null };

/** What the server is asked for; what is not chosen is left out. */
export function filterOf({ q, severity, review: state, rule }: Chosen, round: number | null): FlagFilter {
  return {
    ...(round === null ? {} : { round }),
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(severity.length === 0 ? {} : { severity: levels.filter((level) => severity.includes(level)) }),
    ...(state.length === 0 ? {} : { review: states.filter((one) => state.includes(one)) }),
    ...(rule === null ? {} : { rule }),
  };
}

interface Props {
  readonly chosen: Chosen;
  onChoose(chosen: Chosen): void;
}

export function FlagFilters({ chosen, onChoose }: Props) {
  const { say } = useLanguage();
  const { data } = useQuery({ queryKey: ['rules'], queryFn: () => call('GET /rules', { query: {} }) });
  return (
    <Group>
      <TextInput
        aria-label={say(shared.search)}
        placeholder={say(shared.search)}
        value={chosen.q}
        onChange={(event) => onChoose({ ...chosen, q: event.currentTarget.value })}
        w={260}
      />
      <MultiSelect
        aria-label={say(texts.severity)}
        placeholder={chosen.severity.length === 0 ? say(texts.severity) : ''}
        data={levels.map((value) => ({ value, label: say(severities[value].label) }))}
        value={[...chosen.severity]}
        onChange={(severity) => onChoose({ ...chosen, severity })}
        clearable
      />
      <MultiSelect
        aria-label={say(texts.review)}
        placeholder={chosen.review.length === 0 ? say(texts.review) : ''}
        data={states.map((value) => ({ value, label: say(review[value]) }))}
        value={[...chosen.review]}
        onChange={(state) => onChoose({ ...chosen, review: state })}
        clearable
      />
      <Select
        aria-label={say(texts.rule)}
        placeholder={say(texts.rule)}
        data={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
        value={chosen.rule}
        onChange={(rule) => onChoose({ ...chosen, rule })}
        searchable
        clearable
        w={280}
      />
    </Group>
  );
}
