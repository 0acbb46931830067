import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../api/call.js';

export type Detail = Answer<'GET /documents/:id'>;
export type Result = Answer<'GET /documents/:id/result'>;
export type CriterionRow = Answer<'GET /documents/:id/criteria'>['items'][number];

/** Flags of one report; the server gives no longer page. */
const mostFlags = 200;

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
    queryFn: () => call('GET /flags', { query: { document: id, versions: 'all', sort: 'place', limit: mostFlags } }),
  });
  return {
    detail: detail.data,
    result: result.data,
    criteria: criteria.data?.items ?? [],
    flags: flags.data?.items ?? [],
    error: detail.error ?? result.error ?? criteria.error ?? flags.error,
  };
}
