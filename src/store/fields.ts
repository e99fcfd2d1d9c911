import { alike } from './canonical.ts';
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
  const [was, is] = [before ?? {}, after ?? {}];
  if (was === is) return [];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => has(was, field) !== has(is, field) || (has(was, field) && !alike(was[field], is[field])))
    .sort()
    .map((field) => ({
      field,
      ...(has(was, field) ? { from: was[field] } : {}),
      ...(has(is, field) ? { to: is[field] } : {}),
    }));
};

const has = (body: Body, field: string): boolean => Object.hasOwn(body, field) && body[field] !== undefined;
