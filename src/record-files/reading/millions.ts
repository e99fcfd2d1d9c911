import { decimalOf, unitsOf } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';

const power = 6;

/** A number of millions in whole units, exactly: 15.297 are 15297000. */
export const ofMillions = (millions: Decimal): Decimal => {
  const places = Math.max(power, millions.split('.')[1]?.length ?? 0);
  return decimalOf(unitsOf(millions, places), places - power);
};
