import { canonical } from '#store/canonical.ts';
import { type FieldChange, fieldsBetween } from '#store/fields.ts';

/**
 * A change of a field as changes of the parts of it that differ: `stages[review].wipLimit` from 3 to 4.
 *
 * Entries of a list are matched by their key, where all have one; then a changed order shows as a change of `stages[order]`.
 * Any other list changes as a whole: without keys nobody can say which entry became which.
 */
export const changedParts = (change: FieldChange): FieldChange[] => {
  const { field, from, to } = change;
  if (isFields(from) && isFields(to)) return within(field, '.', from, to);
  const before = byKey(from);
  const after = byKey(to);
  if (!before || !after) return [change];
  const order = { field: `${field}[order]`, from: Object.keys(before), to: Object.keys(after) };
  const kept = (keys: readonly string[], other: Fields) => canonical(keys.filter((key) => Object.hasOwn(other, key)));
  const moved = kept(order.from, after) !== kept(order.to, before);
  return [...within(field, '[', before, after), ...(moved ? [order] : [])];
};

type Fields = Readonly<Record<string, unknown>>;

const within = (field: string, opening: '.' | '[', before: Fields, after: Fields): FieldChange[] =>
  fieldsBetween(before, after).flatMap((part) =>
    changedParts({ ...part, field: opening === '.' ? `${field}.${part.field}` : `${field}[${part.field}]` }),
  );

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as fields named by the keys of its entries, or undefined when it is none, or two share a key. */
const byKey = (list: unknown): Fields | undefined => {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const entries = list.flatMap((entry: unknown) =>
    isFields(entry) && typeof entry.key === 'string' ? [[entry.key, entry] as const] : [],
  );
  const fields = Object.fromEntries(entries);
  return Object.keys(fields).length === list.length ? fields : undefined;
};
