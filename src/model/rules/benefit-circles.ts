import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

/**
 * Links by which a benefit would feed itself, each told at the link that closes the circle.
 *
 * Periods are not looked at: a benefit that feeds another in one year and is fed by it in the next would still be counted
 * twice over its life.
 */
export const benefitCircles = ({ chainLinks }: DesignModel): Violation[] => {
  const feeds = new Map<string, string[]>();
  return chainLinks.flatMap(({ key, giver: { benefit: from }, receiver: { benefit: to } }, index) => {
    if (from === undefined || to === undefined) return [];
    const back = wayBetween(to, from, feeds);
    if (!back) {
      feeds.set(from, [...(feeds.get(from) ?? []), to]);
      return [];
    }
    const found = [from, ...back].join(' → ');
    const expected = `a benefit that does not feed ${from}`;
    return [{ kind: 'chain-link' as const, index, key, field: 'receiver.benefit', found, expected }];
  });
};

/** The keys on a way from one benefit to another, both included, or undefined when there is none. */
const wayBetween = (
  from: string,
  to: string,
  feeds: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined => {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const open = [from];
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    if (key === to) return wayTo(key, cameFrom);
    for (const next of feeds.get(key) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, key);
      open.push(next);
    }
  }
  return undefined;
};

const wayTo = (end: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] => {
  const way: string[] = [];
  for (let key: string | undefined = end; key !== undefined; key = cameFrom.get(key)) way.unshift(key);
  return way;
};
