import type { ModelKind } from '#model/records.ts';
import { valueAt } from '../columns/cell-of.ts';
import { none } from '../columns/cell-value.ts';
import { type ListTable, labelOf } from '../columns/column.ts';
import { put } from '../columns/entry.ts';
import { kindTables } from '../columns/kind-tables.ts';
import type { FoundRecord, RejectedRow } from '../define.ts';
import { type Meaning, ofRecord } from './find-sheets.ts';
import { entriesOf } from './lists.ts';
import type { SheetRow } from './read-rows.ts';
import { listSheet } from './sheets.ts';

export type ReadSheet = { readonly name: string; readonly meaning: Meaning; readonly rows: readonly SheetRow[] };

/** Rows that speak of one record: its own, and those of its lists. */
type Group = {
  readonly kind: ModelKind;
  readonly key: string | undefined;
  readonly own: SheetRow[];
  readonly lists: Map<ListTable, SheetRow[]>;
};

export type Grouped = {
  readonly records: readonly FoundRecord[];
  readonly rejected: readonly RejectedRow[];
  readonly lost: number;
};

/** The records that the sheets of a workbook state. One of which a row cannot be read is left out with all its rows. */
export const recordsIn = (sheets: readonly ReadSheet[]): Grouped => {
  const { groups, homeless } = grouped(sheets);
  const records: FoundRecord[] = [];
  const rejected: RejectedRow[] = [...homeless];
  let lost = homeless.length;
  for (const group of groups) {
    const rows = [...group.own, ...[...group.lists.values()].flat()];
    const wrong = rows.flatMap((row) => [...row.rejected, ...wrongMarks(row, group)]);
    if (wrong.length === 0) records.push(...recordsOf(group));
    else {
      const bad = new Set(wrong.map(({ place }) => placeText(place)));
      rejected.push(
        ...wrong,
        ...rows.filter(({ place }) => !bad.has(placeText(place))).map((row) => drawnAlong(row, group)),
      );
      lost += rows.length;
    }
  }
  return { records, rejected, lost };
};

const grouped = (sheets: readonly ReadSheet[]) => {
  const groups = new Map<string, Group>();
  const homeless: RejectedRow[] = [];
  for (const { meaning, rows } of sheets) {
    const { kind } = meaning.tables;
    for (const row of rows) {
      const key = row.body[meaning.list ? ofRecord : 'key'];
      if (meaning.list && typeof key !== 'string') {
        const place = { ...row.place, field: meaning.columns[0]?.label ?? '' };
        homeless.push({
          place,
          found: 'nothing',
          expected: `the key of the ${kind.replaceAll('-', ' ')} that the entry is of`,
        });
        continue;
      }
      const name = typeof key === 'string' ? `${kind} ${key}` : `${kind} #${groups.size}`;
      const group: Group = groups.get(name) ?? {
        kind,
        key: typeof key === 'string' ? key : undefined,
        own: [],
        lists: new Map(),
      };
      groups.set(name, group);
      if (!meaning.list) group.own.push(row);
      else {
        const entries = group.lists.get(meaning.list);
        if (entries) entries.push(row);
        else group.lists.set(meaning.list, [row]);
      }
    }
  }
  return { groups: [...groups.values()], homeless };
};

/** A record for each row that states it; its lists belong to the first. */
const recordsOf = ({ kind, key, own, lists }: Group): FoundRecord[] => {
  const [first, ...others] = own;
  const body = { ...(key === undefined ? {} : { key }), ...(first ? withEmptyLists(kind, first.body) : {}) };
  const parts: NonNullable<FoundRecord['parts']>[number][] = [];
  for (const [list, rows] of lists) {
    const stated = entriesOf(rows, list);
    put(body, list.path, stated.entries);
    parts.push(...stated.parts);
  }
  const place = first?.place ?? parts[0]?.place ?? {};
  return [
    { kind, body, place, ...(parts.length === 0 ? {} : { parts }) },
    ...others.map((row): FoundRecord => ({ kind, body: withEmptyLists(kind, row.body), place: row.place })),
  ];
};

/** A row with an empty list in place of each word that says so. */
const withEmptyLists = (kind: ModelKind, row: SheetRow['body']): Record<string, unknown> => {
  const body = { ...row };
  for (const { path } of kindTables(kind).lists) {
    if (valueAt(body, path) === null) put(body, path, []);
  }
  return body;
};

/** The column of a list says only that it is empty, and not that where it has rows. */
const wrongMarks = ({ place, body }: SheetRow, { kind, lists }: Group): RejectedRow[] =>
  kindTables(kind).lists.flatMap((list) => {
    const said = body[ofRecord] === undefined ? valueAt(body, list.path) : undefined;
    const hasRows = lists.has(list);
    if (said === undefined || (said === null && !hasRows)) return [];
    const sheet = listSheet({ kind }, list);
    const expected =
      said === null
        ? `an empty cell, because ${sheet} has rows of it`
        : `an empty cell or ${none}; entries stand on ${sheet}`;
    return [
      { place: { ...place, field: labelOf(list.path) }, found: said === null ? none : JSON.stringify(said), expected },
    ];
  });

const drawnAlong = ({ place }: SheetRow, { kind, key }: Group): RejectedRow => ({
  place,
  found: `a part of the ${kind.replaceAll('-', ' ')} ${key ?? 'without a key'}, of which another row is rejected`,
  expected: 'every row of a record to be right',
});

const placeText = ({ sheet, row }: RejectedRow['place']): string => JSON.stringify([sheet, row]);
