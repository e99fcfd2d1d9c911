import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { sumOfDecimals } from './decimal.ts';
import { InvestmentKey } from './investment.ts';
import { Key } from './key.ts';
import { Currency, compareDecimals, Decimal } from './money.ts';
import { endsAfterStart } from './period.ts';

export const SpendStatementKey = Key.brand<'spend-statement'>();
export type SpendStatementKey = z.infer<typeof SpendStatementKey>;

/**
 * What was billed on a day (or in the month that begins on it) for one thing under one name.
 *
 * `rawName` is what the statement calls whoever the money was for: an account, a cost centre. `effective` is what the use
 * of that day was worth, with what was paid in advance spread over it; it is never added to what was billed. A correction
 * restates a period that was billed before, and stays beside it. `fileRows` is of how many rows of the file it is the sum.
 */
export const StatedSpend = z.strictObject({
  on: Day,
  rawName: z.string().min(1, 'the name that the statement gives'),
  investment: InvestmentKey.optional(),
  billed: Decimal,
  effective: Decimal.optional(),
  category: z.string().optional(),
  vendor: z.string().optional(),
  correction: z.boolean().optional(),
  fileRows: z.int().positive(),
});
export type StatedSpend = z.infer<typeof StatedSpend>;

const fields = z.strictObject({
  key: SpendStatementKey,
  ...about,
  source: z.string().min(1, 'who states it: a ledger, or a provider with the account that is billed'),
  from: Day,
  to: Day,
  currency: Currency,
  billed: Decimal,
  rows: z.array(StatedSpend).default([]),
});

/** That the rows are all of the total: a statement that does not add up has lost a row. */
const addsUp = z.check<z.infer<typeof fields>>(({ value: { billed, rows }, issues }) => {
  const sum = sumOfDecimals(rows.map((row) => row.billed));
  if (compareDecimals(sum, billed) === 0) return;
  issues.push({ code: 'custom', input: billed, path: ['billed'], message: `${sum}, the sum of what its rows say` });
});

/**
 * All that one source says was spent in one period, up to but not including `to`: a month of a ledger, a cloud bill.
 *
 * It is one record, so that the same period taken in again takes the place of what stood, with history and undo. Whoever
 * states money here does not state it in `spend` of an investment as well. Rows without an investment are unmapped.
 */
export const SpendStatement = fields.overwrite(namedByKey).check(endsAfterStart).check(addsUp);
export type SpendStatement = z.infer<typeof SpendStatement>;
