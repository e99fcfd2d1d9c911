import { showAllocation, showCoverage, showTrace, type UnitTrace } from '#api/value.ts';
import { differenceOf, isSome, sumOfDecimals } from '#model/decimal.ts';
import { weakestMeasured } from '#model/reading.ts';
import type { DatedAmount } from '#value/chain/amounts.ts';
import { benefitAmounts } from '#value/chain/benefit-amounts.ts';
import type { ChainNode } from '#value/chain/chain.ts';
import { coverageOf, fundingAmounts, type Standing } from '#value/chain/coverage.ts';
import { type Days, type Funding, type FundingBasis, fundingIn } from '#value/chain/funding.ts';
import { drawn, type Reason } from '#value/chain/grouped.ts';
import { breakReasons, stubReasons } from '#value/chain/stubs.ts';
import { type ByGrade, type Trace, traceOf } from '#value/chain/trace.ts';
import { allocationIn } from './allocation.ts';
import { serve } from './define.ts';
import { type Told, toldIn } from './in-totals.ts';
import { daysOf, nodeCalled, toldBeside, type ValueGround, valueGround } from './value-ground.ts';

export const answerShowTrace = serve(
  showTrace,
  async ({ of, through, limit, records, evidence, together, ...asked }, room) => {
    const ground = await valueGround(room, asked);
    const days = daysOf(ground, asked);
    const node = through && nodeCalled(ground.chain, through.kind, through.key);
    const way = of === 'spend' || of === 'budget' ? 'forward' : 'backward';
    const told = toldIn(ground, together);
    const { amounts, leftOut } = amountsOf(ground, told, { of, days, node });
    const reasonAt = way === 'forward' ? stubReasons(ground.model) : otherCauses;
    const weakest = evidence === 'evidenced' ? weakestMeasured : undefined;
    const traces = traceOf(ground.chain, way, amounts, node, weakest);
    return {
      ...toldBeside(ground, days),
      rates: told.rates(),
      through: node ? endOf(node) : null,
      traces: traces.map((trace) => ({
        ...unitTrace(trace, reasonAt, limit, node),
        records: records ? recordsOf(trace) : null,
      })),
      leftOut: leftOutOf(leftOut),
      missing: traces.length > 0 ? null : node ? missingOf[of] : whyNone(told, of),
      instead: traces.length > 0 || node || (of !== 'spend' && of !== 'budget') ? null : insteadOf(ground, of, days),
    };
  },
);

/** What is on record and has no rate is not told as nothing. */
const whyNone = (told: Told, of: keyof typeof missingOf): string => {
  const rates = told.rates();
  return rates !== null && rates.without.length > 0 ? `nothing of it has a rate to ${rates.currency}` : missingOf[of];
};

/** The other money, where there is some of it in these days and none of that which was asked for. */
const insteadOf = ({ model }: ValueGround, asked: FundingBasis, days: Days): FundingBasis | null => {
  const isOnRecord = (basis: FundingBasis): boolean => {
    const { lines, leftOut } = fundingIn(model, basis, days);
    return lines.length + leftOut.length > 0;
  };
  const other = asked === 'spend' ? 'budget' : 'spend';
  return !isOnRecord(asked) && isOnRecord(other) ? other : null;
};

const missingOf = {
  spend: 'no spend of these days comes here',
  budget: 'no budget of these days comes here',
  realised: 'no value realised in these days comes from here',
  planned: 'no value of an approved plan for these days comes from here',
} as const;

type Amounts = { readonly amounts: readonly DatedAmount[]; readonly leftOut: Funding['leftOut'] };

/** What is traced; of a line of funding or a benefit, only its own has to be walked. */
const amountsOf = (
  { model, chain, today }: ValueGround,
  told: Told,
  {
    of,
    days,
    node,
  }: { readonly of: keyof typeof missingOf; readonly days: Days; readonly node: ChainNode | undefined },
): Amounts => {
  if (of === 'realised' || of === 'planned') {
    const own = node?.kind === 'benefit' ? node : undefined;
    return { amounts: told.effects(benefitAmounts(chain, model, { of, days, today, own }), of), leftOut: [] };
  }
  const { lines, leftOut } = told.funding(of, days);
  const own = lines.filter(({ investment }) => node?.kind !== 'investment' || investment === node.key);
  return { amounts: fundingAmounts(chain, own), leftOut };
};

/** Effects that no link claims have other causes; what came back to a line of funding has arrived. */
const otherCauses: Reason = ({ kind }) => (kind === 'investment' ? undefined : 'other-causes');

