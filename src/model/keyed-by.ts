import { Key } from './key.ts';

/** A key that may be left out by records that nothing refers to; `keyedBy` then makes it of their parts. */
export const partsKey = Key.optional().transform((key) => key ?? '');

/**
 * For the `overwrite` of a record's schema: a record without a key is called after its parts, joined by dots.
 *
 * The same statement is then the same record however often it is read.
 */
export const keyedBy =
  <R extends { readonly key: string }>(parts: (record: R) => readonly (string | undefined)[]) =>
  (record: R): R =>
    record.key === ''
      ? {
          ...record,
          key: parts(record)
            .filter((part) => part !== undefined)
            .join('.'),
        }
      : record;
