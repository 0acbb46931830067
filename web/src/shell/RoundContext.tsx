import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Answer, call } from '../api/call.js';

export type Round = Answer<'GET /rounds'>['items'][number];

interface Rounds {
  /** False until the server has told its rounds. */
  readonly known: boolean;
  readonly all: readonly Round[];
  /** The one that pages show; null until rounds are known, and where there is none. */
  readonly chosen: Round | null;
  choose(id: number): void;
}

const RoundContext = createContext<Rounds | null>(null);

/** The round that is worked on: the one chosen, else the one to which the inbox adds, else the newest. */
export function RoundProvider({ children }: { readonly children: ReactNode }) {
  const [id, choose] = useState<number | null>(null);
  const { data } = useQuery({ queryKey: ['rounds'], queryFn: () => call('GET /rounds', {}) });
  const rounds = useMemo(() => {
    const all = data?.items ?? [];
    const chosen = all.find((round) => round.id === id) ?? all.find(({ current }) => current) ?? all[0] ?? null;
    return { known: data !== undefined, all, chosen, choose };
  }, [data, id]);
  return <RoundContext.Provider value={rounds}>{children}</RoundContext.Provider>;
}

export function useRounds(): Rounds {
  const rounds = useContext(RoundContext);
  if (rounds === null) throw new Error('useRounds outside of RoundProvider');
  return rounds;
}
