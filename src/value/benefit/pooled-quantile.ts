/** What is known of one of several like things: one number or more. */
export type Sample = readonly number[];

/**
 * The value below which the next thing like these stays with chance p, where each of them weighs the same however many
 * numbers it brings. Null of none.
 *
 * Of n things the next one is as likely to fall into any of the n + 1 gaps between them, whatever their distribution, so
 * each has the weight 1 ⁄ (n + 1) and half of that lies beyond either end (Hyndman and Fan's type 6, Weibull's plotting
 * positions). With eight, the extremes bound 78 % of what comes next: fewer cannot bound 80 %.
 */
export const pooledQuantile = (samples: readonly Sample[], p: number): number | null => {
  const told = samples.filter(({ length }) => length > 0);
  const points = told
    .flatMap((sample) => sample.map((value) => ({ value, weight: 1 / sample.length })))
    .sort((a, b) => a.value - b.value);
  let below = 0.5;
  let before: { value: number; at: number } | undefined;
  for (const { value, weight } of points) {
    const at = (below + weight / 2) / (told.length + 1);
    if (at >= p) return before ? before.value + ((value - before.value) * (p - before.at)) / (at - before.at) : value;
    before = { value, at };
    below += weight;
  }
  return before?.value ?? null;
};