const endOf = ({ kind, key, name }: ChainNode) => ({ kind, key, name });

const recordsOf = ({ nodes }: Trace): UnitTrace['records'] =>
  nodes.map(({ node, amount, byGrade }) => ({ ...endOf(node), amount, byGrade: gradesOf(byGrade) }));

const unitTrace = (
  trace: Trace,
  reasonAt: Reason,
  limit: number,
  through: ChainNode | undefined,
): Omit<UnitTrace, 'records'> => {
  const { nodes, links, stubs } = drawn(trace, reasonAt, limit, through);
  const breaks = [
    ...(isSome(trace.nowhere) ? [{ at: null, reason: 'no-investment' as const, amount: trace.nowhere }] : []),
    ...stubs,
  ];
  const byReason = [...Map.groupBy(breaks, ({ reason }) => reason)].map(([reason, own]) => ({
    reason,
    amount: sumOfDecimals(own.map(({ amount }) => amount)),
  }));
  return {
    unit: trace.unit,
    whole: trace.whole,
    arrived: differenceOf(trace.whole, sumOfDecimals(byReason.map(({ amount }) => amount))),
    stubs: byReason,
    nodes: nodes.map(({ node, byGrade, ...each }) => ({
      ...each,
      key: node?.key ?? null,
      name: node?.name ?? `${each.count} others`,
      byGrade: gradesOf(byGrade),
    })),
    links: links.map(({ step, ...each }) => ({
      ...each,
      key: step?.link.key ?? null,
      passes: step?.link.passes ?? null,
      contributes: step?.link.contributes ?? null,
      hypothesis: step?.link.hypothesis ?? null,
      rationale: step?.link.rationale ?? null,
    })),
    breaks,
    barred: trace.barred,
  };
};

const gradesOf = (byGrade: ByGrade) =>
  (['A', 'B', 'C', 'D', 'E'] as const).flatMap((grade) => {
    const amount = byGrade[grade];
    return amount === undefined ? [] : [{ grade, amount }];
  });

const leftOutOf = (lines: Funding['leftOut']) =>
  lines.map(({ investment = null, on, amount }) => ({ investment, on, amount }));

export const answerShowCoverage = serve(showCoverage, async ({ basis, together, ...asked }, room) => {
  const ground = await valueGround(room, asked);
  const days = daysOf(ground, asked);
  const told = toldIn(ground, together);
  const { lines, leftOut } = told.funding(basis, days);
  const { money, initiatives, benefits, breaks } = coverageOf(ground.chain, ground.model, { days, lines });
  return {
    ...toldBeside(ground, days),
    rates: told.rates(),
    money: money.map(({ byGrade, stubs, ...each }) => ({
      ...each,
      share: isSome(each.invested) ? Number(each.traced) / Number(each.invested) : null,
      byGrade: gradesOf(byGrade),
      stubs: breakReasons.flatMap((reason) => {
        const amount = stubs[reason];
        return amount === undefined ? [] : [{ reason, amount }];
      }),
    })),
    initiatives: wholeOf(initiatives),
    benefits: wholeOf(benefits),
    breaks: breaks.map(({ node, amounts, ...each }) => ({
      ...each,
      at: node ? endOf(node) : null,
      amounts: [...amounts],
    })),
    leftOut: leftOutOf(leftOut),
    missing: lines.length > 0 ? null : whyNone(told, basis),
    instead: lines.length > 0 ? null : insteadOf(ground, basis, days),
  };
});

const wholeOf = (standings: readonly Standing[]) => ({
  n: standings.length,
  whole: standings.filter(({ ahead, behind }) => ahead === undefined && behind === undefined).length,
  each: standings.map(({ node, ahead = null, behind = null }) => ({ ...endOf(node), ahead, behind })),
});

export const answerShowAllocation = serve(showAllocation, async ({ basis, kind, together, ...asked }, room) => {
  const ground = await valueGround(room, asked);
  const days = daysOf(ground, asked);
  const { planningPeriod, strategicCut } = room.workspace.configuration;
  const told = toldIn(ground, together);
  const looked = { basis, days, kind: kind ?? planningPeriod, cut: strategicCut, told };
  const { periods, outside } = allocationIn(ground, looked);
  const isNone = outside.n === 0 && periods.every(({ rows }) => rows.length === 0);
  const missing = isNone ? whyNone(told, basis) : null;
  const instead = isNone ? insteadOf(ground, basis, days) : null;
  return { ...toldBeside(ground, days), periods, kind: looked.kind, outside, rates: told.rates(), missing, instead };
});
