import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { Money } from './money.ts';
import { PeriodAmount } from './planning-period.ts';
import { RoleKey } from './role.ts';

export const InvestmentKey = Key.brand<'investment'>();
export type InvestmentKey = z.infer<typeof InvestmentKey>;

/** Money that went out. `sourceRow` tells the row of the ledger it was read from. A credit is a negative amount. */
export const Spend = z.strictObject({
  on: Day,
  amount: Money,
  category: z.string().optional(),
  vendor: z.string().optional(),
  sourceRow: z.string().optional(),
});
export type Spend = z.infer<typeof Spend>;

/** A line of funding: what it is granted for, what may be spent in each period, what was. */
export const Investment = z
  .strictObject({
    key: InvestmentKey,
    ...about,
    basis: z.enum(['capability', 'outcome', 'product', 'project', 'run']),
    class: z.enum(['run', 'grow', 'transform']),
    owner: RoleKey.optional(),
    approvedOn: Day.optional(),
    budget: z.array(PeriodAmount).default([]),
    spend: z.array(Spend).default([]),
  })
  .overwrite(namedByKey);
export type Investment = z.infer<typeof Investment>;
