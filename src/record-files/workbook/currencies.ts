import { valueAt } from '../columns/cell-of.ts';
import { put } from '../columns/entry.ts';
import type { ReadSheet } from './records.ts';

/**
 * Rows of a list whose amounts name no currency, with that of the workspace; and how many they were.
 *
 * Only entries of lists: of a record itself the currency that stands may be meant.
 */
export const withCurrencies = (
  sheet: ReadSheet,
  currency: string,
): { readonly sheet: ReadSheet; readonly filled: number } => {
  if (!sheet.meaning.list) return { sheet, filled: 0 };
  const paths = sheet.meaning.columns.filter(({ path }) => path.at(-1) === 'currency').map(({ path }) => path);
  if (paths.length === 0) return { sheet, filled: 0 };
  let filled = 0;
  const rows = sheet.rows.map((row) => {
    const lacking = paths.filter(
      (path) =>
        valueAt(row.body, path) === undefined && valueAt(row.body, [...path.slice(0, -1), 'amount']) !== undefined,
    );
    if (lacking.length === 0) return row;
    filled++;
    const body = structuredClone(row.body);
    for (const path of lacking) put(body, path, currency);
    return { ...row, body };
  });
  return { sheet: { ...sheet, rows }, filled };
};
