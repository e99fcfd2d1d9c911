import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { Currency, compareDecimals, Decimal } from './money.ts';

/** What a rate is for: plans, money that flows over a period, or what stands at the end of one. */
export const RateUse = z.enum(['budget', 'average', 'closing']);
export type RateUse = z.infer<typeof RateUse>;

const fields = z.strictObject({
  key: partsKey,
  ...about,
  from: Currency,
  to: Currency,
  validFrom: Day,
  rate: Decimal.refine(
    (rate) => compareDecimals(rate, '0') > 0,
    'a rate greater than nought: how much of the second currency one of the first is',
  ),
  use: RateUse.optional(),
});

type Fields = z.infer<typeof fields>;

/**
 * How much of one currency one unit of another is, from a day on until the next rate of the same two and the same use.
 *
 * A rate without a use serves every use that has no rate of its own.
 */
export const ExchangeRate = fields
  .check(({ value: { from, to }, issues }) => {
    if (from !== to) return;
    issues.push({ code: 'custom', input: to, path: ['to'], message: `a currency other than ${from}` });
  })
  .overwrite(keyedBy<Fields>(({ from, to, validFrom, use }) => [from.toLowerCase(), to.toLowerCase(), validFrom, use]))
  .overwrite(namedByKey);
export type ExchangeRate = z.infer<typeof ExchangeRate>;
