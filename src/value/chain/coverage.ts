import { isSome, sumOfDecimals } from '#model/decimal.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Decimal, Money } from '#model/money.ts';
import type { DatedAmount } from './amounts.ts';
import type { Chain, ChainNode } from './chain.ts';
import type { Days, FundingLine } from './funding.ts';
import { grades } from './lanes.ts';
import { breaksAhead, breaksBehind, inForceWithin, missingBefore } from './reach.ts';
import { type BreakReason, breakReasons, type StubReason, stubReasons } from './stubs.ts';
import { type ByGrade, type Trace, traceOf } from './trace.ts';

/** How much of the money of one currency can be traced to a benefit that is measured. */
export type MoneyCoverage = {
  readonly currency: string;
  readonly invested: Decimal;
  /** What came to measured benefits, all in all and by the weakest grade on its way. */
  readonly traced: Decimal;
  readonly byGrade: ByGrade;
  /** What goes no further, by reason; with `traced` it is what was invested, to the cent. Reasons of nothing are left out. */
  readonly stubs: Partial<Record<BreakReason, Decimal>>;
};

/** A place at which the chain is broken: money goes no further there, or nothing leads on or there. */
export type Break = {
  /** None where money is of no known line of funding. */
  readonly node: ChainNode | undefined;
  /** Whether what lacks would come after the node or before it. */
  readonly side: 'after' | 'before';
  readonly reason: BreakReason;
  /** What goes no further there; none where it is only links that lack. */
  readonly amounts: readonly Money[];
  /** How many links there are on that side all the same, and how many of them claim no share. */
  readonly links: number;
  readonly unshared: number;
};

/** One record and the reasons for which its chain is broken after it and before it. */
export type Standing = {
  readonly node: ChainNode;
  readonly ahead: BreakReason | undefined;
  readonly behind: BreakReason | undefined;
};

export type Coverage = {
  readonly money: readonly MoneyCoverage[];
  /** The initiatives of these days. A chain is whole when it breaks on neither side. */
  readonly initiatives: readonly Standing[];
  /** The other way round: every benefit, and whether it goes back to money. */
  readonly benefits: readonly Standing[];
  readonly breaks: readonly Break[];
};

export type Asked = { readonly days: Days; readonly lines: readonly FundingLine[] };

/**
 * How much of what was invested stands in unbroken chains, and every place where they break.
 *
 * Money follows the shares that links claim; whether an initiative or a benefit stands in a whole chain asks for links alone,
 * whatever they claim, over any that hold on one of the days. Capabilities that nothing leads to or from are no break:
 * nobody has to invest in all of them.
 */
export const coverageOf = (chain: Chain, model: DesignModel, { days, lines }: Asked): Coverage => {
  const reasonAt = stubReasons(model);
  const traces = traceOf(chain, 'forward', fundingAmounts(chain, lines));
  const [ahead, behind] = [breaksAhead(chain, days, reasonAt), breaksBehind(chain, days)];
  const standings = (nodes: readonly ChainNode[]): Standing[] =>
    nodes.map((node) => ({ node, ahead: ahead.get(node), behind: behind.get(node) }));
  const looked = lookedAt(chain, model, days);
  return {
    money: traces.map((trace) => moneyCoverage(trace, reasonAt)),
    initiatives: standings(looked.filter(({ kind }) => kind === 'initiative')),
    benefits: standings(looked.filter(({ kind }) => kind === 'benefit')),
    breaks: [...nowhereBreaks(traces), ...breaksAfter(looked, traces, days, reasonAt), ...breaksBefore(looked, days)],
  };
};

/** Lines of money as what starts at the investments that have them. */
export const fundingAmounts = (chain: Chain, lines: readonly FundingLine[]): DatedAmount[] =>
  lines.map(({ investment, on, amount: { amount, currency: unit } }) => ({
    node: investment === undefined ? undefined : chain.find('investment', investment),
    on,
    amount,
    unit,
  }));

