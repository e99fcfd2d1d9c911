import { Fault } from '#model/fault.ts';
import type { Remark } from '../cells/cell.ts';
import type { ReadFile, RecordFormat } from '../define.ts';
import { looksLikeWorkbook, openWorkbook, type Sheet } from '../xlsx/read-workbook.ts';
import { withCurrencies } from './currencies.ts';
import { meaningOf } from './find-sheets.ts';
import { sheetRows } from './read-rows.ts';
import { type ReadSheet, recordsIn } from './records.ts';
import { choiceSheet, readMe } from './sheets.ts';
import { tied } from './ties.ts';

/**
 * Records as one workbook: a sheet a kind and a sheet for each list inside its records, as `export workbook` writes it.
 *
 * Sheets are known by their names and columns by their heads, wherever they stand.
 */
export const workbook: RecordFormat = {
  id: 'workbook',
  title: 'Workbook of records (Excel)',
  recognises: looksLikeWorkbook,
  byName: true,
  read: async ({ name, bytes, workspace }) => readBook(name, bytes, workspace.currency),
};

const readBook = (path: string, bytes: Uint8Array, currency: string): ReadFile => {
  const { sheets, remarks } = openWorkbook(path, bytes);
  const told: Remark[] = [...remarks];
  const read = sheets.flatMap((sheet) => readSheet(sheet, currency, told));
  if (read.length === 0) {
    const why =
      'none of its sheets is called like a kind of record, such as Initiatives, with the names of its fields above its columns; any other table is read by a mapping, which --suggest drafts';
    throw new Fault('records-unreadable', { path, why });
  }
  const { records, rejected, lost } = recordsIn(read);
  const total = read.reduce((sum, { rows }) => sum + rows.length, 0);
  const rows = { total, accepted: total - lost, rejected: lost };
  return {
    ...tied(read, records),
    rows,
    rejected,
    remarks: summed(told),
    heads: Object.fromEntries(read.flatMap(headsIn)),
  };
};

const readSheet = ({ name, hidden, open }: Sheet, currency: string, told: Remark[]): ReadSheet[] => {
  if (name === readMe || name === choiceSheet) return [];
  const meaning = meaningOf(name);
  const found = meaning ? sheetRows(name, open(), meaning) : undefined;
  if (!meaning || !found) {
    told.push({ what: 'a sheet that is called like no kind of record, or names no field', count: 1, example: name });
    return [];
  }
  const { sheet, filled } = withCurrencies({ name, meaning, rows: found.rows }, currency);
  told.push(...found.remarks);
  if (hidden) told.push({ what: 'a sheet that is hidden, and is read all the same', count: 1, example: name });
  if (filled > 0) told.push({ what: `amounts without a currency, taken as ${currency}`, count: filled, example: name });
  return [sheet];
};

/** What the columns of a sheet are called, by the paths of their fields. */
const headsIn = ({ meaning: { tables, list, columns } }: ReadSheet): (readonly [string, string])[] => {
  const at = list ? `${tables.kind}.${list.path.join('.')}[]` : tables.kind;
  const inner = list?.within;
  return columns.map((column) => {
    const isInner = inner?.columns.includes(column);
    const place = isInner ? `${at}.${inner?.path.join('.')}[]` : at;
    return [`${place}.${column.path.join('.')}`, column.label];
  });
};

/** Remarks that say the same, as one. */
const summed = (told: readonly Remark[]): Remark[] =>
  [...Map.groupBy(told, ({ what }) => what)].map(([what, all]) => ({
    what,
    count: all.reduce((sum, { count }) => sum + count, 0),
    example: all[0]?.example ?? '',
  }));
