import type { Day } from '#model/day.ts';
import type { Measurement } from '#model/measurement.ts';
import type { Estimate } from '#model/statistics/interval.ts';
import { carriedFit } from './carried-errors.ts';
import { columnsOf } from './columns.ts';
import { type Point, pointsFrom, rhythmOf, type Step } from './steps.ts';

/** A change that may have moved a series: whose it is, and its first day. */
export type Change = { readonly name: string; readonly liveOn: Day };

/** An outcome's series, and what is asked of it. */
export type Asked = {
  readonly measurements: readonly Measurement[];
  readonly control: readonly Measurement[];
  readonly change: Change;
  /** What else went live and leads to the same outcome. */
  readonly others: readonly Change[];
};

/** Too few to tell a course from chance, or a change of it. */
export const fewest = { before: 12, after: 4 };

/** A greater share of steps without a measurement leaves too much to guess. */
const mostMissing = 0.2;

export type Effect = {
  readonly method: 'interrupted-series' | 'difference-from-control';
  readonly step: Step['word'];
  readonly before: number;
  readonly after: number;
  /** Steps between the first and the last measurement that have none. */
  readonly missing: number;
  readonly seasonal: boolean;
  /** Whether such a series has a season that too few rounds before the change tell. */
  readonly seasonUnknown: boolean;
  /** How much of what chance does in one step is still there in the next. */
  readonly carriedOver: number;
  /** Mean over all measurements since, against the course before; with the 95 % interval, in the outcome's unit. */
  readonly mean: Estimate;
  /** The same on the first day, and the change of the trend per step. */
  readonly level: Estimate;
  readonly trend: Estimate;
  /** Others that went live so near that what they did is in the figure. */
  readonly beside: readonly Change[];
  /** Others whose own changes were taken out. */
  readonly apart: readonly Change[];
  /** What each measurement since would have been without the change. */
  readonly without: readonly { readonly on: Day; readonly value: number }[];
};

/** Why an effect cannot be told. */
export type Untold =
  | { readonly why: 'no-rhythm' | 'no-chance' | 'not-apart' }
  | { readonly why: 'few-before' | 'few-after'; readonly found: number; readonly fewest: number }
  | { readonly why: 'gaps'; readonly missing: number; readonly steps: number; readonly step: string };

export const isTold = (effect: Effect | Untold): effect is Effect => 'mean' in effect;

/**
 * What a change did to a series: the series since against where its line and season before would have gone.
 *
 * With a control series the differences from it are looked at, so that whatever moved both is in neither; they may have a
 * trend of their own, so the two need not have run in parallel before. Interrupted series as Wagner and others (2002) and
 * Bernal and others (2017) describe them, errors as in `carried-errors.ts`.
 */
export const effectOf = ({ measurements, control, change, others }: Asked): Effect | Untold => {
  const step = rhythmOf(measurements);
  const first = measurements[0]?.on;
  const counts = countsOf(measurements, change);
  if (counts) return counts;
  if (!step || first === undefined) return { why: 'no-rhythm' };
  const own = pointsFrom(measurements, first, step);
  const differences = differencesFrom(own, pointsFrom(control, first, step));
  const compared = countsOf(differences, change) === undefined && gapsIn(differences, step) === undefined;
  const points = compared ? differences : own;
  return gapsIn(points, step) ?? told(points, step, change, others, compared);
};

const countsOf = (points: readonly { readonly on: Day }[], { liveOn }: Change): Untold | undefined => {
  const before = points.filter(({ on }) => on < liveOn).length;
  const after = points.length - before;
  if (before < fewest.before) return { why: 'few-before', found: before, fewest: fewest.before };
  return after < fewest.after ? { why: 'few-after', found: after, fewest: fewest.after } : undefined;
};

const stepsOf = (points: readonly Point[]): number => (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0) + 1;

const gapsIn = (points: readonly Point[], { word }: Step): Untold | undefined => {
  const steps = stepsOf(points);
  const missing = steps - points.length;
  return missing > mostMissing * steps ? { why: 'gaps', missing, steps, step: word } : undefined;
};

/** One series less the other, where both were measured in a step. */
const differencesFrom = (points: readonly Point[], control: readonly Point[]): Point[] => {
  const values = new Map(control.map(({ at, value }) => [at, value]));
  return points.flatMap(({ on, at, value }) => {
    const other = values.get(at);
    return other === undefined ? [] : [{ on, at, value: value - other }];
  });
};

const told = (
  points: readonly Point[],
  step: Step,
  change: Change,
  others: readonly Change[],
  compared: boolean,
): Effect | Untold => {
  const { apart, beside } = sorted(points, change, others);
  const days = [...new Set(apart.map(({ liveOn }) => liveOn))];
  const columns = columnsOf(points, step, change.liveOn, days);
  const values = points.map(({ value }) => value);
  const fit = carriedFit({ at: points.map(({ at }) => at), values, rows: columns.rows });
  if (!fit)
    return { why: points.length > (columns.rows[0]?.length ?? 0) && days.length === 0 ? 'no-chance' : 'not-apart' };
  const since = points.flatMap((point, n) =>
    point.on < change.liveOn ? [] : [{ ...point, row: [...(columns.rows[n] ?? [])] }],
  );
  return {
    method: compared ? 'difference-from-control' : 'interrupted-series',
    step: step.word,
    before: points.length - since.length,
    after: since.length,
    missing: stepsOf(points) - points.length,
    seasonal: columns.seasonal,
    seasonUnknown: step.season > 1 && !columns.seasonal,
    carriedOver: fit.carriedOver,
    mean: fit.estimate(columns.mean),
    level: fit.estimate(columns.level),
    trend: fit.estimate(columns.trend),
    beside,
    apart,
    without: since.map(({ on, row }) => ({
      on,
      value: fit.value(row.map((each, n) => (n === 2 || n === 3 ? 0 : each))),
    })),
  };
};

/** Others that can be told apart: enough was measured before and after them, and between them and what is asked of. */
const sorted = (points: readonly Point[], change: Change, others: readonly Change[]) => {
  const between = (from: Day, to: Day): number => points.filter(({ on }) => on >= from && on < to).length;
  const inside = others.filter(
    ({ liveOn }) => points.some(({ on }) => on < liveOn) && points.some(({ on }) => on >= liveOn),
  );
  const isApart = ({ liveOn }: Change): boolean => {
    const [earlier, later] = liveOn < change.liveOn ? [liveOn, change.liveOn] : [change.liveOn, liveOn];
    const [before, after] = [between('', earlier), between(later, '9999-12-31')];
    return Math.min(before, between(earlier, later), after) >= fewest.after;
  };
  return { apart: inside.filter(isApart), beside: inside.filter((each) => !isApart(each)) };
};
