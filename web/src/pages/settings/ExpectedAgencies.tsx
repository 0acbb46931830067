import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { texts } from './texts.js';

type Agency = Answer<'GET /rounds/:id/expected-agencies'>['agencies'][number];

/** Who owes a report in a round: one agency a line, as pasted from a spreadsheet or read from a table. */
export function ExpectedAgencies({ round }: { readonly round: number }) {
  const { data, error } = useQuery({
    queryKey: ['expected', round],
    queryFn: () => call('GET /rounds/:id/expected-agencies', { params: { id: round } }),
  });
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? null : <ListForm key={round} round={round} known={data.agencies} />;
}

function ListForm({ round, known }: { readonly round: number; readonly known: readonly Agency[] }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [lines, setLines] = useState(known.map(lineOf).join('\n'));
  const agencies = agenciesIn(lines);
  const params = { id: round };
  const save = useMutation({
    mutationFn: async () => {
      if (agencies.length === 0) await call('DELETE /rounds/:id/expected-agencies', { params });
      else await call('PUT /rounds/:id/expected-agencies', { params, body: { agencies } });
    },
    onSuccess: refresh,
  });
  return (
    <Stack gap="xs" maw={820}>
      <Textarea
        label={`${say(texts.expected)} (${agencies.length})`}
        description={say(texts.expectedHint)}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        autosize
        minRows={4}
        maxRows={16}
      />
      <Group gap="xs">
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {say(shared.save)}
        </Button>
        <FileButton accept=".csv,.txt,.tsv" onChange={(file) => void file?.text().then(setLines)}>
          {(props) => (
            <Button {...props} variant="default">
              {say(texts.fromTable)}
            </Button>
          )}
        </FileButton>
        {save.isSuccess ? (
          <Text size="sm" role="status">
            {say(texts.saved)}
          </Text>
        ) : null}
      </Group>
      {save.error === null ? null : <Problem error={save.error} />}
    </Stack>
  );
}

function lineOf({ name, abbreviation, kind }: Agency): string {
  return [name, abbreviation ?? '', kind ?? ''].join('; ').replace(/[; ]+$/, '');
}

/** Cells are parted by tabs (pasted from a spreadsheet), semicolons or commas; a table's heading is no agency. */
function agenciesIn(lines: string): Agency[] {
  return lines
    .replace('\ufeff', '')
    .split(/\r?\n/)
    .map((line) => line.split(/\t|;|,(?=\S*$)/).map((cell) => cell.trim().replace(/^"|"$/g, '')))
    .filter(([name = '']) => name !== '' && !/^(tên cơ quan|name)$/i.test(name))
    .map(([name = '', abbreviation = '', kind = '']) => ({
      name,
      abbreviation: abbreviation === '' ? null : abbreviation,
      kind: kind === '' ? null : kind,
    }));
}
