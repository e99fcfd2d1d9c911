import { digestOf } from './digest.ts';
import { Key, longestKey } from './key.ts';

/** A key that may be left out by records that nothing refers to; `keyedBy` then makes it of their parts. */
export const partsKey = Key.optional().transform((key) => key ?? '');

/**
 * The key that is made of parts: joined by dots, without those that are left out.
 *
 * One that would be too long has its long parts cut, so that every part can still be read, and ends with a digest of the whole,
 * so that no two are alike.
 */
export const keyOf = (parts: readonly (string | undefined)[]): string => {
  const given = parts.filter((part) => part !== undefined);
  const whole = given.join('.');
  if (whole.length <= longestKey) return whole;
  const digest = digestOf(whole).toLowerCase();
  const room = longestKey - digest.length - 1;
  return [...cutTo(given, room), digest].join('.');
};

/** Parts of at most as many characters each as fit together. */
const cutTo = (parts: readonly string[], room: number): readonly string[] => {
  for (let most = room; most > 0; most--) {
    const cut = parts.map((part) => part.slice(0, most).replace(/[-.]+$/, ''));
    if (cut.join('.').length <= room) return cut;
  }
  return [];
};

/**
 * For the `overwrite` of a record's schema: a record without a key is called after its parts, as `keyOf` has it.
 *
 * The same statement is then the same record however often it is read.
 */
export const keyedBy =
  <R extends { readonly key: string }>(parts: (record: R) => readonly (string | undefined)[]) =>
  (record: R): R =>
    record.key === '' ? { ...record, key: keyOf(parts(record)) } : record;
