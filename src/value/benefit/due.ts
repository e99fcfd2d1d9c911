import type { Benefit } from '#model/benefit.ts';
import { isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';
import { innermost, type PlanningPeriod } from '#model/planning-period.ts';
import { approvedPlan, standingForecast } from './cells.ts';
import { coveredBy, later, type Periods, periodCalled } from './spans.ts';

/** So long after a period's end its value may be read off; from then on it is overdue. */
export const daysToMeasure = 31;

/** A period of which a value is, or will be, to be put on record. */
export type Due = {
  readonly period: string;
  /** The first day on which its value can be known: the one after its last. */
  readonly from: Day;
  readonly by: Day;
  readonly state: 'coming' | 'due' | 'overdue';
};

/**
 * The periods of a benefit that are still to be measured, in the order of time.
 *
 * They are those that its approved plan or its standing forecast names, and behind them the workspace's planning periods of
 * the same kind as the last of these, until `measurementEndsOn`: measuring does not end with the work. Without that day it
 * ends with the last period that is named; what begins on it or later is not measured.
 */
export const dueOf = (benefit: Benefit, periods: Periods, today: Day): Due[] => {
  const isMeasured = coveredBy(benefit.realised.map(({ period }) => periodCalled(period, periods)));
  return measuredPeriods(benefit, periods, today)
    .filter((period) => !isMeasured(period))
    .map(({ key, to }) => {
      const by = isoDate(parseIsoDate(to) + daysToMeasure);
      return { period: key, from: to, by, state: today < to ? 'coming' : today <= by ? 'due' : 'overdue' };
    });
};

const measuredPeriods = (benefit: Benefit, periods: Periods, today: Day): PlanningPeriod[] => {
  const profile = [...(approvedPlan(benefit, today) ?? []), ...(standingForecast(benefit, today)?.profile ?? [])];
  const named = [...new Set(profile.map(({ period }) => periodCalled(period, periods)))];
  const ends = benefit.measurementEndsOn;
  const last = named.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
  const behind = last && ends !== undefined ? following(last, periods) : [];
  return [...innermost(named), ...behind]
    .filter((period) => startsBefore(period, ends))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
};

const following = (last: PlanningPeriod, periods: Periods): PlanningPeriod[] =>
  [...periods.values()].filter(({ kind, from }) => kind === last.kind && from >= last.to);

const startsBefore = ({ from }: PlanningPeriod, ends: Day | undefined): boolean => ends === undefined || from < ends;

/** The day on which measuring ends, as far as it is on record; nothing where neither a day nor a period tells it. */
export const measuredUntil = (benefit: Benefit, periods: Periods, today: Day): Day | undefined =>
  benefit.measurementEndsOn ??
  measuredPeriods(benefit, periods, today)
    .map(({ to }) => to)
    .reduce<Day | undefined>((latest, to) => (latest === undefined ? to : later(latest, to)), undefined);
