import { checked } from '#api/checked.ts';
import { showFinance } from '#api/finance.ts';
import { Discount, type DiscountSchedule, scheduleOf } from '#model/discount.ts';
import { Fault } from '#model/fault.ts';
import { minorPlaces } from '#model/money.ts';
import type { Chain, ChainNode } from '#value/chain/chain.ts';
import { appraise } from '#value/finance/appraisal.ts';
import { netOf } from '#value/finance/cash-flow.ts';
import { bases } from '#value/finance/money-line.ts';
import { type Looked, moneyOf } from '#value/finance/money-of.ts';
import { serve } from './define.ts';
import { figuresOf } from './finance-figures.ts';
import { pricedChain, toldOf } from './priced-chain.ts';
import { recordCalled } from './record-id.ts';
import { nodeCalled, type ValueGround } from './value-ground.ts';

export const answerShowFinance = serve(showFinance, async ({ key, kind, asOf, discount }, room) => {
  const { finance, fiscalYearStart } = room.workspace.configuration;
  const priced = await pricedChain(room, { asOf });
  const subject = subjectOf(priced.chain, key, kind);
  const stated = discount === undefined ? finance.discount : typed(discount);
  const schedule = stated === undefined ? undefined : scheduleOf(stated);
  return {
    ...toldOf(priced),
    kind: subject.kind,
    key,
    name: subject.name,
    discount: schedule ? [...schedule] : null,
    prices: finance.prices,
    priceYear: finance.priceYear ?? null,
    accounts: bases.map((basis) => accountOf({ ...priced, subject, basis, startsIn: fiscalYearStart }, schedule)),
  };
});

/** A rate as people type it. */
const typed = (text: string): Discount => {
  if (text === 'green-book') return text;
  const rate = Number(text.replace(/ ?%$/u, ''));
  return checked(Discount, text.endsWith('%') ? rate / 100 : rate, 'discount');
};

const accountOf = (looked: Looked & Pick<ValueGround, 'currency'>, schedule: DiscountSchedule | undefined) => {
  const money = moneyOf(looked);
  const account = appraise(money, schedule, minorPlaces(looked.currency));
  return {
    basis: looked.basis,
    figures: figuresOf(account),
    n: account.n,
    interval: 'complete' as const,
    coverage: money.coverage,
    grade: account.grade ?? null,
    years: money.flows.map((flow) => ({ ...flow, net: netOf(flow) })),
    workings: account.discounted.flatMap(({ timing, working }) =>
      working ? [{ timing, lines: [...working.lines] }] : [],
    ),
    leftOut: [...money.leftOut],
  };
};

const fundable = ['initiative', 'investment'] as const;

const subjectOf = (chain: Chain, key: string, kind: (typeof fundable)[number] | undefined): ChainNode => {
  if (kind !== undefined) return nodeCalled(chain, kind, key);
  const nodes = chain.nodes.filter((node) => fundable.some((each) => each === node.kind));
  if (nodes.filter((node) => node.key === key).length > 1) {
    throw new Fault('input-refused', { field: 'kind', found: 'left out', expected: `one of ${fundable.join(', ')}` });
  }
  return recordCalled(fundable, key, nodes);
};
