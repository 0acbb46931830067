import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Call, call, rememberCsrf } from '../api/call.js';

export type Session = Answer<'GET /session'>;
type Scope = Session['scopes'][number];
const key = ['session'] as const;

/** Who is signed in; the answer carries the token that changes need. */
export function useSession() {
  return useQuery({
    queryKey: key,
    queryFn: async () => remembered(await call('GET /session', {})),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether the person may do this; buttons that would be refused are not shown. */
export function useMay(scope: Scope): boolean {
  return useSession().data?.scopes.includes(scope) ?? false;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Call<'POST /session'>['body']) => call('POST /session', { body }),
    onSuccess: (session) => queries.setQueryData(key, remembered(session)),
  });
}

export function useFirstStart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Call<'POST /first-start'>['body']) => call('POST /first-start', { body }),
    onSuccess: (session) => queries.setQueryData(key, remembered(session)),
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => call('DELETE /session', {}),
    // A page loaded anew holds nothing of what the last person saw.
    onSuccess: () => window.location.assign('/'),
  });
}

function remembered(session: Session): Session {
  rememberCsrf(session.csrf);
  return session;
}
