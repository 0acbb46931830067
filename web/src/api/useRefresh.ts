import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Has everything that pages show fetched anew, except who is signed in. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    [queries],
  );
}
