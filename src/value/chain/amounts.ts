import type { Day } from '#model/day.ts';
import { decimalOf, placesOf, unitsOf } from '#model/decimal.ts';
import { Currency, type Decimal, minorPlaces } from '#model/money.ts';
import type { Chain, ChainNode } from './chain.ts';
import type { Batch } from './spread.ts';
import { mostUnits } from './units.ts';

/** An amount that starts its way at a node on a day; at none, where no record of the chain is known for it. */
export type DatedAmount = {
  readonly node: ChainNode | undefined;
  readonly on: Day;
  readonly amount: Decimal;
  /** A currency, or what else it is counted in. */
  readonly unit: string;
};

/** All amounts of one unit, in whole units of `places` decimal places; amounts of two units never meet. */
export type Batches = {
  readonly unit: string;
  readonly places: number;
  /** All of it, and what of it has no node to start from. */
  readonly whole: number;
  readonly nowhere: number;
  readonly batches: readonly Batch[];
};

/**
 * Amounts sorted by their unit and by the links that hold on their day. The units come in the order of their names.
 *
 * Every amount goes by the links of its own day, so money of last year does not follow the links of this one. What comes in
 * and what is credited at one node under the same links is one amount; credits are walked apart, so that shares are always
 * taken of amounts of one sign.
 *
 * Amounts are divided down to the last place that one of them is stated with, at least to the smallest coin. Where all of
 * them together would be too many units to count exactly, the last places are rounded together, so that the whole stays
 * what it is; more than 2^53 whole ones are no amount and throw.
 */
export const batchesOf = (chain: Chain, amounts: readonly DatedAmount[]): Batches[] =>
  [...Map.groupBy(amounts, ({ unit }) => unit)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, own]) => batchesIn(chain, unit, own));

const batchesIn = (chain: Chain, unit: string, amounts: readonly DatedAmount[]): Batches => {
  const stated = amounts.reduce((most, { amount }) => Math.max(most, placesOf(amount)), smallestPlaces(unit));
  const sums = sumsOf(chain, amounts, stated);
  const places = placesToCount(sums, stated, unit);
  const units = roundedTogether(
    sums.map((sum) => sum.units),
    10n ** BigInt(stated - places),
  );
  const starts = sums.flatMap(({ node, day }, place) => {
    const own = units[place] ?? 0;
    return node === undefined || own === 0 ? [] : [{ day, start: { node, grade: 0, units: own } }];
  });
  const batches = Map.groupBy(starts, ({ day, start }) => `${day} ${Math.sign(start.units)}`);
  return {
    unit,
    places,
    whole: units.reduce((all, each) => all + each, 0),
    nowhere: sums.reduce((all, { node }, place) => (node === undefined ? all + (units[place] ?? 0) : all), 0),
    batches: [...batches.values()].map((some) => ({ day: some[0]?.day ?? '', starts: some.map(({ start }) => start) })),
  };
};

type Sum = { readonly node: ChainNode | undefined; readonly day: Day; units: bigint };

/** What starts at each node under the same links, in the order of the amounts; `day` is one on which they hold. */
const sumsOf = (chain: Chain, amounts: readonly DatedAmount[], places: number): Sum[] => {
  const days = new Map<number, Day>();
  const sums = new Map<string, Sum>();
  for (const { node, on, amount } of amounts) {
    const stretch = stretchOf(chain, on);
    const day = days.get(stretch) ?? on;
    days.set(stretch, day);
    const id = `${stretch} ${node?.index}`;
    const sum = sums.get(id) ?? { node, day, units: 0n };
    sums.set(id, sum);
    sum.units += unitsOf(amount, places);
  }
  return [...sums.values()];
};

/** How many days of change have passed: amounts between the same two go by the same links. */
const stretchOf = ({ changes }: Chain, day: Day): number => {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placesToCount = (sums: readonly Sum[], stated: number, unit: string): number => {
  let most = sums.reduce((all, { units }) => all + (units < 0n ? -units : units), 0n) + BigInt(sums.length);
  let places = stated;
  for (; most > mostUnits; most /= 10n) {
    if (places === 0) throw new RangeError(`amounts in ${unit} come to ${most}: more than can be counted one by one`);
    places -= 1;
  }
  return places;
};

/** Each divided by the same number and rounded up or down, so that together they are what all of them are, rounded. */
const roundedTogether = (units: readonly bigint[], by: bigint): number[] => {
  if (by === 1n) return units.map(Number);
  const floor = (some: bigint): bigint => (some - (((some % by) + by) % by)) / by;
  const floors = units.map((some) => Number(floor(some)));
  const whole = Number(floor(units.reduce((all, some) => all + some, 0n) + by / 2n));
  const short = whole - floors.reduce((all, each) => all + each, 0);
  const first = units
    .map((some, place) => ({ place, remainder: Number(some - floor(some) * by) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
    .slice(0, short);
  for (const { place } of first) floors[place] = (floors[place] ?? 0) + 1;
  return floors;
};

/** Money is divided down to the smallest coin of its currency, anything else to a ten-thousandth. */
const smallestPlaces = (unit: string): number => (Currency.safeParse(unit).success ? minorPlaces(unit) : 4);

/** Whole units as a decimal of their unit. */
export const amountOf = ({ places }: Pick<Batches, 'places'>, units: number): Decimal =>
  decimalOf(BigInt(units), places);
