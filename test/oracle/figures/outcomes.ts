import type { DesignModel } from '#model/design-model.ts';
import { day, localDay } from '../clock.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figurer, type Reading, type Scope, shown } from './reading.ts';
import { median, share } from './sums.ts';

export type Outcome = DesignModel['outcomes'][number];

export const outcomesOf = ({ designs: [model] }: OracleFacts): Outcome[] => model?.outcomes ?? [];

export const outcomeSubject = ({ kind }: Outcome, scope: Scope): string => {
  if (scope === 'effect') return kind ?? '(none)';
  throw new Error(`an outcome has no ${scope}`);
};

const lastDay = ({ window, facts }: Pick<Reading<Outcome>, 'window' | 'facts'>): string =>
  localDay(Math.min(window.until - 1, facts.asOf), facts.calendar.timeZone);

const valueOn = ({ measurements }: Outcome, today: string) => measurements.findLast(({ on }) => on <= today);

/** Whether a value is at another or beyond it, in the better direction; null where nobody said which that is. */
const reaches = ({ direction }: Outcome, value: number, other: number): boolean | null =>
  direction === undefined ? null : direction === 'up' ? value >= other : value <= other;

export const atTarget: Figurer<Outcome> = ({ cases, ...reading }) => {
  const today = lastDay(reading);
  const due = cases.filter(({ target }) => target !== undefined && target.on <= today);
  const judged = due.flatMap((outcome) => {
    const value = valueOn(outcome, today)?.value;
    const isThere = value === undefined ? null : reaches(outcome, value, outcome.target?.value ?? Number.NaN);
    return isThere === null ? [] : [isThere];
  });
  const n = judged.length;
  return { value: shown(n, share(judged, Boolean)), n, also: {} };
};

/** What the straight line has on a day; undefined where there is none. */
const lineOn = ({ baseline, target }: Outcome, on: string): number | undefined => {
  if (!target || on >= target.on) return target?.value;
  if (!baseline || on < baseline.on) return undefined;
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
  const part = days(baseline.on, on) / days(baseline.on, target.on);
  return baseline.value + (target.value - baseline.value) * part;
};

/** The part of the way to its target that an outcome has come by a day; null where that cannot be told. */
export const progressOf = (outcome: Outcome, today: string): number | null => {
  const { baseline, target } = outcome;
  const last = valueOn(outcome, today);
  if (!last || !baseline || !target || last.on <= baseline.on || target.value === baseline.value) return null;
  return (last.value - baseline.value) / (target.value - baseline.value);
};

export const progress: Figurer<Outcome> = ({ cases, ...reading }) => {
  const today = lastDay(reading);
  const begun = cases.filter(({ baseline }) => baseline === undefined || baseline.on <= today);
  const rows = begun.map((outcome) => {
    const { baseline } = outcome;
    const last = valueOn(outcome, today);
    const value = last && baseline && last.on > baseline.on ? last : undefined;
    const due = value && lineOn(outcome, value.on);
    return {
      isUnmeasured: value === undefined,
      progress: progressOf(outcome, today),
      onCourse: value && due !== undefined ? reaches(outcome, value.value, due) : null,
    };
  });
  const ways = rows.flatMap(({ progress: way }) => (way === null ? [] : [way]));
  const courses = rows.flatMap(({ onCourse }) => (onCourse === null ? [] : [onCourse]));
  return {
    value: shown(ways.length, median(ways)),
    n: ways.length,
    also: {
      onCourse: shown(courses.length, share(courses, Boolean)),
      unmeasured: rows.filter(({ isUnmeasured }) => isUnmeasured).length,
    },
  };
};
