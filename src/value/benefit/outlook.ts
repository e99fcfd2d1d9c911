import { sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cells.ts';

/**
 * What the benefit will come to over its life as things stand: what is realised, and beyond that what is expected.
 *
 * Days that are over and were not measured count as expected; how much of it that is stands beside it. Null where nothing is
 * realised or expected.
 */
export type Outlook = { readonly total: Decimal; readonly unmeasured: Decimal };

export const outlookOf = (cells: readonly Cell[]): Outlook | null => {
  const known = cells.flatMap(({ realised, expected }) => realised ?? expected ?? []);
  const unmeasured = cells.flatMap(({ over, realised, expected }) =>
    over && realised === null ? (expected ?? []) : [],
  );
  return known.length === 0 ? null : { total: sumOfDecimals(known), unmeasured: sumOfDecimals(unmeasured) };
};
