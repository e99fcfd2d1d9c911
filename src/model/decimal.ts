import type { Decimal } from './money.ts';

/**
 * Exact arithmetic on decimal text. Nothing here passes through a binary float, so sums tie to the cent.
 *
 * A decimal is held as a whole number of its smallest places; two of them are brought to the same places first.
 */

/** How many decimal places a decimal is written with. */
export const placesOf = (decimal: Decimal): number => {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
};

/** A decimal as a whole number of units of `places` decimal places; throws where it has more of them that are not nought. */
export const unitsOf = (decimal: Decimal, places: number): bigint => {
  const has = placesOf(decimal);
  const until = has > places ? decimal.length - has + places : decimal.length;
  if (/[1-9]/.test(decimal.slice(until))) throw new RangeError(`${decimal} has more than ${places} decimal places`);
  const kept = decimal.slice(0, until).replace('.', '');
  return BigInt(has < places ? kept.padEnd(kept.length + places - has, '0') : kept);
};

/** A whole number of units as decimal text with all its places: 1230 units of two places are 12.30. */
export const decimalOf = (units: bigint, places: number): Decimal => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
};

/** The exact sum, with as many places as the summand that has most; 0 of none. */
export const sumOfDecimals = (decimals: readonly Decimal[]): Decimal => {
  const places = decimals.reduce((most, decimal) => Math.max(most, placesOf(decimal)), 0);
  return decimalOf(
    decimals.reduce((sum, decimal) => sum + unitsOf(decimal, places), 0n),
    places,
  );
};

/** `a` − `b`, exactly. */
export const differenceOf = (a: Decimal, b: Decimal): Decimal => sumOfDecimals([a, negated(b)]);

/** Whether it is anything but nought. */
export const isSome = (decimal: Decimal): boolean => /[1-9]/.test(decimal);

/** The decimal with the other sign; nought has none. */
export const negated = (decimal: Decimal): Decimal =>
  decimalOf(-unitsOf(decimal, placesOf(decimal)), placesOf(decimal));

/** `a` × `b`, exactly: the places add up. */
export const productOf = (a: Decimal, b: Decimal): Decimal => {
  const [placesA, placesB] = [placesOf(a), placesOf(b)];
  return decimalOf(unitsOf(a, placesA) * unitsOf(b, placesB), placesA + placesB);
};

/**
 * `a` ÷ `b`, rounded to `places`, half away from nought. `b` is not nought.
 *
 * Half is told from the exact quotient, not from one that was cut off before.
 */
export const quotientOf = (a: Decimal, b: Decimal, places: number): Decimal => {
  const most = Math.max(placesOf(a), placesOf(b));
  const [top, bottom] = [unitsOf(a, most) * 10n ** BigInt(places), unitsOf(b, most)];
  const sign = top < 0n === bottom < 0n ? 1n : -1n;
  const [above, below] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  return decimalOf(sign * ((above * 2n + below) / (below * 2n)), places);
};

/** Rounded to `places`, half away from nought, as ledgers round; filled with noughts where it has fewer. */
export const roundedTo = (decimal: Decimal, places: number): Decimal => {
  const has = placesOf(decimal);
  if (has <= places) return decimalOf(unitsOf(decimal, places), places);
  const units = unitsOf(decimal, has);
  const divisor = 10n ** BigInt(has - places);
  const half = units < 0n ? -divisor / 2n : divisor / 2n;
  return decimalOf((units + half) / divisor, places);
};

/**
 * Units divided by shares in millionths (`model/share.ts`), by largest remainder: every part is a whole number of units,
 * and the parts and what is left add up to the units exactly. The rest is what the shares leave of the whole.
 *
 * Of equal remainders the earlier share is served first. Shares of more than the whole are a mistake of the caller.
 */
export const sharedOut = (
  units: bigint,
  shares: readonly number[],
): { readonly parts: readonly bigint[]; readonly rest: bigint } => {
  const whole = 1_000_000n;
  const left = whole - shares.reduce((sum, share) => sum + BigInt(share), 0n);
  if (left < 0n) throw new RangeError('the shares are more than the whole');
  const sign = units < 0n ? -1n : 1n;
  const amount = units * sign;
  const claims = [...shares.map(BigInt), left].map((share, index) => ({
    index,
    units: (amount * share) / whole,
    remainder: (amount * share) % whole,
  }));
  const short = amount - claims.reduce((sum, claim) => sum + claim.units, 0n);
  const served = new Set(
    [...claims]
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, Number(short))
      .map(({ index }) => index),
  );
  const parts = claims.map((claim) => sign * (claim.units + (served.has(claim.index) ? 1n : 0n)));
  return { parts: parts.slice(0, -1), rest: parts.at(-1) ?? 0n };
};
