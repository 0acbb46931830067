import { Accordion, Button, Group, NumberInput, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { points } from '../../parts/points.js';
import { SeverityBadge } from '../../parts/SeverityBadge.js';
import { texts as shared } from '../../parts/texts.js';
import type { Flag } from '../../review/useReview.js';
import { useMay } from '../../session/useSession.js';
import { type Focus, focusOn, focusOnFlag } from './Focus.js';
import { Pointer } from './Pointer.js';
import { texts } from './texts.js';
import type { CriterionRow, Result } from './useReport.js';

interface Props {
  readonly document: number;
  readonly rows: readonly CriterionRow[];
  readonly result: Result;
  readonly flags: readonly Flag[];
  /** The criterion that is open at first. */
  readonly first: string | null;
  onFocus(focus: Focus): void;
}

/** The rubric: for each criterion what was claimed, what backs it, what is asked, and the points that a person suggests. */
export function CriteriaPanel({ document, rows, result, flags, first, onFocus }: Props) {
  const { language } = useLanguage();
  return (
    <ScrollArea h="calc(100dvh - 12rem)">
      <Accordion defaultValue={first} variant="separated" pr="sm">
        {rows.filter(isTouched).map((row) => (
          <Accordion.Item key={row.id} value={row.id} ml={row.depth * 12}>
            <Accordion.Control>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">
                  <b>{row.id}</b> {row.name}
                </Text>
                <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
                  {points(row.claimed, language)}/{points(row.maximum, language)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Criterion document={document} row={row} result={result} flags={flags} onFocus={onFocus} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </ScrollArea>
  );
}

/** Items of the rubric that have no points of their own, and nothing was said of, would only make the list long. */
function isTouched({ maximum, claimed, citations, flags }: CriterionRow): boolean {
  return maximum !== null || claimed !== null || citations.length > 0 || flags.length > 0;
}

type CriterionProps = Omit<Props, 'rows' | 'first'> & { readonly row: CriterionRow };

function Criterion({ document, row, result, flags, onFocus }: CriterionProps) {
  const { say } = useLanguage();
  const score = row.score === null ? undefined : result.scores[row.score];
  const citations = row.citations.flatMap((at) => result.citations[at] ?? []);
  const asked = flags.filter(({ id }) => row.flags.includes(id));
  return (
    <Stack gap="xs">
      {score === undefined ? null : (
        <Pointer onClick={() => onFocus(focusOn(`score ${row.id}`, [score]))}>
          {say(texts.claimed)}: “{score.text}”
        </Pointer>
      )}
      {asked.map((flag) => (
        <Pointer key={flag.id} onClick={() => onFocus(focusOnFlag(flag))}>
          <SeverityBadge severity={flag.severity} outcome={flag.outcome} /> {say(flag.message)}
        </Pointer>
      ))}
      <Text size="xs" fw={600}>
        {say(texts.evidence)} ({citations.length})
      </Text>
      {citations.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(texts.noEvidence)}
        </Text>
      ) : null}
      {citations.map((citation) => (
        <Pointer
          key={`${citation.page} ${citation.boxes[0]?.box.join()} ${citation.text}`}
          onClick={() => onFocus(focusOn(`citation ${citation.page} ${citation.text}`, [citation]))}
        >
          {citation.text}
        </Pointer>
      ))}
      <Suggestion key={row.suggestion?.at} document={document} row={row} />
    </Stack>
  );
}

function Suggestion({ document, row }: { readonly document: number; readonly row: CriterionRow }) {
  const { say } = useLanguage();
  const mayReview = useMay('review');
  const queries = useQueryClient();
  const [suggested, setSuggested] = useState<number | string>(row.suggestion?.points ?? '');
  const [reason, setReason] = useState(row.suggestion?.reason ?? '');
  const suggest = useMutation({
    mutationFn: () =>
      call('PUT /documents/:id/criteria/:criterion/suggestion', {
        params: { id: document, criterion: row.id },
        body: { points: typeof suggested === 'number' ? suggested : null, reason },
      }),
    onSuccess: () =>
      Promise.all(['criteria', 'agencies'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  if (!mayReview) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    suggest.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={say(texts.suggested)}
          value={suggested}
          onChange={setSuggested}
          min={0}
          max={row.maximum ?? 1000}
          step={0.25}
          decimalSeparator=","
          w={110}
          size="xs"
        />
        <TextInput
          label={say(texts.reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          size="xs"
          flex={1}
        />
        <Button type="submit" size="xs" variant="light" loading={suggest.isPending}>
          {say(shared.save)}
        </Button>
      </Group>
      {suggest.error === null ? null : <Problem error={suggest.error} />}
    </form>
  );
}
