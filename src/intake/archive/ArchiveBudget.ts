import { SoatError } from '../../model/errors.js';

/** What one archive handed in may come to, those inside it included. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
  /** How many times larger than packed a member may be; small ones are never dangerous. */
  readonly ratio: number;
  readonly bytesOfAnyRatio: number;
  /** Archives inside each other. */
  readonly depth: number;
}

/** Ratio: a bilevel TIFF of blank pages packs to a fiftieth; bombs pack to a thousandth. */
export const archiveLimits: ArchiveLimits = {
  entries: 5_000,
  bytes: 4_000_000_000,
  ratio: 200,
  bytesOfAnyRatio: 20_000_000,
  depth: 3,
};

/** Counts what one archive handed in gives, over all archives inside it. */
export class ArchiveBudget {
  #entries = 0;
  #bytes = 0;

  constructor(readonly limits: ArchiveLimits = archiveLimits) {}

  /** @throws SoatError `archive-too-large` */
  takeEntries(count: number, depth: number): void {
    this.#entries += count;
    if (depth > this.limits.depth) throw new SoatError('archive-too-large', `> ${this.limits.depth} ZIP`);
    if (this.#entries > this.limits.entries) {
      throw new SoatError('archive-too-large', `${this.#entries} > ${this.limits.entries}`);
    }
  }

  /** @throws SoatError `archive-too-large` */
  takeBytes(packed: number, unpacked: number): void {
    const { ratio, bytesOfAnyRatio, bytes } = this.limits;
    if (unpacked > bytesOfAnyRatio && unpacked > ratio * packed) {
      throw new SoatError('archive-too-large', `${packed} → ${unpacked} byte`);
    }
    if (this.#bytes + unpacked > bytes) throw new SoatError('archive-too-large', `> ${bytes} byte`);
    this.#bytes += unpacked;
  }
}
