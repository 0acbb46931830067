/** Conditions of a query and their values, gathered one after another. */
export class Where {
  readonly #conditions: string[] = [];
  readonly #params: unknown[];

  /** @param params that the query has before the conditions: `$1` … */
  constructor(params: readonly unknown[] = []) {
    this.#params = [...params];
  }

  /** @param condition with a `?` for each of `values` */
  and(condition: string, ...values: readonly unknown[]): this {
    const left = values.values();
    this.#conditions.push(
      condition.replaceAll('?', () => {
        this.#params.push(left.next().value);
        return `$${this.#params.length}`;
      }),
    );
    return this;
  }

  /** Every word of a search somewhere in a folded column. */
  andFolded(column: string, words: readonly string[]): this {
    for (const word of words) this.and(`${column} LIKE ?`, `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return this;
  }

  /** `WHERE …`; with none: empty. */
  get text(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.map((one) => `(${one})`).join(' AND ')}`;
  }

  get params(): readonly unknown[] {
    return this.#params;
  }
}
