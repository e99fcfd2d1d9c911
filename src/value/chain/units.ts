/**
 * Whole units of the smallest coin, or of what else is counted, held in numbers: below 2^53 they are exact, and a walk of
 * hundreds of thousands of links takes milliseconds.
 */
export const mostUnits = Number.MAX_SAFE_INTEGER;

const whole = 1_000_000;

/** More than the number of any claim, and with a remainder before it still exact: the two make one number to compare by. */
const places = 2 ** 32;

/** Divides by shares, again and again without making anything new. */
export class Divider {
  readonly parts: Float64Array;
  readonly #keys: Float64Array;
  readonly #sorted: Float64Array;

  /** `most` is how many shares there are at most. */
  constructor(most: number) {
    this.parts = new Float64Array(most);
    this.#keys = new Float64Array(most + 1);
    this.#sorted = new Float64Array(most + 1);
  }

  /**
   * Puts into `parts` what the first `count` shares (in millionths) are of the units, and answers the rest: `sharedOut` of
   * `model/decimal.ts`, to the unit. Parts and rest are whole and add up to the units.
   */
  divide(units: number, shares: Int32Array, count: number): number {
    const sign = units < 0 ? -1 : 1;
    const amount = units * sign;
    let left = whole;
    let given = 0;
    for (let place = 0; place < count; place++) {
      const share = shares[place] ?? 0;
      left -= share;
      given += this.#claim(place, amount, share);
    }
    let rest = this.#floor(amount, left);
    this.#keys[count] = this.#remainder(amount, left) * places - count;
    const short = amount - given - rest;
    if (short > 0) {
      const least = this.#least(short, count + 1);
      for (let place = 0; place < count; place++) {
        if ((this.#keys[place] ?? 0) >= least) this.parts[place] = (this.parts[place] ?? 0) + 1;
      }
      if ((this.#keys[count] ?? 0) >= least) rest += 1;
    }
    if (sign < 0) for (let place = 0; place < count; place++) this.parts[place] = 0 - (this.parts[place] ?? 0);
    return rest === 0 ? 0 : rest * sign;
  }

  #claim(place: number, amount: number, share: number): number {
    const part = this.#floor(amount, share);
    this.parts[place] = part;
    this.#keys[place] = this.#remainder(amount, share) * places - place;
    return part;
  }

  /** The amount is taken apart at the millions, so that no product is more than a number can hold. */
  #floor(amount: number, share: number): number {
    const high = Math.floor(amount / whole);
    return high * share + Math.floor(((amount - high * whole) * share) / whole);
  }

  #remainder(amount: number, share: number): number {
    return ((amount % whole) * share) % whole;
  }

  /** The least of the `short` greatest keys. */
  #least(short: number, count: number): number {
    const sorted = this.#sorted.subarray(0, count);
    sorted.set(this.#keys.subarray(0, count));
    sorted.sort();
    return sorted[count - short] ?? 0;
  }
}

/**
 * Units divided in the proportion of weights, by largest remainder: whole units that add up to what was divided, none more
 * than its weight.
 *
 * All are of one sign, and the units are no more than the weights together. Remainders of amounts so great that a number
 * does not hold them may be ranked otherwise than they are; what is divided adds up all the same.
 */
export const inProportion = (units: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (Math.abs(units) > Math.abs(sum)) throw new RangeError(`${units} cannot be divided among ${sum}`);
  const sign = units < 0 ? -1 : 1;
  const exact = weights.map((weight) => (sum === 0 ? 0 : Math.abs(weight) * (units / sum)));
  const parts = exact.map(Math.floor);
  let short = units * sign - parts.reduce((all, part) => all + part, 0);
  const order = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  while (short !== 0) {
    const step = Math.sign(short);
    for (const { place } of step > 0 ? order : order.toReversed()) {
      const part = (parts[place] ?? 0) + step;
      if (short === 0 || part < 0 || part > Math.abs(weights[place] ?? 0)) continue;
      parts[place] = part;
      short -= step;
    }
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign));
};
