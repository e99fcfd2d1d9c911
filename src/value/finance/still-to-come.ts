import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DatedAmount } from '../chain/amounts.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import type { Way } from '../chain/lanes.ts';
import { traceOf } from '../chain/trace.ts';
import { benefitLines } from './benefit-lines.ts';
import { costLines } from './cost-lines.ts';
import type { Passed } from './cost-of-delay.ts';
import { ledTo } from './led-to.ts';
import { isUnpriced, type MoneyLine } from './money-line.ts';
import { roundedText } from './rounded-text.ts';
import { lengthOf } from './without-overlap.ts';

/** What is still to come of a record of the chain, in the currency of totals. */
export type ToCome = {
  /** Benefits less disbenefits, and what a month of them brings. */
  readonly gain: number;
  readonly monthlyGain: number;
  readonly cost: number;
  /** Whether all of it has a rate: what has none is in no amount. */
  readonly isPriced: boolean;
  /** Whether a budget for any time leads to it; without one nobody knows what it is still to cost. */
  readonly isBudgeted: boolean;
  /** Whether a benefit that leads back to it was planned or forecast for any time. */
  readonly isForeseen: boolean;
  /** What of the benefits goes by in so many months: of each at most all that is still to come of it. */
  readonly passedBy: (months: number) => Passed;
};

/** An amount of money from a day on. */
type Part = { readonly line: MoneyLine; readonly on: Day; readonly amount: number };

/** A part of what is stated of a benefit, and how many days it is for. */
type Ahead = Part & { readonly days: number };

const daysInMonth = 365.25 / 12;

/**
 * The outlook from a day on, walked through the chain once for all records: what is left of budgets forward, benefits of the
 * days after today backward. Of a period that runs today, the share of its days that is left counts. Amounts without a rate
 * are no part of it.
 */
export const stillToCome = (
  chain: Chain,
  model: Pick<DesignModel, 'investments' | 'spendStatements' | 'benefits' | 'planningPeriods'>,
  today: Day,
  convert: Convert,
): ((node: ChainNode) => ToCome) => {
  const costs = costLines(model, 'outlook', today, convert).filter(({ isCome }) => !isCome);
  const benefits = benefitLines(model, 'outlook', today, convert).filter(({ isCome }) => !isCome);
  const ahead = benefits.flatMap((line) => partAfter(line, today));
  const net = (parts: readonly Part[]) => walked(chain, 'backward', parts.map(signed));
  const all = (parts: readonly Part[]) => walked(chain, 'backward', parts.map(unsigned));
  const [gain, monthlyGain, whole] = [net(ahead), net(passing(ahead, 1)), all(ahead)];
  const walks = new Map<
    number,
    { readonly gain: (node: ChainNode) => number; readonly all: (node: ChainNode) => number }
  >();
  const passedBy = (node: ChainNode, months: number): Passed => {
    const parts = () => passing(ahead, months, 1);
    const walk = walks.get(months) ?? { gain: net(parts()), all: all(parts()) };
    walks.set(months, walk);
    return { gain: walk.gain(node), share: whole(node) === 0 ? 0 : walk.all(node) / whole(node) };
  };
  const cost = walked(
    chain,
    'forward',
    costs.map((line) => ({ line, on: line.on, amount: amountIn(line) })),
  );
  const unpriced = [
    ledTo(chain, 'forward', costs.filter(isUnpriced)),
    ledTo(chain, 'backward', ahead.map(({ line }) => line).filter(isUnpriced)),
  ];
  const budgeted = ledTo(chain, 'forward', costLines(model, 'plan', today, convert));
  const foreseen = ledTo(chain, 'backward', [...benefitLines(model, 'plan', today, convert), ...benefits]);
  return (node) => ({
    isPriced: !unpriced.some((led) => led.has(node)),
    isBudgeted: budgeted.has(node),
    isForeseen: foreseen.has(node),
    gain: gain(node),
    monthlyGain: monthlyGain(node),
    cost: cost(node),
    passedBy: (months) => passedBy(node, months),
  });
};

const amountIn = ({ conversion }: MoneyLine): number => Number(conversion.converted?.amount ?? 0);

/** What of an amount falls on the days after today; it begins with the first of them. */
const partAfter = (line: MoneyLine, today: Day): Ahead[] => {
  const on = line.on > today ? line.on : today;
  const days = lengthOf({ from: on, to: line.to });
  return days === 0
    ? []
    : [{ line, on, days, amount: (amountIn(line) * days) / lengthOf({ from: line.on, to: line.to }) }];
};

/** What so many months have of each benefit, as its days to come have it in the mean; at most so often all of it. */
const passing = (ahead: readonly Ahead[], months: number, most = Number.POSITIVE_INFINITY): Part[] =>
  [...Map.groupBy(ahead, ({ line }) => line.key).values()].flatMap((parts) => {
    const days = parts.reduce((sum, part) => sum + part.days, 0);
    const share = Math.min(most, (months * daysInMonth) / days);
    return parts.map((part) => ({ ...part, amount: part.amount * share }));
  });

const signed = (part: Part): Part => ({
  ...part,
  amount: part.line.side === 'disbenefit' ? -part.amount : part.amount,
});

const unsigned = (part: Part): Part => ({ ...part, amount: Math.abs(part.amount) });

const walked = (chain: Chain, way: Way, parts: readonly Part[]): ((node: ChainNode) => number) => {
  const amounts = parts.flatMap(({ line, on, amount }): DatedAmount[] => {
    const unit = line.conversion.converted?.currency;
    return unit === undefined
      ? []
      : [{ node: chain.find(line.kind, line.key), on, amount: roundedText(amount, places), unit }];
  });
  const found = new Map<ChainNode, number>();
  for (const { nodes } of traceOf(chain, way, amounts)) {
    for (const { node, amount } of nodes) found.set(node, (found.get(node) ?? 0) + Number(amount));
  }
  return (node) => found.get(node) ?? 0;
};

/** Parts of amounts are estimates; so many places keep what they add up to. */
const places = 4;
