import { useMutation } from '@tanstack/react-query';
import { type Answer, type Call, call } from '../api/call.js';
import { useRefresh } from '../api/useRefresh.js';

export type Flag = Answer<'GET /flags/:id'>;
export type Judgement = Call<'POST /flags/:id/decisions'>['body'];

/** Decides on a flag, and takes the decision back; lists that show it are fetched anew. */
export function useReview() {
  const refresh = useRefresh();
  const decide = useMutation({
    mutationFn: ({ flag, judgement }: { flag: number; judgement: Judgement }) =>
      call('POST /flags/:id/decisions', { params: { id: flag }, body: judgement }),
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: (flag: number) => call('POST /flags/:id/undo', { params: { id: flag } }),
    onSuccess: refresh,
  });
  return { decide, undo, error: decide.error ?? undo.error };
}
