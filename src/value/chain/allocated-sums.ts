import type { Decimal } from '#model/money.ts';
import type { AllocatedPart } from './allocation.ts';
import { amountOf, type Batches, batchesOf } from './amounts.ts';
import type { Chain, ChainNode } from './chain.ts';
import { fundingAmounts } from './coverage.ts';
import type { FundingLine } from './funding.ts';
import { spread, sumAt, type Tally } from './spread.ts';

/** Money of one currency that goes to a capability by initiatives of one group; with the `reason`, what goes to none. */
export type AllocatedSum<Group> = Pick<AllocatedPart, 'capability' | 'reason'> & {
  readonly currency: string;
  /** None where it goes by no initiative. */
  readonly group: Group | undefined;
  readonly amount: Decimal;
};

/**
 * Which capabilities money of one day goes to, added up by a group of the initiatives it goes by: as many sums as there are
 * groups and capabilities, however many ways lead there. What comes in and what is credited are told apart.
 *
 * The sums add up to the lines, to the smallest coin. `allocated` says the same of every line by itself; its sums may differ
 * from these by a cent a line, since these settle the cents of all lines together.
 */
export const allocatedSums = <Group>(
  chain: Chain,
  lines: readonly FundingLine[],
  groupOf: (initiative: string) => Group,
): AllocatedSum<Group>[] =>
  batchesOf(chain, fundingAmounts(chain, lines)).flatMap((batches) => [
    ...sumOf<Group>(batches, undefined, 'no-investment', batches.nowhere),
    ...batches.batches.flatMap((batch) =>
      sumsOf(chain, batches, spread(chain, 'forward', batch, { to: 'capability' }), groupOf),
    ),
  ]);

const sumsOf = <Group>(
  { nodes }: Chain,
  batches: Batches,
  { reached, stayed, along }: Tally,
  groupOf: (initiative: string) => Group,
): AllocatedSum<Group>[] => {
  const groups = new Map<Group, Map<ChainNode | undefined, number>>();
  let unspent = 0;
  for (const node of nodes) {
    if (node.kind === 'investment') unspent += sumAt(stayed, node);
    if (node.kind !== 'initiative' || sumAt(reached, node) === 0) continue;
    const group = groupOf(node.key);
    const own = groups.get(group) ?? new Map<ChainNode | undefined, number>();
    groups.set(group, own);
    own.set(undefined, (own.get(undefined) ?? 0) + sumAt(stayed, node));
    for (const { index, receiver } of node.outgoing) {
      own.set(receiver, (own.get(receiver) ?? 0) + (along[index] ?? 0));
    }
  }
  return [
    ...sumOf<Group>(batches, undefined, 'no-initiative', unspent),
    ...[...groups].flatMap(([group, own]) =>
      [...own].flatMap(([node, units]) => sumOf(batches, group, node ?? 'no-capability', units)),
    ),
  ];
};

const sumOf = <Group>(
  batches: Batches,
  group: Group | undefined,
  to: ChainNode | NonNullable<AllocatedPart['reason']>,
  units: number,
): AllocatedSum<Group>[] => {
  if (units === 0) return [];
  const told =
    typeof to === 'string' ? { capability: undefined, reason: to } : { capability: to.key, reason: undefined };
  return [{ ...told, group, currency: batches.unit, amount: amountOf(batches, units) }];
};
