import type { SheetOut } from '../xlsx/write-sheet.ts';
import { readMe } from './sheets.ts';

type About = { readonly workspace: string; readonly design: string | undefined; readonly asOf: string };

/** The first sheet: what the workbook is, and what editing it does. */
export const readMeSheet = (
  { workspace, design, asOf }: About,
  sheets: readonly { readonly sheet: string; readonly rows: number }[],
): SheetOut => ({
  name: readMe,
  columns: [
    { head: `Records of ${workspace}`, width: 100, holds: 'words' },
    { head: 'Rows', width: 10, holds: 'number' },
  ],
  rows: [
    [`As they stood at ${asOf}${design === undefined ? '' : `; records of a design are of ${design}`}.`],
    ...rules.map((rule) => [rule]),
    [],
    ['Sheets'],
    ...sheets.map(({ sheet, rows }) => [sheet, rows]),
  ],
});

const rules = [
  'Change it, add rows, save it as .xlsx and take it in again: every field that changes is shown first, and all of it can be undone.',
  'A row is a record; its key is its name for other records and never changes. A new row needs a new key: lower-case letters, digits and hyphens.',
  'An empty cell says nothing: what stands stays. (none) takes a field away.',
  'A row that is deleted is left alone, too. To close records, say on taking it in that the workbook states all of their kind.',
  'A list inside a record has a sheet of its own, a row an entry; its first column names the record. The rows of a record are all of its list. (none) in the column of the list on the sheet of the record empties it.',
  'Several words in one cell have semicolons between them.',
  'Amounts keep the decimals that are shown. Days are days, up to but not including where something ends.',
  'Columns that are called like no field, and sheets that are called like no kind, are passed over and told.',
];
