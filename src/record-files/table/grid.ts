import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { type Cell, isBlank, type Remark, type Row, shownCell } from '../cells/cell.ts';
import { delimitedTable } from '../cells/delimited.ts';
import type { Place, RejectedRow } from '../define.ts';
import { shiftedRow } from '../reading/shifted-row.ts';
import type { Merged } from '../xlsx/read-sheet.ts';
import { looksLikeWorkbook, openWorkbook, type Sheet } from '../xlsx/read-workbook.ts';
import type { TableMapping } from './mapping.ts';

/**
 * One record of a table: its cells by the heads of their columns.
 *
 * `shifted` says that it has more cells than there are heads: a delimiter stands in a value, so that nobody knows which cell
 * belongs to which column.
 */
export type Line = {
  readonly place: Place;
  readonly cell: (head: string) => Cell | undefined;
  readonly shifted?: RejectedRow;
};

export type Grid = {
  readonly heads: readonly string[];
  readonly lines: readonly Line[];
  readonly remarks: readonly Remark[];
};

type FileForm = Pick<TableMapping['file'], 'sheet' | 'headerRow' | 'transposed' | 'delimiter'>;

/** A file as heads and lines, however it stands in it: below titles, in merged cells, or turned on its side. */
export const gridOf = (path: string, bytes: Uint8Array, form: FileForm, wanted: readonly string[]): Grid => {
  const { sheet, rows, remarks } = rowsOf(path, bytes, form);
  const upright = form.transposed ? transposed(rows) : rows;
  const at = headsAt(path, upright, form, wanted);
  const heads = namesOf(upright[at]?.cells ?? []);
  checkHeads(path, heads, wanted);
  const index = new Map(heads.map((head, column) => [head, column]));
  const width = widthOf(upright[at]);
  const below = upright.slice(at + 1);
  return {
    heads,
    remarks: sheet === undefined ? remarks : [...remarks, ...cellsBeside(below, width)],
    lines: below.map((line) => {
      const shifted = sheet === undefined ? shiftedRow(line, width) : undefined;
      return {
        place: { ...(sheet === undefined ? {} : { sheet }), row: line.row },
        cell: (head) => line.cells[index.get(plainHead(head)) ?? -1],
        ...(shifted === undefined ? {} : { shifted }),
      };
    }),
  };
};

/** Up to where heads reach; blank cells behind the last one are none. */
const widthOf = (row: Row | undefined): number => (row?.cells.findLastIndex((cell) => !isBlank(cell)) ?? -1) + 1;

/** In a sheet each cell keeps its column, so what stands to the right of all heads is a note; it is told. */
const cellsBeside = (rows: readonly Row[], width: number): Remark[] => {
  const beside = rows.flatMap(({ row, cells }) => {
    const cell = cells.slice(width).find((each) => !isBlank(each));
    return cell ? [`row ${row}: ${shownCell(cell)}`] : [];
  });
  const [example] = beside;
  return example === undefined
    ? []
    : [{ what: 'rows with cells to the right of all heads, which are not read', count: beside.length, example }];
};

/** The rows of a file before anybody knows which of them holds the heads; merged cells have their value throughout. */
export type Rows = {
  readonly sheet: string | undefined;
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
};

export const rowsOf = (
  path: string,
  bytes: Uint8Array,
  { sheet: named, delimiter }: Pick<FileForm, 'sheet' | 'delimiter'>,
): Rows => {
  if (!looksLikeWorkbook(path, bytes)) {
    const { rows, remarks } = delimitedTable(path, bytes, { delimiter });
    return { sheet: undefined, rows, remarks };
  }
  const { sheets, remarks } = openWorkbook(path, bytes);
  const sheet = sheetOf(path, sheets, named);
  const reader = sheet.open();
  const rows = [...reader.rows()];
  return { sheet: sheet.name, rows: spread(rows, reader.merged), remarks: [...remarks, ...reader.remarks] };
};

