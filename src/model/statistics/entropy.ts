/** How much each area gets, in any one unit. An area that gets nothing belongs on the list, with 0. */
type Weights = readonly number[];

/** Each weight over their total; null when there is nothing to share out. */
const shares = (weights: Weights): number[] | null => {
  const bad = weights.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (bad !== undefined) throw new RangeError(`${bad} is no weight`);
  const total = sum(weights);
  return total > 0 ? weights.map((weight) => weight / total) : null;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How evenly the whole is spread, in nats: 0 when one area has all (Shannon 1948). */
export const entropy = (weights: Weights): number | null => {
  const parts = shares(weights);
  return parts && Math.max(0, -sum(parts.map((share) => (share === 0 ? 0 : share * Math.log(share)))));
};

/** How many equal areas would be spread as evenly: exp of the entropy (Hill number of order 1). */
export const effectiveNumber = (weights: Weights): number | null => {
  const nats = entropy(weights);
  return nats === null ? null : Math.exp(nats);
};

/** The sum of squared shares, 0–1; competition law prints it times 10,000. */
export const herfindahl = (weights: Weights): number | null => {
  const parts = shares(weights);
  return parts && sum(parts.map((share) => share * share));
};

/** The same, moved so that even shares read 0 whatever the number of areas; null for a single area. */
export const normalisedHerfindahl = (weights: Weights): number | null => {
  const index = herfindahl(weights);
  const even = 1 / weights.length;
  return index === null || weights.length < 2 ? null : (index - even) / (1 - even);
};

/** How many equal areas would be as concentrated: 1 / HHI (Hill number of order 2); below `effectiveNumber`. */
export const effectiveCount = (weights: Weights): number | null => {
  const index = herfindahl(weights);
  return index === null ? null : 1 / index;
};

/** Σ(2k − n − 1)·x₍ₖ₎ / (n·Σx): 0 when all get the same. With n areas it cannot exceed 1 − 1/n. */
export const gini = (weights: Weights): number | null => {
  const parts = shares(weights)?.sort((a, b) => a - b);
  const n = weights.length;
  return parts ? sum(parts.map((share, index) => (2 * (index + 1) - n - 1) * share)) / n : null;
};

/** The Gini coefficient times n / (n − 1), so that one area that has all reads 1; null for a single area. */
export const giniCorrected = (weights: Weights): number | null => {
  const coefficient = gini(weights);
  const n = weights.length;
  return coefficient === null || n < 2 ? null : (coefficient * n) / (n - 1);
};
