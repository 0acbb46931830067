import type { Drop } from './findDrops.js';

interface Sighting {
  readonly signature: string;
  /** Milliseconds of a clock that is never set. */
  readonly since: number;
}

/** Tells which drops are complete: unchanged for some time. */
export class Stability {
  readonly #settleMs: number;
  #seen: ReadonlyMap<string, Sighting> = new Map();

  constructor(settleMs: number) {
    this.#settleMs = settleMs;
  }

  /** @param now milliseconds @returns the complete ones of `drops`; the others are still being watched */
  complete(drops: readonly Drop[], now: number): readonly Drop[] {
    const seen = new Map<string, Sighting>();
    for (const { name, signature } of drops) {
      const before = this.#seen.get(name);
      seen.set(name, before?.signature === signature ? before : { signature, since: now });
    }
    this.#seen = seen;
    return drops.filter(({ name }) => now - (seen.get(name)?.since ?? now) >= this.#settleMs);
  }
}
