import type { Day } from '#model/day.ts';
import type { Point, Step } from './steps.ts';

/** The columns that explain a series, and which of them are the effect. */
export type Columns = {
  readonly rows: readonly Float64Array[];
  /** Weights of the columns that make up the level change, the change of the trend per step, and the mean effect since. */
  readonly level: readonly number[];
  readonly trend: readonly number[];
  readonly mean: readonly number[];
  readonly seasonal: boolean;
};

/** A season is told apart where this many whole rounds of it stand before the change. */
const fewestRounds = 2;

/**
 * A line with a season, and from each of the days on another level and another trend: first of the change that is asked
 * for, then of others on the same series, so that what they did is not taken for its doing.
 *
 * Months and quarters have a level each; a year of weeks has two waves, since 52 levels would leave nothing to judge by.
 */
export const columnsOf = (points: readonly Point[], step: Step, liveOn: Day, others: readonly Day[]): Columns => {
  const length = (points.at(-1)?.at ?? 0) + 1;
  const before = points.filter(({ on }) => on < liveOn);
  const seasonal = step.season > 1 && (before.at(-1)?.at ?? 0) + 1 >= fewestRounds * step.season;
  const sinceOf = (day: Day): number => points.find(({ on }) => on >= day)?.at ?? length;
  const changes = [liveOn, ...others].map(sinceOf);
  const rows = points.map(({ at }) =>
    Float64Array.from([
      1,
      at / length,
      ...changes.flatMap((since) => (at < since ? [0, 0] : [1, (at - since) / length])),
      ...(seasonal ? seasonAt(at, step) : []),
    ]),
  );
  const width = rows[0]?.length ?? 0;
  const only = (column: number, weight: number): number[] =>
    Array.from({ length: width }, (_, index) => (index === column ? weight : 0));
  const since = sinceOf(liveOn);
  const after = points.filter(({ at }) => at >= since).map(({ at }) => (at - since) / length);
  const mean = only(2, 1);
  mean[3] = after.reduce((sum, each) => sum + each, 0) / Math.max(1, after.length);
  return { rows, level: only(2, 1), trend: only(3, 1 / length), mean, seasonal };
};

const seasonAt = (at: number, { season }: Step): number[] => {
  if (season <= 12) return Array.from({ length: season - 1 }, (_, index) => (at % season === index + 1 ? 1 : 0));
  return [1, 2].flatMap((waves) => {
    const angle = (2 * Math.PI * waves * at) / season;
    return [Math.sin(angle), Math.cos(angle)];
  });
};
