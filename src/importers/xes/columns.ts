import { Fault } from '#model/fault.ts';

/** The columns of a log, numbered in the order in which they are met. */
export class Columns {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #path: string;
  readonly #limit: number;

  constructor(path: string, limit: number, names: readonly string[] = []) {
    this.#path = path;
    this.#limit = limit;
    for (const name of names) this.place(name);
  }

  /** The number of a column, which is a new one where the name was not met before. */
  place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.names.length;
    if (place === this.#limit) {
      throw new Fault('keys-too-many', { path: this.#path, limit: this.#limit });
    }
    this.names.push(name);
    this.#places.set(name, place);
    return place;
  }
}
