import type { ModelKind } from '#model/records.ts';
import { type Column, type KindTables, type ListTable, labelOf } from '../columns/column.ts';
import { kindTables } from '../columns/kind-tables.ts';
import { kindSheet, listSheet, recordHead, sheetKinds } from './sheets.ts';

/** What a sheet of a workbook holds: the records of a kind, or the entries of one of their lists. */
export type Meaning = {
  readonly tables: KindTables;
  readonly list: ListTable | undefined;
  /** The columns it may have. The first one of a list names the record of an entry; those of empty lists are no fields. */
  readonly columns: readonly Column[];
};

/** What is read of the sheet of that name; nothing of one that is called like no kind and no list. */
export const meaningOf = (name: string): Meaning | undefined => {
  meanings ??= new Map(sheetKinds.flatMap(meaningsOf).map(([sheet, meaning]) => [plain(sheet), meaning]));
  return meanings.get(plain(name));
};

let meanings: ReadonlyMap<string, Meaning> | undefined;

const meaningsOf = (kind: ModelKind): (readonly [string, Meaning])[] => {
  const tables = kindTables(kind);
  const marks = tables.lists.map(({ path }): Column => textColumn(path, labelOf(path)));
  return [
    [kindSheet(kind), { tables, list: undefined, columns: [...tables.columns, ...marks] }],
    ...tables.lists.map((list) => {
      const columns = [textColumn([ofRecord], recordHead(kind)), ...list.columns, ...(list.within?.columns ?? [])];
      return [listSheet(tables, list), { tables, list, columns }] as const;
    }),
  ];
};

/** Under which name the key of the record stands among the fields of an entry; no field is called so. */
export const ofRecord = 'of the record';

const textColumn = (path: readonly string[], label: string): Column => ({
  path,
  label,
  holds: { type: 'text' },
  refers: undefined,
});

const plain = (name: string): string => name.trim().toLowerCase();
