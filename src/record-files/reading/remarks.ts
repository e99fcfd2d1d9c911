import type { Remark } from '../cells/cell.ts';

/** What is to be said of a file, each thing once, with how often it was met and where first. */
export class Remarks {
  readonly #met = new Map<string, { count: number; example: string }>();

  add(what: string, example: string): void {
    const known = this.#met.get(what);
    if (known) known.count++;
    else this.#met.set(what, { count: 1, example });
  }

  get list(): Remark[] {
    return [...this.#met].map(([what, { count, example }]) => ({ what, count, example }));
  }
}
