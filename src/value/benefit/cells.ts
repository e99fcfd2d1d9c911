import type { Benefit, PeriodValue } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import { overlap } from '#model/period.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import { covers, later, type Periods, periodCalled, type Span } from './spans.ts';

/**
 * A stretch of time in which what was planned of a benefit and what came of it speak of the same days.
 *
 * Plans are often by the year and measurements by the quarter. Periods that share a day are one cell, so that neither is
 * ever held against half of the other.
 */
export type Cell = Span & {
  /** The planning periods in it that the benefit names, in the order of time. */
  readonly periods: readonly string[];
  /** Whether all of its days are past. */
  readonly over: boolean;
  /** Null without an approved plan; 0 where that plan expects nothing of these days. */
  readonly planned: Decimal | null;
  /** What is thought of it now: see `expectedIn`. Null where nothing speaks of it. */
  readonly expected: Decimal | null;
  /** What was realised; null as long as not all of its planned days are over and measured. */
  readonly realised: Decimal | null;
  /** What is on record as realised so far, whole or not; null where nothing is. */
  readonly soFar: Decimal | null;
  /** How many of its realised values the business confirmed, and how many there are. */
  readonly confirmed: number;
  readonly values: number;
};

/** The plan, once it is approved. What nobody approved by that day is a draft, and nothing is held against it. */
export const approvedPlan = ({ plan }: Benefit, today: Day): readonly PeriodValue[] | null =>
  plan?.approvedOn !== undefined && plan.approvedOn <= today ? plan.profile : null;

/** The last forecast made by a day. */
export const standingForecast = ({ forecasts }: Benefit, today: Day) =>
  forecasts.findLast(({ madeOn }) => madeOn <= today);

/** The cells of a benefit as of a day, in the order of time. */
export const cellsOf = (benefit: Benefit, periods: Periods, today: Day): Cell[] => {
  const plan = approvedPlan(benefit, today);
  const forecast = standingForecast(benefit, today)?.profile ?? [];
  const named = [...(plan ?? []), ...forecast, ...benefit.realised].map(({ period }) => periodCalled(period, periods));
  const valuesIn = valuesByPeriod(benefit, today);
  return meeting(named).map((group) => {
    const keys = group.map(({ key }) => key);
    const values = valuesIn(keys);
    const { planned, foreseen, realised } = values;
    const to = group.map((period) => period.to).reduce(later);
    const over = to <= today;
    const expectedDays = spansOf(planned.length > 0 ? planned : foreseen, periods);
    const whole = over && realised.length > 0 && covers(spansOf(realised, periods), expectedDays);
    return {
      from: group[0]?.from ?? to,
      to,
      periods: keys,
      over,
      planned: plan === null ? null : total(planned),
      expected: expectedOf(benefit, values, periods, today)?.value ?? null,
      realised: whole ? total(realised) : null,
      soFar: realised.length > 0 ? total(realised) : null,
      confirmed: realised.filter(({ confirmedBy }) => confirmedBy !== undefined).length,
      values: realised.length,
    };
  });
};

/**
 * What is expected of the periods of a cell, and the day on which that was thought; null where nothing speaks of them.
 *
 * The last forecast tells it, with what was realised in the periods that are over and that it leaves out, as long as the two
 * speak of all the days that are planned. A forecast of a part of them is no forecast of the whole: then the plan stands.
 */
export const expectedIn = (benefit: Benefit, keys: readonly string[], periods: Periods, today: Day): Expected | null =>
  expectedOf(benefit, valuesByPeriod(benefit, today)(keys), periods, today);

type Expected = { readonly value: Decimal; readonly thoughtOn: Day };

const expectedOf = (
  benefit: Benefit,
  { planned, foreseen, realised }: Values,
  periods: Periods,
  today: Day,
): Expected | null => {
  const forecast = standingForecast(benefit, today);
  const spans = spansOf(foreseen, periods);
  const ahead = realised.filter(({ period }) => {
    const span = periodCalled(period, periods);
    return span.to <= today && !spans.some((each) => overlap(each, span));
  });
  const told = [...foreseen, ...ahead];
  if (forecast && foreseen.length > 0 && covers(spansOf(told, periods), spansOf(planned, periods)))
    return { value: total(told), thoughtOn: forecast.madeOn };
  const approvedOn = benefit.plan?.approvedOn;
  return approvedPlan(benefit, today) === null || approvedOn === undefined
    ? null
    : { value: total(planned), thoughtOn: approvedOn };
};

/** What the approved plan, the standing forecast and the record of what came say of some periods. */
type Values = {
  readonly planned: readonly PeriodValue[];
  readonly foreseen: readonly PeriodValue[];
  readonly realised: Benefit['realised'];
};

const valuesByPeriod = (benefit: Benefit, today: Day): ((keys: readonly string[]) => Values) => {
  const planned = Map.groupBy(approvedPlan(benefit, today) ?? [], ({ period }) => period);
  const foreseen = Map.groupBy(standingForecast(benefit, today)?.profile ?? [], ({ period }) => period);
  const realised = Map.groupBy(benefit.realised, ({ period }) => period);
  const of = <V>(values: ReadonlyMap<string, readonly V[]>, keys: readonly string[]): V[] =>
    keys.flatMap((key) => values.get(key) ?? []);
  return (keys) => ({ planned: of(planned, keys), foreseen: of(foreseen, keys), realised: of(realised, keys) });
};

const spansOf = (values: readonly PeriodValue[], periods: Periods): Span[] =>
  values.map(({ period }) => periodCalled(period, periods));

const total = (values: readonly PeriodValue[]): Decimal => sumOfDecimals(values.map(({ value }) => value));

/** Periods in groups that share days with one another and with no period of another group. */
const meeting = (periods: readonly PlanningPeriod[]): PlanningPeriod[][] => {
  const groups: PlanningPeriod[][] = [];
  let until: Day | undefined;
  for (const period of [...new Set(periods)].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))) {
    const group = groups.at(-1);
    if (group && until !== undefined && period.from < until) group.push(period);
    else groups.push([period]);
    until = group && until !== undefined && period.from < until ? later(until, period.to) : period.to;
  }
  return groups;
};