/** The tables that a file may hold: the sheets of a workbook that can be seen, or the one of a text. */
export function* tablesIn(path: string, bytes: Uint8Array): Generator<Rows> {
  if (!looksLikeWorkbook(path, bytes)) yield rowsOf(path, bytes, {});
  else
    for (const { name, hidden } of openWorkbook(path, bytes).sheets)
      if (!hidden) yield rowsOf(path, bytes, { sheet: name });
}

const sheetOf = (path: string, sheets: readonly Sheet[], named: string | undefined): Sheet => {
  const names = sheets.map(({ name }) => name);
  const sheet = named === undefined ? sheets.find(({ hidden }) => !hidden) : sheets.find(({ name }) => name === named);
  if (sheet) return sheet;
  const near = named === undefined ? undefined : closest(named, names);
  const why = `it has no sheet ${named ?? 'that can be seen'}${near === undefined ? '' : `; did you mean ${near}?`} (${names.join(', ')})`;
  throw new Fault('records-unreadable', { path, why });
};

/** Rows with the value of merged cells in each of them, as people read them. */
const spread = (rows: readonly Row[], merged: readonly Merged[]): Row[] => {
  if (merged.length === 0) return [...rows];
  const byRow = new Map(rows.map(({ row, cells }) => [row, [...cells]]));
  for (const { top, left, bottom, right } of merged) {
    const value = byRow.get(top)?.[left - 1];
    if (!value || isBlank(value)) continue;
    for (let row = top; row <= Math.min(bottom, top + 1_000); row++) {
      const cells = byRow.get(row) ?? [];
      for (let column = left; column <= right; column++) {
        if (isBlank(cells[column - 1] ?? { is: 'nothing' })) cells[column - 1] = value;
      }
    }
  }
  return [...byRow].map(([row, cells]) => ({ row, cells: Array.from(cells, (cell) => cell ?? { is: 'nothing' }) }));
};

/** A table turned on its side: each column becomes a row, called by the number of the column. */
export const transposed = (rows: readonly Row[]): Row[] => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => ({
    row: column + 1,
    cells: rows.map(({ cells }) => cells[column] ?? { is: 'nothing' as const }),
  })).filter(({ cells }) => !cells.every(isBlank));
};

/** Where the heads stand: where it is said, or in the first of the rows that have most of those that are wanted. */
const headsAt = (path: string, rows: readonly Row[], { headerRow }: FileForm, wanted: readonly string[]): number => {
  if (headerRow !== undefined) {
    const at = rows.findIndex(({ row }) => row === headerRow);
    if (at >= 0) return at;
    throw new Fault('records-unreadable', {
      path,
      why: `there is nothing in row ${headerRow}, where its heads were to stand`,
    });
  }
  const known = new Set(wanted.map(plainHead));
  const counts = rows.slice(0, 50).map(({ cells }) => namesOf(cells).filter((name) => known.has(name)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? 0 : counts.indexOf(most);
};

/** Heads on one line, those of one name numbered: `Cost`, `Cost (2)`. */
export const namesOf = (cells: readonly Cell[]): string[] => {
  const times = new Map<string, number>();
  return cells.map((cell) => {
    const name = isBlank(cell) ? '' : plainHead(cell.is === 'text' ? cell.text : shownCell(cell));
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 || name === '' ? name : `${name} (${time})`;
  });
};

export const plainHead = (head: string): string => head.replaceAll(/\s+/gu, ' ').trim();

const checkHeads = (path: string, heads: readonly string[], wanted: readonly string[]): void => {
  const missing = wanted.filter((head) => !heads.includes(plainHead(head)));
  if (missing.length === 0) return;
  const columns = heads.filter((head) => head !== '');
  throw new Fault('columns-missing', {
    path,
    missing: missing.map((column) => ({ column, closest: closest(column, columns) })),
    columns,
  });
};
