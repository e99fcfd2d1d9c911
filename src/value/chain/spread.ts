import type { Day } from '#model/day.ts';
import { sharedOut } from '#model/decimal.ts';
import { type Chain, type ChainNode, type ChainStep, grades, isInForce } from './chain.ts';
import { inProportion, Units } from './units.ts';

/** Forward goes money, by what each giver passes; backward goes an effect, by what was contributed to each receiver. */
export type Way = 'forward' | 'backward';

/**
 * Where units went: what reached each node and what stayed there, by the weakest grade on the way, and what went along each
 * link. The place of a node and a grade is `slotOf`.
 */
export type Tally = { readonly reached: Units; readonly stayed: Units; readonly along: Units };

export const slotOf = ({ index }: ChainNode, grade: number): number => index * grades.length + grade;

/** What reached a node, or stayed there, on ways of any grade. */
export const sumAt = (units: Units, node: ChainNode): bigint =>
  grades.reduce((sum, _, grade) => sum + units.of(slotOf(node, grade)), 0n);

export const emptyTally = ({ nodes, steps }: Chain): Tally => ({
  reached: new Units(nodes.length * grades.length),
  stayed: new Units(nodes.length * grades.length),
  along: new Units(steps.length),
});

/** What starts at a node; `grade` is the weakest on the way that it has come already, 0 where it has come none. */
export type Start = { readonly node: ChainNode; readonly grade: number; readonly units: bigint };

/**
 * Walks units through the links that hold on a day. Nothing is counted twice and nothing is lost: what stayed, over all
 * nodes, is what started.
 *
 * A node divides what it has once, whatever ways it came by, so diamonds and benefits that feed each other add nothing.
 * Parts are whole units by largest remainder, of each grade apart.
 */
export const spread = (chain: Chain, way: Way, day: Day, starts: readonly Start[]): Tally => {
  const tally = emptyTally(chain);
  for (const { node, grade, units } of starts) tally.reached.add(slotOf(node, grade), units);
  for (const node of way === 'forward' ? chain.order : chain.order.toReversed()) {
    if (isReached(tally, node)) divide(tally, way, node, day);
  }
  return tally;
};

const divide = ({ reached, stayed, along }: Tally, way: Way, node: ChainNode, day: Day): void => {
  const steps = sharingSteps(node, way, day);
  const shares = steps.map((step) => shareOf(step, way));
  grades.forEach((_, grade) => {
    const units = reached.of(slotOf(node, grade));
    if (units === 0n) return;
    const { parts, rest } = sharedOut(units, shares);
    stayed.add(slotOf(node, grade), rest);
    steps.forEach((step, place) => {
      const part = parts[place] ?? 0n;
      along.add(step.index, part);
      reached.add(slotOf(nextOf(step, way), Math.max(grade, step.grade)), part);
    });
  });
};

const shareOf = (step: ChainStep, way: Way): number => (way === 'forward' ? step.passes : step.contributes);

const nextOf = (step: ChainStep, way: Way): ChainNode => (way === 'forward' ? step.receiver : step.giver);

const sharingSteps = (node: ChainNode, way: Way, day: Day): ChainStep[] =>
  (way === 'forward' ? node.outgoing : node.incoming).filter((step) => shareOf(step, way) > 0 && isInForce(step, day));

/**
 * The part of a walk that came to one node: what of each node and of each link went there, in the proportion in which it
 * came, by the weakest grade between it and the end. Nothing `stayed`; no more is told of a link than went along it.
 */
export const leadingTo = (chain: Chain, way: Way, walked: Tally, end: ChainNode): Tally => {
  const tally = emptyTally(chain);
  tally.reached.add(slotOf(end, 0), sumAt(walked.reached, end));
  for (const node of way === 'forward' ? chain.order.toReversed() : chain.order) {
    if (isReached(tally, node)) gatherBack(tally, way, walked, node);
  }
  return tally;
};

const gatherBack = ({ reached, along }: Tally, way: Way, walked: Tally, node: ChainNode): void => {
  const ways = way === 'forward' ? node.incoming : node.outgoing;
  const steps = ways.filter(({ index }) => walked.along.of(index) !== 0n);
  const came = steps.map(({ index }) => walked.along.of(index));
  const began = sumAt(walked.reached, node) - came.reduce((sum, each) => sum + each, 0n);
  let left = [began, ...came];
  grades.forEach((_, grade) => {
    const units = reached.of(slotOf(node, grade));
    if (units === 0n) return;
    const parts = inProportion(units, left);
    left = left.map((each, place) => each - (parts[place] ?? 0n));
    steps.forEach((step, place) => {
      const part = parts[place + 1] ?? 0n;
      const from = way === 'forward' ? step.giver : step.receiver;
      along.add(step.index, part);
      reached.add(slotOf(from, Math.max(grade, step.grade)), part);
    });
  });
};

const isReached = ({ reached }: Tally, node: ChainNode): boolean =>
  grades.some((_, grade) => reached.of(slotOf(node, grade)) !== 0n);
