import type { DesignModel } from '#model/design-model.ts';
import type { Investment } from '#model/investment.ts';
import type { Decimal } from '#model/money.ts';
import { amountOf, type Batches, batchesOf } from './amounts.ts';
import type { Chain, ChainNode } from './chain.ts';
import { fundingAmounts } from './coverage.ts';
import type { FundingLine } from './funding.ts';
import { emptyTally, spread, sumAt } from './spread.ts';

type Class = Investment['class'];

/** Money of one currency and class that goes to a capability; with the `reason`, what goes to none. */
export type AllocationRow = {
  readonly currency: string;
  /** None for money of no known line of funding. */
  readonly class: Class | undefined;
  readonly capability: string | undefined;
  readonly reason: 'no-investment' | 'no-initiative' | 'no-capability' | undefined;
  readonly amount: Decimal;
};

/** Money of one currency that goes to an initiative. */
export type InitiativeRow = { readonly currency: string; readonly initiative: string; readonly amount: Decimal };

export type Allocation = {
  readonly rows: readonly AllocationRow[];
  readonly initiatives: readonly InitiativeRow[];
};

/**
 * Which capabilities and initiatives money goes to, added up by class and currency. The rows together are all of the
 * money: what goes to no capability is in them with its reason. Rows of nothing are left out.
 *
 * `allocated` says the same of every line by itself; its sums may differ by a cent from these, which settle the cents of all
 * lines of a class together.
 */
export const allocationOf = (
  chain: Chain,
  model: Pick<DesignModel, 'investments'>,
  lines: readonly FundingLine[],
): Allocation => {
  const classes = new Map<string | undefined, Class>(model.investments.map((each) => [each.key, each.class]));
  const byClass = Map.groupBy(lines, ({ investment }) => classes.get(investment));
  const found = [...byClass].flatMap(([of, own]) =>
    batchesOf(chain, fundingAmounts(chain, own)).map((batches) => rowsOf(chain, batches, of)),
  );
  return { rows: found.flatMap(({ rows }) => rows), initiatives: found.flatMap(({ initiatives }) => initiatives) };
};

const rowsOf = (chain: Chain, batches: Batches, of: Class | undefined): Allocation => {
  const sums = emptyTally(chain);
  for (const batch of batches.batches) {
    const { reached, stayed } = spread(chain, 'forward', batch, { to: 'capability' });
    for (let slot = 0; slot < reached.length; slot++) {
      sums.reached[slot] = (sums.reached[slot] ?? 0) + (reached[slot] ?? 0);
      sums.stayed[slot] = (sums.stayed[slot] ?? 0) + (stayed[slot] ?? 0);
    }
  }
  const currency = batches.unit;
  const nodesOf = (kind: ChainNode['kind']): ChainNode[] => chain.nodes.filter((node) => node.kind === kind);
  const stayedAt = (kind: ChainNode['kind']): number =>
    nodesOf(kind).reduce((all, node) => all + sumAt(sums.stayed, node), 0);
  const unmapped = [
    ['no-investment', batches.nowhere],
    ['no-initiative', stayedAt('investment')],
    ['no-capability', stayedAt('initiative')],
  ] as const;
  const told = { currency, class: of };
  return {
    rows: [
      ...nodesOf('capability').flatMap((node): AllocationRow[] => {
        const units = sumAt(sums.reached, node);
        return units === 0
          ? []
          : [{ ...told, capability: node.key, reason: undefined, amount: amountOf(batches, units) }];
      }),
      ...unmapped.flatMap(([reason, units]): AllocationRow[] =>
        units === 0 ? [] : [{ ...told, capability: undefined, reason, amount: amountOf(batches, units) }],
      ),
    ],
    initiatives: nodesOf('initiative').flatMap((node): InitiativeRow[] => {
      const units = sumAt(sums.reached, node);
      return units === 0 ? [] : [{ currency, initiative: node.key, amount: amountOf(batches, units) }];
    }),
  };
};
