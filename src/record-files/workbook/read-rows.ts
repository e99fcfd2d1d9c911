import { type Remark, type Row, shownCell } from '../cells/cell.ts';
import { entryOf, type Heads, headsOf } from '../columns/entry.ts';
import type { Place, RejectedRow } from '../define.ts';
import type { SheetReader } from '../xlsx/read-sheet.ts';
import type { Meaning } from './find-sheets.ts';

/** A row below the heads of a sheet. */
export type SheetRow = {
  readonly place: Place;
  readonly body: Readonly<Record<string, unknown>>;
  readonly rejected: readonly RejectedRow[];
};

export type SheetRows = { readonly rows: readonly SheetRow[]; readonly remarks: readonly Remark[] };

/** Within so many rows the heads are looked for, below titles that somebody may have put above them. */
const mostTitles = 20;

/** The rows of a sheet, read by the heads of its columns; nothing where no row names any. */
export const sheetRows = (sheet: string, reader: SheetReader, { columns }: Meaning): SheetRows | undefined => {
  const above: Row[] = [];
  let heads: Heads | undefined;
  const rows: SheetRow[] = [];
  const below = new Map<number, { count: number; example: string }>();
  for (const row of reader.rows()) {
    if (!heads) {
      const found = headsOf(row, columns);
      const known = found.columns.filter((column) => column !== undefined).length;
      if (known >= Math.min(2, columns.length)) heads = found;
      else above.push(row);
      if (above.length > mostTitles) return undefined;
      continue;
    }
    for (const { index } of heads.strange) countBelow(below, row, index);
    rows.push({ place: { sheet, row: row.row }, ...entryOf(row, heads, sheet) });
  }
  if (!heads) return above.length === 0 ? { rows: [], remarks: [] } : undefined;
  const strange = heads.strange.flatMap(({ head, index }): Remark[] => {
    const count = below.get(index)?.count ?? 0;
    return count === 0
      ? []
      : [{ what: 'cells of a column that is called like no field', count, example: `${sheet}: ${head}` }];
  });
  return { rows, remarks: [...reader.remarks, ...strange] };
};

const countBelow = (below: Map<number, { count: number; example: string }>, { cells }: Row, index: number): void => {
  const cell = cells[index];
  if (!cell || cell.is === 'nothing') return;
  const known = below.get(index);
  if (known) known.count++;
  else below.set(index, { count: 1, example: shownCell(cell) });
};
