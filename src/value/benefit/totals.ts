import { type Realisation, type Realised, together } from './realisation.ts';

/** Benefits that reached their plan, of those that have a rate to date. */
export type Reached = { readonly reached: number; readonly of: number };

/**
 * What benefits of one currency or unit came to, by all four readings of "realised": to date and against the whole plan
 * (`gross`, and `net` of disbenefits), by number (`count`) and weighted by whole plans (`weighted`).
 */
export type Total = {
  readonly unit: string;
  readonly money: boolean;
  /** End benefits, disbenefits among them, and how many of these those are. */
  readonly n: number;
  readonly disbenefits: number;
  readonly gross: Realisation;
  readonly net: Realisation;
  readonly count: Reached;
  /** The rates to date, each weighted by its benefit's whole plan: what began late weighs as much as it will. */
  readonly weighted: number | null;
};

/**
 * Totals by currency and by unit, money first. A supporting benefit feeds others and is in no total, or it would count twice;
 * several currencies are never added to one another here.
 */
export const totalsOf = (benefits: readonly Realised[]): Total[] =>
  [...Map.groupBy(benefits.filter(isEnd), ({ benefit: { currency, unit } }) => JSON.stringify([currency, unit]))]
    .map(([, group]) => ({
      ...unitOf(group),
      n: group.length,
      disbenefits: group.filter(({ benefit }) => benefit.disbenefit).length,
      gross: together(group, 'left-out'),
      net: together(group, 'netted'),
      count: reachedOf(group),
      weighted: weightedOf(group),
    }))
    .sort((a, b) => Number(b.money) - Number(a.money) || (a.unit < b.unit ? -1 : 1));

/** The number of benefits, in whatever unit, at or above their plan to date. Disbenefits are no achievement. */
export const reachedOf = (benefits: readonly Realised[]): Reached => {
  const rates = benefits.filter(isEnd).flatMap(rateOf);
  return { reached: rates.filter((rate) => rate >= 1).length, of: rates.length };
};

const isEnd = ({ benefit }: Realised): boolean => benefit.as === 'end';

const unitOf = ([first]: readonly Realised[]): Pick<Total, 'unit' | 'money'> => ({
  unit: first?.benefit.currency ?? first?.benefit.unit ?? '',
  money: first?.benefit.currency !== undefined,
});

const rateOf = ({ benefit, realisation: { toDate } }: Realised): number[] =>
  benefit.disbenefit || toDate === null ? [] : [toDate];

const weightedOf = (benefits: readonly Realised[]): number | null => {
  const rows = benefits.flatMap((row) =>
    rateOf(row).map((rate) => ({ rate, weight: Number(row.realisation.planned) })),
  );
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  return weight <= 0 ? null : rows.reduce((sum, row) => sum + row.rate * row.weight, 0) / weight;
};
