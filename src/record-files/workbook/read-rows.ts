import { isBlank, type Remark, type Row } from '../cells/cell.ts';
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

/** Among so many rows the heads are looked for: somebody may have put titles above them. */
const mostTitles = 20;

/** The rows of a sheet, read by the heads of its columns; nothing where no row names any. */
export const sheetRows = (sheet: string, reader: SheetReader, { columns }: Meaning): SheetRows | undefined => {
  const all = reader.rows();
  const top = first(all, mostTitles);
  const heads = likeliestHeads(top, columns);
  if (!heads) return top.length === 0 ? { rows: [], remarks: [] } : undefined;
  const below = new Map<number, number>();
  const rows: SheetRow[] = [];
  const take = (row: Row): void => {
    for (const { index } of heads.strange) {
      const cell = row.cells[index];
      if (cell && !isBlank(cell)) below.set(index, (below.get(index) ?? 0) + 1);
    }
    rows.push({ place: { sheet, row: row.row }, ...entryOf(row, heads, sheet) });
  };
  for (const row of top.slice(heads.at + 1)) take(row);
  for (const row of all) take(row);
  const strange = heads.strange.flatMap(({ head, index }): Remark[] => {
    const count = below.get(index);
    if (count === undefined) return [];
    return [{ what: 'cells of a column that is called like no field', count, example: `${sheet}: ${head}` }];
  });
  return { rows, remarks: [...reader.remarks, ...strange] };
};

/** The first rows; the others stay to be taken. */
const first = (rows: Generator<Row>, most: number): Row[] => {
  const taken: Row[] = [];
  while (taken.length < most) {
    const next = rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
};

/** The row that names most columns, the first of several, and which row it is. */
const likeliestHeads = (
  rows: readonly Row[],
  columns: Meaning['columns'],
): (Heads & { readonly at: number }) | undefined => {
  let most = 0;
  let best: (Heads & { readonly at: number }) | undefined;
  rows.forEach((row, at) => {
    const heads = headsOf(row, columns);
    const known = heads.columns.filter((column) => column !== undefined).length;
    if (known <= most) return;
    most = known;
    best = { ...heads, at };
  });
  return best;
};
