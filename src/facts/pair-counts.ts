const denseUpTo = 1024;

/** Numbers for pairs of codes below `size`, 0 until something is put there: an array while that is small, else a map. */
export class PairCounts {
  readonly #size: number;
  readonly #dense: Float64Array | undefined;
  readonly #sparse = new Map<number, number>();

  constructor(size: number) {
    this.#size = size;
    if (size <= denseUpTo) this.#dense = new Float64Array(size * size);
  }

  get(a: number, b: number): number {
    const place = a * this.#size + b;
    return (this.#dense ? this.#dense[place] : this.#sparse.get(place)) ?? 0;
  }

  set(a: number, b: number, value: number): void {
    const place = a * this.#size + b;
    if (this.#dense) this.#dense[place] = value;
    else this.#sparse.set(place, value);
  }

  add(a: number, b: number, value: number): void {
    const place = a * this.#size + b;
    if (this.#dense) this.#dense[place] = (this.#dense[place] ?? 0) + value;
    else this.#sparse.set(place, (this.#sparse.get(place) ?? 0) + value);
  }

  /** Every pair whose number is not 0, by the first code and then the second. */
  entries(): { readonly a: number; readonly b: number; readonly value: number }[] {
    const filled = this.#dense ? [...this.#dense.entries()].filter(([, value]) => value !== 0) : [...this.#sparse];
    return filled
      .sort(([x], [y]) => x - y)
      .map(([place, value]) => ({ a: Math.floor(place / this.#size), b: place % this.#size, value }));
  }
}
