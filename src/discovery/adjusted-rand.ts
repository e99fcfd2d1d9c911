/** Which group each member is in, by whatever the groups are called. */
export type Grouping = ReadonlyMap<string, string | number>;

/**
 * How far two groupings agree, beyond what chance alone would give (Hubert and Arabie 1985): 1 when they are the same,
 * about 0 when one says nothing of the other; below 0 when they agree less than chance.
 *
 * Only members of both count. Null for fewer than two of them. Two groupings that leave no room for chance (all
 * together, or each alone) read 1 when they are the same and 0 when they are not.
 */
export const adjustedRand = (a: Grouping, b: Grouping): number | null => {
  const common = [...a.keys()].filter((member) => b.has(member));
  if (common.length < 2) return null;
  const together = pairsIn(common.map((member) => JSON.stringify([a.get(member), b.get(member)])));
  const inA = pairsIn(common.map((member) => JSON.stringify(a.get(member))));
  const inB = pairsIn(common.map((member) => JSON.stringify(b.get(member))));
  const expected = (inA * inB) / pairs(common.length);
  const most = (inA + inB) / 2;
  if (most === expected) return together === inA && together === inB ? 1 : 0;
  return (together - expected) / (most - expected);
};

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** How many pairs have the same label. */
const pairsIn = (labels: readonly string[]): number => {
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
};
