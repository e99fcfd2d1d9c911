import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import type { RecordKind } from '#model/records.ts';
import { kinds } from '#model/records.ts';
import type { Column } from '../columns/column.ts';
import { kindTables } from '../columns/kind-tables.ts';
import type { From, KeyFrom, Stated, TableMapping } from './mapping.ts';

type Parts = readonly (string | { readonly is: unknown })[];

/** A field and where its value comes from; a list of parts is joined, as a key is. */
export type Field = { readonly column: Column; readonly from: From | Parts };

/** A kind of record that each line states, its fields found among those of the kind. */
export type Plan = {
  readonly kind: RecordKind;
  readonly stated: Stated;
  readonly key: Parts | undefined;
  readonly fields: readonly Field[];
  readonly lists: readonly { readonly path: readonly string[]; readonly entries: readonly (readonly Field[])[] }[];
};

/** What a mapping says of each kind; a field or list that a kind does not have is refused with the nearest it has. */
export const plansOf = ({ records }: TableMapping): Plan[] =>
  records.map((stated, index) => {
    const kind = kinds.find((known) => known === stated.kind);
    if (!kind) throw new Error(`${stated.kind} was checked and is no kind`);
    const tables = kindTables(kind);
    const at = `mapping.records[${index}]`;
    const lists = new Map(tables.lists.map((list) => [list.path.join('.'), list]));
    return {
      kind,
      stated,
      key: stated.key === undefined ? undefined : partsOf(stated.key),
      fields: fieldsOf(stated.fields, tables.columns, `${at}.fields`),
      lists: Object.entries(stated.lists).map(([name, entries]) => {
        const list = lists.get(name);
        if (!list) throw unknown(`${at}.lists.${name}`, name, [...lists.keys()]);
        const place = `${at}.lists.${name}`;
        return { path: list.path, entries: entries.map((entry) => fieldsOf(entry, list.columns, place)) };
      }),
    };
  });

const fieldsOf = (fields: Stated['fields'], columns: readonly Column[], at: string): Field[] =>
  Object.entries(fields).map(([name, from]) => {
    const column = columns.find(({ path }) => path.join('.') === name);
    if (!column)
      throw unknown(
        `${at}.${name}`,
        name,
        columns.map(({ path }) => path.join('.')),
      );
    return { column, from };
  });

const partsOf = (key: KeyFrom): Parts => (typeof key === 'string' ? [key] : key);

const unknown = (field: string, found: string, known: readonly string[]): Fault =>
  new Fault('input-refused', {
    field,
    found: JSON.stringify(found),
    expected: known.length === 0 ? 'no such list: the kind has none' : `one of ${known.join(', ')}`,
    closest: closest(found, known),
  });

/** Every head that a mapping names. */
export const headsIn = (plans: readonly Plan[]): string[] => {
  const heads = plans.flatMap(({ key = [], stated, fields, lists }) => [
    ...key.flatMap(headOf),
    ...(stated.when ? [stated.when.column] : []),
    ...[stated.unless ?? []].flat().map(({ column }) => column),
    ...[...fields, ...lists.flatMap(({ entries }) => entries.flat())].flatMap(({ from }) =>
      isParts(from) ? from.flatMap(headOf) : headOf(from),
    ),
  ]);
  return [...new Set(heads)];
};

export const isParts = (from: From | Parts): from is Parts => Array.isArray(from);

const headOf = (from: From | { readonly is: unknown }): string[] => {
  if (typeof from === 'string') return [from];
  return 'column' in from ? [from.column] : [];
};
