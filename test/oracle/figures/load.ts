import { day, daysOf, midnight, nextDay } from '../clock.ts';
import type { Item } from '../items.ts';
import { doneIn, finishedIn, type ItemFigure, shown } from './reading.ts';
import { mean, median, percentile, ratio, share, sum } from './sums.ts';

/** Started before an instant and not over by it; one that ends at that very instant is over. */
const inProgress = (item: Item, instant: number): boolean =>
  item.start !== null && item.start < instant && (item.end === null || item.end > instant);

/** n is the number of days: those that end in the window and have begun by `asOf`. */
export const wip: ItemFigure = ({ cases, window, facts }) => {
  const zone = facts.calendar.timeZone;
  const ends = daysOf(window, zone)
    .filter((isoDay) => midnight(isoDay, zone) <= facts.asOf)
    .map((isoDay) => midnight(nextDay(isoDay), zone))
    .filter((end) => end <= window.until);
  const counts = ends.map((end) => cases.filter((item) => inProgress(item, end)).length);
  return { value: mean(counts), n: ends.length, also: {} };
};

/** What is over at the window's beginning is not in it, unless it was done at that very instant. */
export const littlesLaw: ItemFigure = ({ cases, window, facts }) => {
  const end = Math.min(window.until, facts.asOf);
  const done = finishedIn(cases, window);
  const present =
    window.from >= facts.asOf
      ? []
      : cases.flatMap(({ start, end: over, status }) => {
          if (start === null || start >= window.until) return [];
          const stays = over === null || over > window.from || (over === window.from && status === 'done');
          return stays
            ? [{ start, over, days: (Math.min(over ?? end, end) - Math.max(start, window.from)) / day }]
            : [];
        });
  const flow = done.map((item) => (item.end - item.start) / day);
  const span = (end - window.from) / day;
  const n = present.length;
  const explained = ratio(sum(present.map(({ days }) => days)), sum(flow));
  const count = (holds: (one: (typeof present)[number]) => boolean) => present.filter(holds).length;
  return {
    value: explained === null ? null : shown(n, explained - 1),
    n,
    also: {
      meanWip: n === 0 ? 0 : sum(present.map(({ days }) => days)) / span,
      throughputPerWeek: flow.length === 0 ? 0 : (7 * flow.length) / span,
      meanFlowTime: shown(flow.length, mean(flow)),
      arrivals: count(({ start }) => start >= window.from),
      departures: count(({ over }) => over !== null && over < window.until),
      wipBefore: count(({ start }) => start < window.from),
      wipAfter: count(({ over }) => over === null || over >= window.until),
    },
  };
};

export const velocity: ItemFigure = ({ cases, window }) => {
  const n = doneIn(cases, window).length;
  return { value: n, n, also: {} };
};

/** n is the denominator: all items done, of whatever type. Items without a type are a type of their own. */
export const distribution: ItemFigure = ({ cases, whole, window, by }) => {
  const done = doneIn(by === 'item-type' ? whole : cases, window);
  const n = done.length;
  const types = Map.groupBy(done, (item) => item.type);
  const counted =
    by === 'item-type'
      ? doneIn(cases, window).length
      : Math.max(0, ...[...types.values()].map((items) => items.length));
  // A type of which nothing was done in the window is no subject of it.
  return counted === 0 ? { value: null, n: 0, also: {} } : { value: shown(n, ratio(counted, n)), n, also: {} };
};

/** Ages run to the window's end, or to `asOf` where that comes first. */
export const wipAge: ItemFigure = ({ cases, window, facts }) => {
  const read = Math.min(window.until, facts.asOf);
  const ages = cases
    .filter((item) => inProgress(item, window.until))
    .map((item) => (read - (item.start ?? read)) / day);
  const done = finishedIn(cases, window).map((item) => (item.end - item.start) / day);
  const limit = shown(done.length, percentile(done, 0.85));
  const older = limit === null ? null : share(ages, (age) => age > limit);
  return { value: shown(ages.length, median(ages)), n: ages.length, also: { olderThanP85: shown(ages.length, older) } };
};
