import { canonical } from './canonical.ts';
import type { Body } from './record.ts';

/** What one field was and is. `from` is missing where the field was not there before, `to` where it is gone. */
export type FieldChange = { readonly field: string; readonly from?: unknown; readonly to?: unknown };

/**
 * The fields that two versions of a record differ in, in order of name; a missing version has no fields.
 *
 * Looks at the outermost fields only: a list or an object that changed anywhere inside changed as a whole, because the
 * store does not know which of its parts people have a name for.
 */
export const fieldsBetween = (before: Body | null, after: Body | null): FieldChange[] => {
  const was = new Map(Object.entries(before ?? {}));
  const is = new Map(Object.entries(after ?? {}));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => textOf(was, field) !== textOf(is, field))
    .sort()
    .map((field) => ({
      field,
      ...(was.has(field) ? { from: was.get(field) } : {}),
      ...(is.has(field) ? { to: is.get(field) } : {}),
    }));
};

const textOf = (fields: ReadonlyMap<string, unknown>, field: string): string | undefined =>
  fields.has(field) ? canonical(fields.get(field)) : undefined;
