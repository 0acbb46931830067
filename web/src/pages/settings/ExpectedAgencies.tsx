import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { call } from '../../api/call.js';
import { sendFiles } from '../../api/sendFiles.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { texts as shared } from '../../parts/texts.js';
import { agenciesIn, type ListedAgency, lineOf } from './agencyLines.js';
import { texts } from './texts.js';

/** Who owes a report in a round: one agency a line, as pasted from a spreadsheet, or a table's file. */
export function ExpectedAgencies({ round }: { readonly round: number }) {
  const { data, error } = useQuery({ queryKey: ['expected', round], queryFn: () => listOf(round) });
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? null : <ListForm key={round} round={round} known={data} />;
}

async function listOf(round: number): Promise<readonly ListedAgency[]> {
  return (await call('GET /rounds/:id/expected-agencies', { params: { id: round } })).agencies;
}

function ListForm({ round, known }: { readonly round: number; readonly known: readonly ListedAgency[] }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [lines, setLines] = useState(known.map(lineOf).join('\n'));
  const agencies = agenciesIn(lines);
  const params = { id: round };
  const save = useMutation({
    mutationFn: async (file: File | null) => {
      if (file !== null) {
        await sendFiles('POST /rounds/:id/expected-agencies/file', { params }, [{ file, name: file.name }]);
      } else if (agencies.length === 0) await call('DELETE /rounds/:id/expected-agencies', { params });
      else await call('PUT /rounds/:id/expected-agencies', { params, body: { agencies } });
      setLines((await listOf(round)).map(lineOf).join('\n'));
    },
    onSuccess: refresh,
  });
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    save.mutate(file);
  };
  return (
    <Stack gap="xs" maw={820} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
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
        <Button onClick={() => save.mutate(null)} loading={save.isPending}>
          {say(shared.save)}
        </Button>
        <FileButton accept=".xlsx,.csv" onChange={(file) => file !== null && save.mutate(file)}>
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
