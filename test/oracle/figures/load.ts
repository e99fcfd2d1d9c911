import { day, daysOf, midnight, nextDay } from '../clock.ts';
import type { Item } from '../items.ts';
import { doneIn, finishedIn, type ItemFigure, shown } from './reading.ts';
import { mean, median, percentile, ratio, share } from './sums.ts';

/**
 * Started before an instant and not over by it.
 *
 * AMBIGUOUS: an item that ends at that very instant. Here: it is over. The same is meant by "open at the window's end".
 */
const inProgress = (item: Item, instant: number): boolean =>
  item.start !== null && item.start < instant && (item.end === null || item.end > instant);

/**
 * AMBIGUOUS: days of which the window holds a part count whole, and days after `asOf` count as if nothing more happened.
 * n is the number of items met on any day.
 */
export const wip: ItemFigure = ({ cases, window, facts }) => {
  const zone = facts.calendar.timeZone;
  const ends = daysOf(window, zone).map((isoDay) => midnight(nextDay(isoDay), zone));
  const met = cases.filter((item) => ends.some((end) => inProgress(item, end)));
  const counts = ends.map((end) => cases.filter((item) => inProgress(item, end)).length);
  return { value: mean(counts), n: met.length, also: {} };
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

/** AMBIGUOUS: ages run to the window's end even where it lies after `asOf`. */
export const wipAge: ItemFigure = ({ cases, window }) => {
  const ages = cases
    .filter((item) => inProgress(item, window.until))
    .map((item) => (window.until - (item.start ?? window.until)) / day);
  const done = finishedIn(cases, window).map((item) => (item.end - item.start) / day);
  const limit = shown(done.length, percentile(done, 0.85));
  const older = limit === null ? null : share(ages, (age) => age > limit);
  return { value: shown(ages.length, median(ages)), n: ages.length, also: { olderThanP85: shown(ages.length, older) } };
};
