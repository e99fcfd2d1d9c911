import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { type GateOverride, overriddenBy } from '#model/gate-override.ts';
import { isOver } from '#model/initiative.ts';
import { compareDecimals, type Decimal } from '#model/money.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import { type FirstSpends, firstSpends } from './first-spend.ts';
import { type Lack, type LacksOf, lacksIn } from './lacks.ts';
import { moneyAtStake, unpricedAt } from './money-at-stake.ts';

/**
 * `ready`: nothing is missing. `missing`: something is, and nobody said that it may be funded all the same. `overridden`:
 * somebody did. `below`: it is too little money to be asked for a case.
 */
export type GateResult = 'ready' | 'missing' | 'overridden' | 'below';

/** One initiative or line of funding before the gate. */
export type AtGate = {
  readonly node: ChainNode;
  readonly result: GateResult;
  /** What is missing, whether or not it is asked for. */
  readonly lacks: readonly Lack[];
  /** What it is to cost in all, in the currency of totals, without what has no rate; null where no money is known of. */
  readonly amount: Decimal | null;
  /** The day on which money first went out for it; none where none did. */
  readonly firstSpentOn: Day | undefined;
  readonly override: GateOverride | undefined;
};

export type GateAsked = {
  readonly today: Day;
  readonly convert: Convert;
  /** From how much money on something is asked for its case, in the currency of totals. */
  readonly from: Decimal;
};

/**
 * No baseline, measure and business owner, no funding: every initiative that is not over and every line of funding that is
 * not for running what there is, with what is missing of its case.
 *
 * Of how much no money is known is asked too, and where some of it has no rate: nobody may pass by not saying what it costs.
 */
export const gateOf = (chain: Chain, model: DesignModel, { today, convert, from }: GateAsked): AtGate[] => {
  const stake = moneyAtStake(chain, model, today, convert);
  const unpriced = unpricedAt(chain, model, today, convert);
  const spent = firstSpends(chain, model, today);
  const lacksOf = lacksIn(chain, model);
  return askedFor(chain, model, today).map((node) =>
    atGate(node, { model, stake, unpriced, spent, lacksOf, today, from }),
  );
};

type Ground = {
  readonly model: DesignModel;
  readonly stake: ReadonlyMap<ChainNode, Decimal>;
  readonly unpriced: ReadonlySet<ChainNode>;
  readonly spent: FirstSpends;
  readonly lacksOf: LacksOf;
  readonly today: Day;
  readonly from: Decimal;
};

const atGate = (node: ChainNode, { model, stake, unpriced, spent, lacksOf, today, from }: Ground): AtGate => {
  const firstSpentOn = spent.get(node);
  const lacks = lacksOf(node, firstSpentOn);
  const amount = stake.get(node) ?? null;
  const override = model.gateOverrides.findLast((each) => isFor(each, node) && holdsOn(each, today));
  const isBelow = amount !== null && !unpriced.has(node) && compareDecimals(amount, from) < 0;
  const result = isBelow ? 'below' : lacks.length === 0 ? 'ready' : override ? 'overridden' : 'missing';
  return { node, result, lacks, amount, firstSpentOn, override };
};

const isFor = (override: GateOverride, { kind, key }: ChainNode): boolean => {
  const over = overriddenBy(override);
  return over.kind === kind && over.key === key;
};

const holdsOn = ({ on, until }: GateOverride, today: Day): boolean =>
  on <= today && (until === undefined || today < until);

const askedFor = (chain: Chain, { initiatives, investments }: DesignModel, today: Day): ChainNode[] => [
  ...investments.filter((each) => each.class !== 'run').flatMap(({ key }) => chain.find('investment', key) ?? []),
  ...initiatives.filter((each) => !isOver(each, today)).flatMap(({ key }) => chain.find('initiative', key) ?? []),
];
