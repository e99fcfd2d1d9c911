import type { Chain, ChainNode } from './chain.ts';

/**
 * How many initiatives stand before each record of the chain, each counted once by however many ways it leads there, whenever
 * their links hold.
 *
 * Every record has a bit for each of the others, so that what stands before many of them is put together without being walked
 * again.
 */
export const initiativesBefore = ({ nodes, order }: Chain): ((node: ChainNode) => number) => {
  const words = Math.ceil(nodes.length / 32);
  const before = nodes.map(() => new Uint32Array(words));
  for (const { index, incoming } of order) {
    const own = before[index];
    if (!own) continue;
    for (const { giver } of incoming) {
      before[giver.index]?.forEach((bits, word) => {
        own[word] = (own[word] ?? 0) | bits;
      });
      if (giver.kind === 'initiative') own[giver.index >> 5] = (own[giver.index >> 5] ?? 0) | (1 << (giver.index & 31));
    }
  }
  return ({ index }) => before[index]?.reduce((all, bits) => all + bitsIn(bits), 0) ?? 0;
};

const bitsIn = (word: number): number => {
  let [rest, bits] = [word, 0];
  for (; rest !== 0; rest &= rest - 1) bits++;
  return bits;
};
