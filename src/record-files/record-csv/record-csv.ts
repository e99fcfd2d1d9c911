import { basename } from 'node:path';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { kinds, type RecordKind, recordKinds } from '#model/records.ts';
import type { Remark, Row } from '../cells/cell.ts';
import { delimitedTable } from '../cells/delimited.ts';
import { inWords } from '../columns/column.ts';
import { cellsBelow, entryOf, type Heads, headsOf } from '../columns/entry.ts';
import { kindTables } from '../columns/kind-tables.ts';
import type { FoundRecord, ReadFile, RecordFormat } from '../define.ts';
import { shiftedRow } from '../reading/shifted-row.ts';

/**
 * A table of records of one kind as CSV: the file is called after the kind (`initiatives.csv`), each column after a field.
 *
 * The twin of one sheet of the workbook. Lists inside records have no place in it. An empty cell says nothing of its field.
 */
export const recordCsv: RecordFormat = {
  id: 'record-csv',
  title: 'Records of one kind (CSV)',
  recognises: (name) => kindOfFile(name) !== undefined,
  byName: true,
  read: async ({ name, bytes }) => {
    const kind = kindOfFile(name);
    if (!kind) throw new Fault('records-unreadable', { path: name, why: unnamed(name) });
    return readTable(name, kind, delimitedTable(name, bytes));
  },
};

const unnamed = (name: string): string => {
  const stem = plain(basename(name).replace(/\.\w+$/u, ''));
  const near = closest(
    stem,
    kinds.map((kind) => plain(recordKinds[kind].plural)),
  );
  return `its name says no kind of record, as initiatives.csv does${near === undefined ? '' : `; ${near}.csv would`}`;
};

/** The kind after whose plural a file is called, as words, with hyphens or as in a model file. */
const kindOfFile = (name: string): RecordKind | undefined => {
  const [, stem] = /^(.*)\.(?:csv|tsv|txt)$/iu.exec(basename(name)) ?? [];
  return stem === undefined ? undefined : kinds.find((kind) => plain(recordKinds[kind].plural) === plain(stem));
};

const plain = (name: string): string =>
  inWords(name)
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '-');

const readTable = (
  path: string,
  kind: RecordKind,
  { rows: [head, ...rows], remarks, delimiter }: ReturnType<typeof delimitedTable>,
): ReadFile => {
  const { columns } = kindTables(kind);
  const heads = headsOf(head ?? { row: 1, cells: [] }, columns);
  if (heads.columns.every((column) => column === undefined)) {
    const why = `its first row names no field of a ${kind}, such as ${columns
      .slice(0, 5)
      .map(({ label }) => label)
      .join(', ')}`;
    throw new Fault('records-unreadable', { path, why });
  }
  const width = head?.cells.length ?? 0;
  const entries = rows.map((row) => {
    const shifted = shiftedRow(row, width);
    const { body, rejected } = entryOf(row, heads, undefined, delimiter === ';' ? {} : undefined);
    return { place: { row: row.row }, body, rejected: [...rejected, ...(shifted ? [shifted] : [])] };
  });
  const good = entries.filter(({ rejected }) => rejected.length === 0);
  return {
    records: good.map(({ place, body }): FoundRecord => ({ kind, body, place })),
    rows: { total: rows.length, accepted: good.length, rejected: rows.length - good.length },
    rejected: entries.flatMap(({ rejected }) => rejected),
    ties: [],
    remarks: [...remarks, ...unread(heads, rows)],
  };
};

/** Columns that no field has, where anything stands in them. */
const unread = ({ strange }: Heads, rows: readonly Row[]): Remark[] =>
  strange.flatMap(({ head, index }) => {
    const count = cellsBelow(rows, index).length;
    return count === 0 ? [] : [{ what: 'cells of a column that is called like no field', count, example: head }];
  });
