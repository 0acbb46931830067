import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { useMay } from '../session/useSession.js';
import { DismissDialog } from './DismissDialog.js';
import { KeyHelp } from './KeyHelp.js';
import { placeOf } from './placeOf.js';
import { type Flag, type Judgement, useReview } from './useReview.js';

export interface FlagReview {
  /** Place of the chosen flag in the list; -1 where none is chosen, or it left the list. */
  readonly at: number;
  choose(flag: Flag): void;
  step(by: number): void;
  decisionsOn(flag: Flag): {
    onAccept(): void;
    onDismiss(): void;
    onUnsure(): void;
    onUndo(): void;
  };
  showKeys(): void;
  readonly dialogs: ReactNode;
  readonly error: Error | null;
}

interface Options {
  /** Called with each flag that is chosen, by key or by mouse. */
  onChoose?(flag: Flag): void;
  /** Whether a key opens the chosen flag in its report: the list does not stand beside it. */
  readonly opens?: boolean;
}

interface Chosen {
  readonly id: number;
  readonly at: number;
}

interface Dismissing {
  readonly flag: Flag;
  /** Whether the next flag is chosen afterwards: keys go on, the mouse stays. */
  readonly goesOn: boolean;
}

/** Deciding on a list of flags one after another, by keys alone if wanted. */
export function useFlagReview(flags: readonly Flag[], { onChoose, opens = false }: Options = {}): FlagReview {
  const mayReview = useMay('review');
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [dismissing, setDismissing] = useState<Dismissing | null>(null);
  const [helping, setHelping] = useState(false);
  const [lastDecided, setLastDecided] = useState<Flag | null>(null);
  const { decide, undo, error } = useReview();
  const at = flags.findIndex(({ id }) => id === chosen?.id);
  const current = flags[at];

  const choose = useCallback(
    (flag: Flag) => {
      setChosen({ id: flag.id, at: flags.findIndex(({ id }) => id === flag.id) });
      onChoose?.(flag);
    },
    [flags, onChoose],
  );
  const step = (by: number) => {
    // A flag that left the list by what was decided on it has given its place to the next one.
    const from = at >= 0 ? at : chosen === null ? -1 : by > 0 ? chosen.at - 1 : chosen.at;
    const next = flags[Math.min(Math.max(from + by, 0), flags.length - 1)];
    if (next !== undefined) choose(next);
  };
  const judge = (flag: Flag, judgement: Judgement) => {
    setLastDecided(flag);
    decide.mutate({ flag: flag.id, judgement });
  };
  const takeBack = (flag: Flag) => {
    setLastDecided(null);
    choose(flag);
    undo.mutate(flag.id);
  };

  const open = (flag: Flag) => {
    const place = placeOf(flag);
    if (place !== null) go(place);
  };

  const isBusy = dismissing !== null || helping;
  const onCurrent = (does: (flag: Flag) => void) => () => {
    if (!isBusy && mayReview && current !== undefined) does(current);
  };
  // Keys go on to the next flag: what is taken back is the one before.
  const lastTouched = lastDecided ?? current;
  const judgeAndGoOn = (decision: 'accept' | 'unsure') =>
    onCurrent((flag) => {
      judge(flag, { decision });
      step(1);
    });
  useHotkeys([
    ['j', () => !isBusy && step(1)],
    ['k', () => !isBusy && step(-1)],
    ['a', judgeAndGoOn('accept')],
    ['u', judgeAndGoOn('unsure')],
    ['d', onCurrent((flag) => setDismissing({ flag, goesOn: true }))],
    ['z', () => !isBusy && mayReview && lastTouched !== undefined && takeBack(lastTouched)],
    ['o', () => !isBusy && opens && current !== undefined && open(current)],
    ['shift+?', () => setHelping(true)],
  ]);

  return {
    at,
    choose,
    step,
    decisionsOn: (flag) => ({
      onAccept: () => judge(flag, { decision: 'accept' }),
      onUnsure: () => judge(flag, { decision: 'unsure' }),
      onDismiss: () => {
        choose(flag);
        setDismissing({ flag, goesOn: false });
      },
      onUndo: () => takeBack(flag),
    }),
    showKeys: () => setHelping(true),
    dialogs: (
      <>
        <DismissDialog
          opened={dismissing !== null}
          onClose={() => setDismissing(null)}
          onDismiss={(judgement) => {
            if (dismissing !== null) judge(dismissing.flag, judgement);
            if (dismissing?.goesOn === true) step(1);
            setDismissing(null);
          }}
        />
        <KeyHelp opened={helping} opens={opens} onClose={() => setHelping(false)} />
      </>
    ),
    error,
  };
}
