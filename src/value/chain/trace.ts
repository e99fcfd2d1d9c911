import type { Decimal } from '#model/money.ts';
import type { Grade } from '#model/reading.ts';
import { amountOf, type Batches, batchesOf, type DatedAmount } from './amounts.ts';
import type { Chain, ChainNode, ChainStep } from './chain.ts';
import { grades, type Way } from './lanes.ts';
import {
  type Batch,
  emptyTally,
  gradesAt,
  leadingTo,
  type Start,
  slotOf,
  spread,
  sumAt,
  type Tally,
} from './spread.ts';

/** An amount by the weakest grade on the way it came. Grades that nothing came by are left out. */
export type ByGrade = Partial<Record<Grade, Decimal>>;

/**
 * What came to a node of a trace, and what of it goes no further. In a trace of one node, the grades of what stands before
 * it are the weakest from there to it.
 */
export type TracedNode = {
  readonly node: ChainNode;
  readonly amount: Decimal;
  readonly byGrade: ByGrade;
  readonly stays: Decimal;
  readonly staysByGrade: ByGrade;
  /** What links would have passed on that are weaker than is followed; nought where all are followed. */
  readonly held: Decimal;
};

export type TracedStep = { readonly step: ChainStep; readonly amount: Decimal };

/**
 * Where an amount of one unit went, or came from.
 *
 * `whole` is what is traced. What `stays` and is `held` at the nodes from the start on, with `nowhere`, is the whole to the unit. Nodes
 * and steps that nothing of it came to are not in it; nodes stand in the order of the way.
 */
export type Trace = {
  readonly unit: string;
  readonly whole: Decimal;
  /** What has no node to start from: money of no known line of funding. */
  readonly nowhere: Decimal;
  readonly nodes: readonly TracedNode[];
  readonly steps: readonly TracedStep[];
  /** How many links would have passed some of it on that are weaker than is followed; what they would is `held`. */
  readonly barred: number;
};

/**
 * Walks amounts through the chain, unit by unit, along links that are no weaker than `weakest`; of one node, what comes to it
 * and where that goes on.
 *
 * Each trace settles its own cents, so parts of two traces may differ from those of both together by a cent; within one,
 * every sum is exact.
 */
export const traceOf = (
  chain: Chain,
  way: Way,
  amounts: readonly DatedAmount[],
  through?: ChainNode,
  weakest: Grade = 'E',
): Trace[] =>
  batchesOf(chain, amounts).flatMap((batches) => {
    const tally = emptyTally(chain);
    const cut = { weakest: grades.indexOf(weakest) };
    for (const batch of batches.batches) {
      for (const walked of through ? partsThrough(chain, way, batch, through, cut) : [spread(chain, way, batch, cut)]) {
        addTo(tally, walked);
      }
    }
    const told = toldOf(chain, way, batches, tally);
    if (!through) return [told];
    if (told.nodes.length === 0) return [];
    return [{ ...told, whole: amountOf(batches, sumAt(tally.reached, through)), nowhere: amountOf(batches, 0) }];
  });

/** What leads to a node, and where it goes from there; the node itself is in the second. */
const partsThrough = (
  chain: Chain,
  way: Way,
  batch: Batch,
  through: ChainNode,
  cut: { readonly weakest: number },
): Tally[] => {
  const walked = spread(chain, way, batch, cut);
  const before = leadingTo(chain, way, walked, through);
  const starts = [...gradesAt(walked.reached, through)].map((units, grade): Start => ({ node: through, grade, units }));
  before.reached[slotOf(through, 0)] = 0;
  return [before, spread(chain, way, { day: batch.day, starts }, cut)];
};

const addTo = (tally: Tally, more: Tally): void => {
  for (const part of ['reached', 'stayed', 'held', 'along', 'barred'] as const) {
    const [sums, added] = [tally[part], more[part]];
    for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (added[place] ?? 0);
  }
};

const toldOf = (chain: Chain, way: Way, batches: Batches, { reached, stayed, held, along, barred }: Tally): Trace => {
  const order = way === 'forward' ? chain.order : chain.order.toReversed();
  return {
    unit: batches.unit,
    whole: amountOf(batches, batches.whole),
    nowhere: amountOf(batches, batches.nowhere),
    nodes: order
      .filter((node) => gradesAt(reached, node).some((units) => units !== 0))
      .map((node) => ({
        node,
        amount: amountOf(batches, sumAt(reached, node)),
        byGrade: byGradeAt(batches, reached, node),
        stays: amountOf(batches, sumAt(stayed, node)),
        staysByGrade: byGradeAt(batches, stayed, node),
        held: amountOf(batches, sumAt(held, node)),
      })),
    steps: chain.steps
      .filter(({ index }) => along[index] !== 0)
      .map((step) => ({ step, amount: amountOf(batches, along[step.index] ?? 0) })),
    barred: barred.filter((units) => units !== 0).length,
  };
};

const byGradeAt = (batches: Batches, units: Float64Array, node: ChainNode): ByGrade =>
  Object.fromEntries(
    grades.flatMap((grade, place) => {
      const own = units[slotOf(node, place)] ?? 0;
      return own === 0 ? [] : [[grade, amountOf(batches, own)]];
    }),
  );
