import { declaredColumns } from '#mapping/declared-columns.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';

/** The columns that a mapping names and a file does not have. */
export const missingColumns = (mapping: Mapping, columns: readonly string[]): string[] =>
  declaredColumns(mapping).flatMap(({ column }) => (columns.includes(column) ? [] : column));

/** The refusal of a file that lacks columns, with those that were most likely meant. */
export const columnsMissing = (path: string, missing: readonly string[], columns: readonly string[]): Fault =>
  new Fault('columns-missing', {
    path,
    missing: missing.map((column) => ({ column, closest: closest(column, columns) })),
    columns,
  });
