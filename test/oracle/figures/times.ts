import { day, hour, lengthOf, type Span, workingTime } from '../clock.ts';
import type { Item } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { timeIn } from '../time-classes.ts';
import {
  doneIn,
  type Figurer,
  type Finished,
  finishedIn,
  type ItemFigure,
  inside,
  isFinished,
  shown,
} from './reading.ts';
import { mean, median, percentile, ratio, sum } from './sums.ts';

const waits = ['blocked', 'handoff', 'decision', 'queue'] as const;
const shares = ['queue', 'handoff', 'decision', 'blocked', 'unmapped'] as const;

const lifeOf = (item: Finished): Span => ({ from: item.start, until: item.end });

const working = (facts: OracleFacts) => (span: Span) => workingTime(span, facts.calendar);

/** Working time beside it is in hours, which need no length of a day. */
export const flowTime: ItemFigure = ({ cases, window, facts }) => {
  const items = finishedIn(cases, window);
  const n = items.length;
  const days = items.map((item) => lengthOf(lifeOf(item)) / day);
  const hours = items.map((item) => working(facts)(lifeOf(item)) / hour);
  return {
    value: shown(n, median(days)),
    n,
    also: {
      p85: shown(n, percentile(days, 0.85)),
      p95: shown(n, percentile(days, 0.95)),
      mean: shown(n, mean(days)),
      workingP50: shown(n, median(hours)),
      assumed: n === 0 ? null : items.filter((item) => item.assumed).length,
      reopened: n === 0 ? null : items.filter((item) => item.reopened > 0).length,
    },
  };
};

const activeAndWaiting = (item: Finished, clock: (span: Span) => number) => {
  const active = timeIn(item.segments, 'active', lifeOf(item), clock);
  const waiting = sum(waits.map((wait) => timeIn(item.segments, wait, lifeOf(item), clock)));
  return { active, all: active + waiting };
};

/** An item with neither active nor waiting time has no ratio and is not in n. */
export const flowEfficiency: ItemFigure = ({ cases, window, facts }) => {
  const items = finishedIn(cases, window);
  const timesBy = (clock: (span: Span) => number) =>
    items.map((item) => activeAndWaiting(item, clock)).filter(({ all }) => all > 0);
  const elapsed = timesBy(lengthOf);
  const worked = timesBy(working(facts));
  const n = elapsed.length;
  const ofSums = (times: readonly { active: number; all: number }[]) =>
    ratio(sum(times.map(({ active }) => active)), sum(times.map(({ all }) => all)));
  const ratios = elapsed.map(({ active, all }) => active / all);
  return {
    value: shown(n, ofSums(elapsed)),
    n,
    also: { meanOfRatios: shown(n, mean(ratios)), working: shown(worked.length, ofSums(worked)) },
  };
};

export const waiting: ItemFigure = ({ cases, window }) => {
  const items = finishedIn(cases, window);
  const n = items.length;
  const meanOf = (wait: (typeof waits)[number]) =>
    mean(items.map((item) => timeIn(item.segments, wait, lifeOf(item)) / day));
  return { value: shown(n, sum(waits.map((wait) => meanOf(wait) ?? 0))), n, also: besideWaiting(n, meanOf) };
};

/** The parts of waiting, and what of it lies between teams. */
const besideWaiting = (n: number, meanOf: (wait: (typeof waits)[number]) => number | null) => ({
  ...Object.fromEntries(waits.map((wait) => [wait, shown(n, meanOf(wait))])),
  atBoundaries: shown(n, ratio(meanOf('handoff') ?? 0, sum(waits.map((wait) => meanOf(wait) ?? 0)))),
});

/** Everything of an item that fell into visits of one stage, from its start on. */
export type Stay = { item: Finished; stage: string; visits: Span[] };

/** No stage in which it was over is one where it waited. */
export const staysOf = (items: readonly Item[]): Stay[] =>
  items.filter(isFinished).flatMap((item) => {
    const visits = item.visits.filter(
      ({ entered, kind }) => entered >= item.start && kind !== 'done' && kind !== 'cancelled',
    );
    return [...Map.groupBy(visits, ({ stage }) => stage)].map(([stage, ofStage]) => ({
      item,
      stage,
      visits: ofStage.map(({ entered, left }) => ({ from: entered, until: left ?? item.end })),
    }));
  });

export const waitingInStage: Figurer<Stay> = ({ cases, window }) => {
  const stays = cases.filter(({ item }) => inside(item.end, window));
  const n = stays.length;
  const meanOf = (wait: (typeof waits)[number]) =>
    mean(stays.map(({ item, visits }) => sum(visits.map((visit) => timeIn(item.segments, wait, visit))) / day));
  return { value: shown(n, sum(waits.map((wait) => meanOf(wait) ?? 0))), n, also: besideWaiting(n, meanOf) };
};

/** One hand-over between start and end, and how long it waited. */
export type Crossing = { item: Finished; boundary: string; stage: string | null; waited: number };

/** A pause before a reopening is no waiting. */
export const crossingsOf = (items: readonly Item[]): Crossing[] =>
  items.filter(isFinished).flatMap((item) =>
    item.handoffs
      .filter(({ at }) => inside(at, lifeOf(item)))
      .map(({ from, to, at, until, stage }) => ({
        item,
        boundary: `${from} → ${to}`,
        stage,
        waited: lengthOf({ from: at, until }) - timeIn(item.segments, 'none', { from: at, until }),
      })),
  );

export const waitingAtBoundary: Figurer<Crossing> = ({ cases, window }) => {
  const crossings = cases.filter(({ item }) => inside(item.end, window));
  const n = crossings.length;
  const value = shown(n, mean(crossings.map(({ waited }) => waited / day)));
  return { value, n, also: { blocked: null, handoff: value, decision: null, queue: null, atBoundaries: null } };
};

/** From `created` on, so that an item done without a start counts too. */
export const timeShares: ItemFigure = ({ cases, window }) => {
  const items = doneIn(cases, window);
  const n = items.length;
  const timeOf = (kind: (typeof shares)[number] | 'active') =>
    sum(items.map((item) => timeIn(item.segments, kind, { from: item.created, until: item.end ?? item.created })));
  const whole = timeOf('active') + sum(shares.map(timeOf));
  const beside = shares.map((kind) => [kind, shown(n, ratio(timeOf(kind), whole))] as const);
  return { value: shown(n, ratio(timeOf('active'), whole)), n, also: Object.fromEntries(beside) };
};
