import { dayAfter } from './clock.ts';
import { initiatives, type Quarter, quarters } from './portfolio.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Initiatives in the order approved for a quarter. */
export type PriorityList = {
  readonly key: string;
  readonly period: string;
  readonly approvedOn: string;
  readonly order: readonly string[];
};

/**
 * What was approved before each quarter, and once more in the middle of some: the order of the quarter before with a few
 * changes of neighbours. One initiative is on no list before the last two quarters.
 */
export const prioritiesOf = (world: World): PriorityList[] => {
  const random = world.random('priorities');
  let order = initiatives.map(({ key }) => key).filter((key) => key !== newcomer);
  return quarters.flatMap((quarter, index) => {
    order = shifted(index === 3 ? [newcomer, ...order] : order, random, index === 0 ? 8 : 3);
    const lists = [listOf(quarter, dayAfter(quarter.from, -12), order, 1)];
    if (!random.chance(0.5)) return lists;
    order = shifted(order, random, 2);
    return [...lists, listOf(quarter, dayAfter(quarter.from, random.whole(30, 50)), order, 2)];
  });
};

const newcomer = 'branch-network';

const listOf = ({ key }: Quarter, approvedOn: string, order: readonly string[], number: number): PriorityList => ({
  key: `${key}-priorities-${number}`,
  period: key,
  approvedOn,
  order: [...order],
});

const shifted = (order: readonly string[], random: Random, times: number): string[] => {
  const next = [...order];
  for (let n = 0; n < times; n++) {
    const place = random.whole(0, next.length - 2);
    next.splice(place, 2, ...next.slice(place, place + 2).reverse());
  }
  return next;
};

/** The list that stood on a day: of the quarter of that day, the one approved last by then. */
export const listOn = (lists: readonly PriorityList[], quarter: string, day: string): PriorityList | undefined =>
  lists.filter(({ period, approvedOn }) => period === quarter && approvedOn <= day).at(-1);
