/** Whole units by number, nought where none were put: cents by node, say, or by link. */
export class Units {
  readonly #units: bigint[];

  constructor(size: number) {
    this.#units = new Array<bigint>(size).fill(0n);
  }

  of(index: number): bigint {
    return this.#units[index] ?? 0n;
  }

  add(index: number, units: bigint): void {
    if (units !== 0n) this.#units[index] = this.of(index) + units;
  }

  addAll(others: Units): void {
    others.#units.forEach((units, index) => {
      this.add(index, units);
    });
  }
}

/**
 * Units divided in the proportion of weights, by largest remainder: whole units that add up to what was divided.
 *
 * Units and weights are not of different signs, and the weights are not all nought. Of equal remainders the earlier is
 * served first, and nobody gets more than the weight where the units are at most the sum of the weights.
 */
export const inProportion = (units: bigint, weights: readonly bigint[]): bigint[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const sign = units < 0n ? -1n : 1n;
  const claims = weights.map((weight, index) => {
    const product = units * weight;
    return { index, units: product / whole, remainder: product % whole };
  });
  const short = units - claims.reduce((sum, claim) => sum + claim.units, 0n);
  const first = claims
    .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(short * sign));
  const parts = claims.map((claim) => claim.units);
  for (const { index } of first) parts[index] = (parts[index] ?? 0n) + sign;
  return parts;
};
