import { day, minute } from '../clock.ts';
import type { Item } from '../items.ts';
import { doneIn, type Finished, finishedIn, type ItemFigure, inside, isFinished, shown } from './reading.ts';
import { intraClass, percentile, share } from './sums.ts';

const isKept = (item: Item, promise: number | null): boolean =>
  item.end !== null && promise !== null && item.end <= promise;

/** AMBIGUOUS: "passed" is read at asOf, and a promise of that very instant is not passed yet. */
export const commitmentsKept: ItemFigure = ({ cases, window, facts }) => {
  const promised = cases.filter((item) => item.promise !== null);
  const done = doneIn(promised, window);
  const overdue = promised.filter(
    (item) => item.status === 'open' && inside(item.promise, window) && (item.promise ?? facts.asOf) < facts.asOf,
  );
  const taken = [...done, ...overdue];
  const n = taken.length;
  const slips = taken.map((item) => ((item.end ?? facts.asOf) - (item.promise ?? 0)) / day);
  return {
    value: shown(
      n,
      share(taken, (item) => isKept(item, item.promise)),
    ),
    n,
    also: {
      first: shown(
        n,
        share(taken, (item) => isKept(item, item.firstPromise)),
      ),
      slipP50: shown(n, percentile(slips, 0.5)),
      slipP85: shown(n, percentile(slips, 0.85)),
      openOverdue: overdue.length,
    },
  };
};

const flowTimeOf = (item: Finished): number => item.end - item.start;

/** AMBIGUOUS: items without a team or a type. Here: "none" is the same team or type as "none". */
const historyOf = (item: Finished, items: readonly Item[]): number[] =>
  items
    .filter(isFinished)
    .filter((other) => other.team === item.team && other.type === item.type && other.end < item.start)
    .sort((a, b) => a.end - b.end || flowTimeOf(a) - flowTimeOf(b))
    .slice(-200)
    .map(flowTimeOf);

export const forecastCalibration: ItemFigure = ({ cases, window, facts }) => {
  const judged = finishedIn(cases, window)
    .map((item) => ({ flowTime: flowTimeOf(item), history: historyOf(item, facts.items) }))
    .filter(({ history }) => history.length >= 20);
  const n = judged.length;
  const within = (p: number) =>
    shown(
      n,
      share(judged, ({ flowTime, history }) => flowTime <= (percentile(history, p) ?? 0)),
    );
  return { value: within(0.85), n, also: { p50: within(0.5), p95: within(0.95) } };
};

/** The type most items have; AMBIGUOUS: of two equally frequent ones, the first by name. */
const mostFrequentType = (items: readonly Item[]): string | null => {
  const counts = [...Map.groupBy(items, (item) => item.type ?? '').entries()].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return counts[0]?.[0] || null;
};

/** AMBIGUOUS: items without a team belong to no team here; n is the number of items in the teams that are compared. */
export const consistency: ItemFigure = ({ cases, window, by, ofType }) => {
  const finished = finishedIn(cases, window);
  const type = mostFrequentType(finished);
  const ofOneType = ofType || by === 'item-type' ? finished : finished.filter((item) => item.type === type);
  const teams = [...Map.groupBy(ofOneType, (item) => item.team).entries()]
    .filter(([team, items]) => team !== null && items.length >= 20)
    .map(([, items]) => items.map((item) => Math.log(Math.max(1, flowTimeOf(item) / minute))));
  return { value: teams.length < 3 ? null : intraClass(teams), n: teams.flat().length, also: {} };
};
