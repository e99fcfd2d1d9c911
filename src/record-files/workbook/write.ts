import { Fault } from '#model/fault.ts';
import type { ModelKind, ModelRecord } from '#model/records.ts';
import { cellOf, valueAt } from '../columns/cell-of.ts';
import { none } from '../columns/cell-value.ts';
import { type Column, type KindTables, type ListTable, labelOf } from '../columns/column.ts';
import { kindTables } from '../columns/kind-tables.ts';
import { lastRow } from '../xlsx/read-sheet.ts';
import type { Choices, ColumnOut, SheetOut, Written } from '../xlsx/write-sheet.ts';
import { writtenWorkbook } from '../xlsx/write-workbook.ts';
import { ChoiceLists } from './choice-lists.ts';
import { readMeSheet } from './read-me.ts';
import { kindSheet, listSheet, recordHead, sheetKinds, usualKinds } from './sheets.ts';

/** What a workbook is of, as its first page says it. */
export type About = {
  readonly workspace: string;
  readonly design: string | undefined;
  readonly asOf: string;
  /** The kinds that were asked for; undefined for all. */
  readonly kinds: readonly ModelKind[] | undefined;
};

export type WrittenBook = {
  readonly bytes: Uint8Array;
  readonly sheets: readonly { readonly sheet: string; readonly rows: number }[];
};

/**
 * Records as one workbook: a sheet a kind, and a sheet for each list inside its records.
 *
 * What comes back from it unchanged changes nothing: numbers, days and amounts keep every digit, an empty list is told from
 * one that is not stated, and what a spreadsheet cannot hold exactly stands as text.
 */
export const workbookOf = (records: readonly ModelRecord[], about: About): WrittenBook => {
  const byKind = Map.groupBy(records, ({ kind }) => kind);
  const shown = sheetKinds.filter((kind) =>
    about.kinds ? about.kinds.includes(kind) : usualKinds.includes(kind) || byKind.has(kind),
  );
  const choices = new ChoiceLists(byKind, shown);
  const sheets = shown.flatMap((kind) =>
    sheetsOf(kindTables(kind), byKind.get(kind) ?? [], choices, about.kinds !== undefined),
  );
  const tables = sheets.map(({ name, rows }) => ({ sheet: name, rows: rows.length }));
  return { bytes: writtenWorkbook([readMeSheet(about, tables), ...sheets, ...choices.sheet]), sheets: tables };
};

const sheetsOf = (
  tables: KindTables,
  records: readonly ModelRecord[],
  choices: ChoiceLists,
  isAsked: boolean,
): SheetOut[] => {
  const { kind, columns, lists } = tables;
  const main: SheetOut = {
    name: kindSheet(kind),
    columns: [...columns.map((column) => columnOut(column, choices)), ...lists.map(({ path }) => listMark(path))],
    rows: records.map(({ key, body }) => [
      ...columns.map((column) => (column.path.join() === 'key' ? key : cellIn(kind, key, body, column))),
      ...lists.map(({ path }) => (isEmptyList(valueAt(body, path)) ? none : undefined)),
    ]),
  };
  const inside = lists.map((list) => listSheetOf(tables, list, records, choices));
  const wanted = inside.filter(({ rows }) => rows.length > 0 || isAsked || usualKinds.includes(kind));
  return [main, ...wanted].map(fitting);
};

const listSheetOf = (
  tables: KindTables,
  list: ListTable,
  records: readonly ModelRecord[],
  choices: ChoiceLists,
): SheetOut => {
  const { kind } = tables;
  const inner = list.within?.columns ?? [];
  const head: ColumnOut = { head: recordHead(kind), width: 28, holds: 'text', choices: choices.ofKind(kind) };
  const rows = records.flatMap(({ key, body }) => {
    const entries = valueAt(body, list.path);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry) => {
      const outer = [key, ...list.columns.map((column) => cellIn(kind, key, entry, column))];
      const parts = list.within ? valueAt(entry, list.within.path) : undefined;
      if (!Array.isArray(parts) || parts.length === 0) return [outer];
      return parts.map((part) => [...outer, ...inner.map((column) => cellIn(kind, key, part, column))]);
    });
  });
  const columns = [head, ...[...list.columns, ...inner].map((column) => columnOut(column, choices))];
  return { name: listSheet(tables, list), columns, rows };
};

/** More characters than this a cell of a spreadsheet does not hold. */
const longestText = 32_767;

const cellIn = (kind: ModelKind, key: string, body: unknown, column: Column): Written => {
  const written = cellOf(valueAt(body, column.path), column);
  if (typeof written !== 'string' || written.length <= longestText) return written;
  const why = `a cell holds ${longestText.toLocaleString('en')} characters, and it has ${written.length.toLocaleString('en')}`;
  throw new Fault('workbook-unfit', { what: `${kind} ${key}, ${column.path.join('.')}`, why });
};

const fitting = (sheet: SheetOut): SheetOut => {
  if (sheet.rows.length < lastRow) return sheet;
  const why = `a sheet holds ${lastRow.toLocaleString('en')} rows, and it has ${sheet.rows.length.toLocaleString('en')}`;
  throw new Fault('workbook-unfit', { what: sheet.name, why });
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const listMark = (path: readonly string[]): ColumnOut => ({
  head: labelOf(path),
  width: 14,
  holds: 'text',
  choices: { words: [none] },
});

const widths: Readonly<Record<string, number>> = { text: 24, choice: 16, list: 28, json: 28, instant: 24 };

const columnOut = (column: Column, choices: ChoiceLists): ColumnOut => {
  const { label, holds } = column;
  const { type } = holds;
  const shown =
    type === 'day' ? 'day' : type === 'number' || type === 'whole' || type === 'decimal' ? 'number' : 'text';
  return {
    head: label,
    width: widths[type] ?? 14,
    holds: type === 'yes-no' ? 'number' : shown,
    choices: offered(column, choices),
  };
};

const offered = ({ holds, refers }: Column, choices: ChoiceLists): Choices | undefined => {
  if (holds.type === 'choice') return choices.ofWords(holds.words);
  if (holds.type === 'yes-no') return { words: ['TRUE', 'FALSE'] };
  return refers !== undefined && holds.type === 'text' ? choices.ofKind(refers) : undefined;
};
