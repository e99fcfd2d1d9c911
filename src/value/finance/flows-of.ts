import { sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import type { Grade } from '#model/reading.ts';
import type { DatedAmount } from '../chain/amounts.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import { grades, type Way } from '../chain/lanes.ts';
import { traceOf } from '../chain/trace.ts';
import type { CashFlow } from './cash-flow.ts';
import { type FiscalYear, fiscalYearOf, fiscalYears } from './fiscal-year.ts';
import type { MoneyLine, Side } from './money-line.ts';
import { withinReach } from './within-reach.ts';

/** What comes to one record of the chain, year by year. */
export type FlowsOf = {
  readonly flows: readonly CashFlow[];
  /** How many amounts went into it. */
  readonly n: number;
  /** Whether any cost, and any benefit or disbenefit, comes to it: what nothing comes to is not known to be nought. */
  readonly hasCost: boolean;
  readonly hasGain: boolean;
  /** The weakest of the amounts and of the links they came by; none where nothing came. */
  readonly grade: Grade | undefined;
};

/**
 * Walks amounts through the chain to one record: money forward by what givers pass, benefits backward by what is contributed
 * to them. The lines are of nodes that lead to it, all in one currency; those without a rate are no part of it.
 */
export const flowsOf = (chain: Chain, subject: ChainNode, lines: readonly MoneyLine[], startsIn: number): FlowsOf => {
  const known = lines.flatMap((line) => {
    const { converted } = line.conversion;
    return converted ? [{ ...line, amount: converted.amount, unit: converted.currency }] : [];
  });
  const ways = { forward: upTo(chain, subject, 'before'), backward: upTo(chain, subject, 'after') };
  const arrived = [...Map.groupBy(known, ({ on, side }) => `${fiscalYearOf(on, startsIn).year} ${side}`)].flatMap(
    ([, [first, ...rest]]) => (first ? arrivedAt(ways, subject, first.side, [first, ...rest], startsIn) : []),
  );
  return {
    flows: yearsOf(arrived, startsIn),
    n: arrived.reduce((sum, { n }) => sum + n, 0),
    hasCost: arrived.some(({ side }) => side === 'cost'),
    hasGain: arrived.some(({ side }) => side !== 'cost'),
    grade: grades.findLast((grade) => arrived.some((each) => each.grades.includes(grade))),
  };
};

/** The chain as far as the subject: what goes past it is none of its money, and is not walked. */
const upTo = (chain: Chain, subject: ChainNode, side: 'before' | 'after'): Chain => {
  const near = withinReach(subject, side);
  return { ...chain, order: chain.order.filter((node) => near.has(node)) };
};

type Known = MoneyLine & { readonly amount: Decimal; readonly unit: string };

/** What of one side and one year came to the subject. */
type Arrived = {
  readonly side: Side;
  readonly year: FiscalYear;
  readonly amount: Decimal;
  readonly grades: readonly Grade[];
  readonly n: number;
};

const arrivedAt = (
  ways: Readonly<Record<Way, Chain>>,
  subject: ChainNode,
  side: Side,
  lines: readonly Known[],
  startsIn: number,
): Arrived[] => {
  const way = side === 'cost' ? 'forward' : 'backward';
  const chain = ways[way];
  const amounts: DatedAmount[] = lines.map(({ kind, key, on, amount, unit }) => ({
    node: chain.find(kind, key),
    on,
    amount,
    unit,
  }));
  const traces = traceOf(chain, way, amounts);
  const here = traces.flatMap(({ nodes }) => nodes.filter(({ node }) => node === subject));
  const [first] = lines;
  if (here.length === 0 || !first) return [];
  return [
    {
      side,
      year: fiscalYearOf(first.on, startsIn),
      amount: sumOfDecimals(here.map(({ amount }) => amount)),
      grades: [
        ...lines.map(({ grade }) => grade),
        ...here.flatMap(({ byGrade }) => grades.filter((grade) => byGrade[grade] !== undefined)),
      ],
      n: lines.length,
    },
  ];
};

const yearsOf = (arrived: readonly Arrived[], startsIn: number): CashFlow[] => {
  const days = arrived.map(({ year }) => year.from).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const of = (year: string, side: Side): Decimal =>
    sumOfDecimals(arrived.filter((each) => each.side === side && each.year.year === year).map(({ amount }) => amount));
  return fiscalYears(first, last, startsIn).map((year) => ({
    ...year,
    cost: of(year.year, 'cost'),
    benefit: of(year.year, 'benefit'),
    disbenefit: of(year.year, 'disbenefit'),
  }));
};
