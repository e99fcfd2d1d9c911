import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Decimal } from '#model/money.ts';
import type { DatedAmount } from '../chain/amounts.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import { traceOf } from '../chain/trace.ts';
import { costLines } from '../finance/cost-lines.ts';
import { ledTo } from '../finance/led-to.ts';
import { isUnpriced } from '../finance/money-line.ts';

type Funded = Pick<DesignModel, 'investments' | 'spendStatements' | 'planningPeriods'>;

/**
 * What every record is to cost in all, as it is to be expected today: what went out, then budgets, walked through the
 * chain. Money without a rate is not in it.
 */
export const moneyAtStake = (
  chain: Chain,
  model: Funded,
  today: Day,
  convert: Convert,
): ReadonlyMap<ChainNode, Decimal> => {
  const amounts = costLines(model, 'outlook', today, convert).flatMap(
    ({ kind, key, on, conversion }): DatedAmount[] => {
      const { converted } = conversion;
      return converted ? [{ node: chain.find(kind, key), on, amount: converted.amount, unit: converted.currency }] : [];
    },
  );
  const nodes = traceOf(chain, 'forward', amounts).flatMap((trace) => trace.nodes);
  return new Map(
    [...Map.groupBy(nodes, ({ node }) => node)].map(([node, of]) => [
      node,
      sumOfDecimals(of.map(({ amount }) => amount)),
    ]),
  );
};

/** What money without a rate leads to: of these, what is known to be at stake is not all of it. */
export const unpricedAt = (chain: Chain, model: Funded, today: Day, convert: Convert): ReadonlySet<ChainNode> =>
  ledTo(chain, 'forward', costLines(model, 'outlook', today, convert).filter(isUnpriced));