const moneyCoverage = ({ unit, whole, nowhere, nodes }: Trace, reasonAt: StubReason): MoneyCoverage => {
  const stays = nodes.map(({ node, ...rest }) => ({ ...rest, reason: reasonAt(node) }));
  const arrived = stays.filter(({ reason }) => reason === undefined);
  const amountFor = (reason: BreakReason): Decimal =>
    sumOfDecimals([
      ...(reason === 'no-investment' ? [nowhere] : []),
      ...stays.filter((each) => each.reason === reason).map((each) => each.stays),
    ]);
  const stubs = breakReasons.map((reason) => [reason, amountFor(reason)] as const);
  const byGrade = grades.map(
    (grade) => [grade, sumOfDecimals(arrived.flatMap((each) => each.staysByGrade[grade] ?? []))] as const,
  );
  return {
    currency: unit,
    invested: whole,
    traced: sumOfDecimals(arrived.map((each) => each.stays)),
    byGrade: Object.fromEntries(byGrade.filter(([, amount]) => isSome(amount))),
    stubs: Object.fromEntries(stubs.filter(([, amount]) => isSome(amount))),
  };
};

const nowhereBreaks = (traces: readonly Trace[]): Break[] => {
  const amounts = traces
    .filter(({ nowhere }) => isSome(nowhere))
    .map(({ unit, nowhere }) => ({ amount: nowhere, currency: unit }));
  if (amounts.length === 0) return [];
  return [{ node: undefined, side: 'before', reason: 'no-investment', amounts, links: 0, unshared: 0 }];
};

/** Initiatives of other days, and what stands alone without leading anywhere, are no part of the chain that is looked at. */
const lookedAt = ({ nodes }: Chain, { initiatives }: DesignModel, days: Days): ChainNode[] => {
  const others = new Set<string>(initiatives.filter((each) => !isOf(each, days)).map(({ key }) => key));
  return nodes.filter((node) => {
    if (node.kind === 'initiative') return !others.has(node.key);
    if (node.kind !== 'capability') return true;
    return inForceWithin([...node.incoming, ...node.outgoing], days).length > 0;
  });
};

/** Whether an initiative is more than proposed, and not over before the days or begun after them. */
const isOf = (initiative: DesignModel['initiatives'][number], { from, to }: Days): boolean => {
  const { status, actualStart, plannedStart, actualEnd } = initiative;
  if (status === 'proposed') return false;
  const start = actualStart ?? plannedStart;
  return (start === undefined || start < to) && (actualEnd === undefined || actualEnd >= from);
};

const breaksAfter = (
  looked: readonly ChainNode[],
  traces: readonly Trace[],
  days: Days,
  reasonAt: StubReason,
): Break[] => {
  const stubs = new Map<ChainNode, Money[]>();
  for (const { unit, nodes } of traces) {
    for (const { node, stays } of nodes.filter((each) => isSome(each.stays))) {
      stubs.set(node, [...(stubs.get(node) ?? []), { amount: stays, currency: unit }]);
    }
  }
  return [...new Set([...looked, ...stubs.keys()])].flatMap((node) => {
    const reason = reasonAt(node);
    const amounts = stubs.get(node) ?? [];
    const steps = inForceWithin(node.outgoing, days);
    if (reason === undefined || (steps.length > 0 && amounts.length === 0)) return [];
    const unshared = steps.filter(({ link }) => link.passes === undefined).length;
    return [{ node, side: 'after' as const, reason, amounts, links: steps.length, unshared }];
  });
};

const breaksBefore = (looked: readonly ChainNode[], days: Days): Break[] =>
  looked.flatMap((node) => {
    const reason = missingBefore(node);
    if (reason === undefined || inForceWithin(node.incoming, days).length > 0) return [];
    return [{ node, side: 'before' as const, reason, amounts: [], links: 0, unshared: 0 }];
  });
