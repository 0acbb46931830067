const fullest = 0.6;

/** How often each 32-bit hash was counted: an open table of eight bytes an entry. */
export class HashCounts {
  #hashes = new Uint32Array(1024);
  #counts = new Uint32Array(1024);
  #used = 0;

  increment(hash: number): void {
    if (this.#used > this.#hashes.length * fullest) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#counts[slot] === 0) {
      this.#hashes[slot] = hash;
      this.#used++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  of(hash: number): number {
    return this.#counts[this.#slotOf(hash)] ?? 0;
  }

  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#counts[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, counts] = [this.#hashes, this.#counts];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#counts = new Uint32Array(hashes.length * 2);
    for (const [index, count] of counts.entries()) {
      if (count === 0) continue;
      const slot = this.#slotOf(hashes[index] ?? 0);
      this.#hashes[slot] = hashes[index] ?? 0;
      this.#counts[slot] = count;
    }
  }
}
