import { Uint32List } from './Uint32List.js';

const nothing = 0xffffffff;

/**
 * Members by key, at most `most` a key: what more share is told by nobody. Entries are chained in typed arrays, so
 * that ten million take some hundred megabytes.
 */
export class Buckets {
  readonly #most: number;
  readonly #keys = new Uint32List();
  readonly #members = new Uint32List();
  readonly #next = new Uint32List();
  readonly #found: number[] = [];
  /** Keys of full buckets: their long chains are not walked again. */
  readonly #full = new Set<number>();
  #heads: Uint32Array = new Uint32Array(1024).fill(nothing);

  constructor(most: number) {
    this.#most = most;
  }

  /** Puts a member in and tells those already under its key, unless the bucket is full: then it tells none. */
  put(key: number, member: number, tell: (other: number) => void): void {
    if (this.#full.has(key)) return;
    const found = this.#found;
    found.length = 0;
    for (let at = this.#heads[this.#slotOf(key)] ?? nothing; at !== nothing; at = this.#next.at(at)) {
      if (this.#keys.at(at) === key) found.push(this.#members.at(at));
    }
    if (found.length >= this.#most) {
      this.#full.add(key);
      return;
    }
    for (const other of found) tell(other);
    if (this.#keys.length === this.#heads.length) this.#grow();
    this.#chain(key, this.#keys.length);
    this.#keys.push(key);
    this.#members.push(member);
  }

  #chain(key: number, entry: number): void {
    const slot = this.#slotOf(key);
    this.#next.push(this.#heads[slot] ?? nothing);
    this.#heads[slot] = entry;
  }

  #grow(): void {
    this.#heads = new Uint32Array(this.#heads.length * 2).fill(nothing);
    this.#next.length = 0;
    for (let entry = 0; entry < this.#keys.length; entry++) this.#chain(this.#keys.at(entry), entry);
  }

  #slotOf(key: number): number {
    return key & (this.#heads.length - 1);
  }
}
