import type { Benefit, PeriodValue } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import { approvedPlan } from './cells.ts';
import { monthsBefore } from './months.ts';
import { ratioOf } from './ratio.ts';
import { type Periods, periodCalled } from './spans.ts';

/** How many months before a period's end forecasts are held against what came: a quarter, half a year, a year. */
export const horizons = [3, 6, 12] as const;

/** What was thought of a benefit on a day. */
export type Kept = { readonly madeOn: Day; readonly profile: readonly PeriodValue[] };

/** Every forecast made by a day, the earliest first. The approved plan is the first one, made on the day of its approval. */
export const keptForecasts = (benefit: Benefit, today: Day): Kept[] => {
  const profile = approvedPlan(benefit, today);
  const approvedOn = benefit.plan?.approvedOn;
  const plan = profile === null || approvedOn === undefined ? [] : [{ madeOn: approvedOn, profile }];
  const later = benefit.forecasts.filter(({ madeOn }) => madeOn <= today);
  return [...plan, ...later].sort((a, b) => (a.madeOn === b.madeOn ? 0 : a.madeOn < b.madeOn ? -1 : 1));
};

/** A period of which it is known what was forecast, and what came of it. */
export type Judged = {
  readonly period: string;
  readonly to: Day;
  readonly madeOn: Day;
  readonly forecast: Decimal;
  readonly realised: Decimal;
};

/**
 * The periods that are over and realised, each with the last forecast of it that was made at least `months` before its end.
 *
 * A period without one is left out: nothing was forecast that early. So is one that forecasts name only by a longer or
 * shorter period, since nobody can tell which part of it was meant.
 */
export const judgedForecasts = (benefit: Benefit, periods: Periods, today: Day, months: number): Judged[] => {
  const kept = keptForecasts(benefit, today).map(({ madeOn, profile }) => ({
    madeOn,
    values: new Map(profile.map((each) => [each.period, each.value])),
  }));
  return benefit.realised.flatMap(({ period, value: realised }) => {
    const { to } = periodCalled(period, periods);
    const latest = monthsBefore(to, months);
    const last = kept.findLast(({ madeOn, values }) => madeOn <= latest && values.has(period));
    const forecast = last?.values.get(period);
    return to <= today && last && forecast !== undefined
      ? [{ period, to, realised, madeOn: last.madeOn, forecast }]
      : [];
  });
};

/** How far forecasts made so long before were off, of one benefit. */
export type Accuracy = {
  readonly months: number;
  /** Periods that were forecast so early and are realised. */
  readonly n: number;
  /** Σ |realised − forecast| ÷ Σ |forecast|; null where nothing was forecast. */
  readonly error: number | null;
  /** Σ (realised − forecast) ÷ Σ |forecast|: below 0 where less came than was forecast. */
  readonly bias: number | null;
};

export const accuracyOf = (judged: readonly Judged[], months: number): Accuracy => {
  const misses = judged.map(({ realised, forecast }) => differenceOf(realised, forecast));
  const forecast = sumOfDecimals(judged.map((each) => absolute(each.forecast)));
  return {
    months,
    n: judged.length,
    error: ratioOf(sumOfDecimals(misses.map(absolute)), forecast),
    bias: ratioOf(sumOfDecimals(misses), forecast),
  };
};

const absolute = (decimal: Decimal): Decimal => decimal.replace(/^-/u, '');
