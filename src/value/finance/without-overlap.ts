import { parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';
import { differenceOf, placesOf, productOf, quotientOf } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import { overlap } from '#model/period.ts';

/** Days from the first up to, not including, the second. */
type Days = { readonly from: Day; readonly to: Day };

/** A value that was stated for some days. */
export type Stated = Days & { readonly value: Decimal };

/**
 * Values of periods that lie in each other or were stated again, so that no day counts twice: what stands earlier on the
 * list speaks for its days, and of a later value only the share of days remains that nobody spoke for. Where these do not
 * follow one another, each stretch of them is an entry by itself.
 *
 * So a year that was planned keeps nine twelfths beside its first quarter that has come in. Shares are rounded to `places`,
 * and those of one value add up to the share of all its days that remain.
 */
export const withoutOverlap = <S extends Stated>(stated: readonly S[], places: number): S[] => {
  const taken: Days[] = [];
  return stated.flatMap((each) => {
    const free = taken
      .filter((days) => overlap(days, each))
      .reduce<Days[]>((pieces, days) => pieces.flatMap((piece) => cutOut(piece, days)), [each]);
    taken.push(...free);
    const all = lengthOf(each);
    if (free.reduce((sum, days) => sum + lengthOf(days), 0) === all) return [each];
    const most = Math.max(places, placesOf(each.value));
    const shareOf = (days: number): Decimal => quotientOf(productOf(each.value, String(days)), String(all), most);
    let [told, before] = [0, '0'];
    return free.map((piece) => {
      told += lengthOf(piece);
      const sum = shareOf(told);
      const value = differenceOf(sum, before);
      before = sum;
      return { ...each, ...piece, value };
    });
  });
};

/** Days in a period; 0 where it ends before it begins. */
export const lengthOf = ({ from, to }: Days): number => Math.max(0, parseIsoDate(to) - parseIsoDate(from));

const cutOut = (piece: Days, { from, to }: Days): Days[] => {
  if (to <= piece.from || piece.to <= from) return [piece];
  const [before, after] = [
    { from: piece.from, to: from },
    { from: to, to: piece.to },
  ];
  return [before, after].filter((part) => part.from < part.to);
};
