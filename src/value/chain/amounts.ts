import type { Day } from '#model/day.ts';
import { decimalOf, placesOf, unitsOf } from '#model/decimal.ts';
import { Currency, type Decimal, minorPlaces } from '#model/money.ts';
import type { Chain, ChainNode } from './chain.ts';
import type { Start } from './spread.ts';

/** An amount that starts its way at a node on a day; at none, where no record of the chain is known for it. */
export type DatedAmount = {
  readonly node: ChainNode | undefined;
  readonly on: Day;
  readonly amount: Decimal;
  /** A currency, or what else it is counted in. */
  readonly unit: string;
};

/** Amounts of one unit that go by the same links: those that hold on `day`. */
export type Batch = { readonly day: Day; readonly starts: readonly Start[] };

/** All amounts of one unit, in whole units of `places` decimal places; amounts of two units never meet. */
export type Batches = {
  readonly unit: string;
  readonly places: number;
  /** All of it, and what of it has no node to start from. */
  readonly whole: bigint;
  readonly nowhere: bigint;
  readonly batches: readonly Batch[];
};

/**
 * Amounts sorted by their unit and by the links that hold on their day. The units come in the order of their names.
 *
 * Every amount goes by the links of its own day, so money of last year does not follow the links of this one. What comes in
 * and what is credited at one node under the same links is one amount; credits are walked apart, so that shares are always
 * taken of amounts of one sign.
 */
export const batchesOf = (chain: Chain, amounts: readonly DatedAmount[]): Batches[] =>
  [...Map.groupBy(amounts, ({ unit }) => unit)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, own]) => {
      const places = Math.max(smallestPlaces(unit), ...new Set(own.map(({ amount }) => placesOf(amount))));
      const stretches = Map.groupBy(own, ({ on }) => stretchOf(chain, on));
      const unitsIn = (some: readonly DatedAmount[]): bigint =>
        some.reduce((sum, { amount }) => sum + unitsOf(amount, places), 0n);
      return {
        unit,
        places,
        whole: unitsIn(own),
        nowhere: unitsIn(own.filter(({ node }) => node === undefined)),
        batches: [...stretches].sort(([a], [b]) => a - b).flatMap(([, some]) => bySign(some, unitsIn)),
      };
    });

const bySign = (amounts: readonly DatedAmount[], unitsIn: (some: readonly DatedAmount[]) => bigint): Batch[] => {
  const day = amounts[0]?.on ?? '';
  const starts = [...Map.groupBy(amounts, ({ node }) => node)].flatMap(([node, own]) =>
    node === undefined ? [] : [{ node, grade: 0, units: unitsIn(own) }],
  );
  const [out, credits] = [starts.filter(({ units }) => units > 0n), starts.filter(({ units }) => units < 0n)];
  return [out, credits].filter(({ length }) => length > 0).map((some) => ({ day, starts: some }));
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

/** Money is divided down to the smallest coin of its currency, anything else to a ten-thousandth. */
const smallestPlaces = (unit: string): number => (Currency.safeParse(unit).success ? minorPlaces(unit) : 4);

/** Whole units as a decimal of their unit. */
export const amountOf = ({ places }: Pick<Batches, 'places'>, units: bigint): Decimal => decimalOf(units, places);
