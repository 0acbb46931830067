import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../api/call.js';
import type { Flag } from '../../review/useReview.js';

export type Detail = Answer<'GET /documents/:id'>;
export type Result = Answer<'GET /documents/:id/result'>;
type FlagPage = Answer<'GET /flags'>;
export type CriterionRow = Answer<'GET /documents/:id/criteria'>['items'][number];

/** The longest page that the server gives. */
const flagsAtOnce = 200;

/** All that the page of a report shows. */
export function useReport(id: number) {
  const params = { id };
  const detail = useQuery({ queryKey: ['document', id], queryFn: () => call('GET /documents/:id', { params }) });
  const hasResult = detail.data !== undefined && detail.data.state !== 'waiting' && detail.data.state !== 'reading';
  const result = useQuery({
    queryKey: ['document', id, 'result'],
    queryFn: () => call('GET /documents/:id/result', { params }),
    enabled: hasResult,
  });
  const criteria = useQuery({
    queryKey: ['criteria', id],
    queryFn: () => call('GET /documents/:id/criteria', { params }),
    enabled: hasResult,
  });
  const flags = useQuery({
    queryKey: ['flags', 'document', id],
    queryFn: () => flagsOf(id),
  });
  return {
    detail: detail.data,
    result: result.data,
    criteria: criteria.data?.items ?? [],
    flags: flags.data ?? [],
    error: detail.error ?? result.error ?? criteria.error ?? flags.error,
  };
}

/** One flag of whichever document; none is asked for where none is named. */
export function useFlag(id: number | null): Flag | undefined {
  return useQuery({
    queryKey: ['flags', 'one', id],
    queryFn: () => call('GET /flags/:id', { params: { id: id ?? 0 } }),
    enabled: id !== null,
  }).data;
}

/** All of them: a flag on a second page that nobody asks for would be lost. */
async function flagsOf(document: number): Promise<readonly Flag[]> {
  const flags: Flag[] = [];
  let cursor: string | null = null;
  do {
    const query = { document, versions: 'all', sort: 'place', limit: flagsAtOnce } as const;
    const page: FlagPage = await call('GET /flags', { query: { ...query, ...(cursor === null ? {} : { cursor }) } });
    flags.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return flags;
}
