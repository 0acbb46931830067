/** Numbers below 2^32 in one growing block: millions of them cost four bytes each. */
export class Uint32List {
  #block: Uint32Array = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#block.length) this.#grow(this.length * 2);
    this.#block[this.length++] = value;
  }

  append(values: Uint32Array): void {
    const length = this.length + values.length;
    if (length > this.#block.length) this.#grow(Math.max(length, this.#block.length * 2));
    this.#block.set(values, this.length);
    this.length = length;
  }

  at(index: number): number {
    return this.#block[index] ?? 0;
  }

  /** A view that the next `push` may leave behind. */
  view(start: number, end: number): Uint32Array {
    return this.#block.subarray(start, end);
  }

  #grow(length: number): void {
    const block = new Uint32Array(length);
    block.set(this.#block);
    this.#block = block;
  }
}
