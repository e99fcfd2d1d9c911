import { isOwn } from './keys.ts';
import { endsOf } from './links.ts';
import type { Said } from './read-model.ts';

/**
 * What records said before they were changed or closed, by kind and key (`capability pay`): the fields that became others, as
 * they were.
 */
export type Earlier = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** How a record is called among all. */
export const nameOf = ({ kind, key }: { readonly kind: string; readonly key: unknown }): string =>
  `${kind} ${String(key)}`;

/**
 * What of a model was said here too and is not any more. Where an end of it is no record (any more), nobody here judges what
 * the model says of that end: it is not withdrawn.
 */
export class Withdrawn {
  readonly #earlier: Earlier;
  readonly #standing: ReadonlySet<string>;

  constructor(earlier: Earlier, standing: ReadonlySet<string>) {
    this.#earlier = earlier;
    this.#standing = standing;
  }

  /** Whether a record without a parent was below the one that it is below in the model. */
  isParent({ found: { kind, body } }: Said): boolean {
    const earlier = this.#earlier.get(nameOf({ kind, key: body.key })) ?? [];
    return this.#isRecord({ kind, key: body.parent }) && earlier.some(({ parent }) => parent === body.parent);
  }

  /** Whether a link that does not stand, by its kind and key, came from this relationship or had it written. */
  isLink(name: string, { concept, found: { kind, body, origin } }: Said): boolean {
    const ends = endsOf(kind, body);
    if (!ends || !this.#isRecord(ends.source) || !this.#isRecord(ends.target)) return false;
    const earlier = this.#earlier.get(name) ?? [];
    return isOwn(concept.id) ? earlier.length > 0 : earlier.some((each) => each.origin === origin);
  }

  #isRecord(end: Parameters<typeof nameOf>[0]): boolean {
    return this.#standing.has(nameOf(end));
  }
}
