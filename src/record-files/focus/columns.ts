import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';

/** Columns that every version has, or one of these: 1.4 has dropped those that 1.3 has given other names. */
const needed = [
  ['BilledCost'],
  ['EffectiveCost'],
  ['BillingCurrency'],
  ['BillingAccountId'],
  ['BillingPeriodStart'],
  ['BillingPeriodEnd'],
  ['ChargePeriodStart'],
  ['ServiceCategory'],
  ['ServiceName'],
  ['ServiceProviderName', 'ProviderName'],
] as const;

/** Refuses a file that lacks a column without which nothing can be told. */
export const checkColumns = (path: string, columns: readonly string[]): void => {
  const missing = needed
    .filter((names) => !names.some((name) => columns.includes(name)))
    .map(([column]) => ({ column, closest: closest(column, columns) }));
  if (missing.length > 0) throw new Fault('columns-missing', { path, missing, columns });
};
