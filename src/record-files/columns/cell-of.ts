import type { Decimal } from '#model/money.ts';
import { listText, none, quotedWhereBlank } from './cell-value.ts';
import type { Column } from './column.ts';

/** A value as a cell of a table holds it: reading the cell gives the value again. */
export type Stated = undefined | string | number | boolean | { readonly decimal: Decimal } | { readonly day: string };

export const cellOf = (value: unknown, { holds }: Column): Stated => {
  if (value === undefined) return undefined;
  if (value === null) return none;
  if (holds.type === 'json') return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'string' && holds.type === 'decimal') return { decimal: value };
  if (typeof value === 'string' && holds.type === 'day') return { day: value };
  if (typeof value === 'string') return quotedWhereBlank(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
};

/** What stands at the end of a path in a record, an entry or a mapping. */
export const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), body);
