import type { z } from 'zod';
import type { AllocationPeriod, BreakReason, showAllocation } from '#api/value.ts';
import type { AllocationHistoryData } from '#charts/allocation-history.ts';
import type { PlanToNowData } from '#charts/plan-to-now.ts';
import type { SpendByCapabilityData, SpendPart } from '#charts/spend-by-capability.ts';
import type { SpendTailData } from '#charts/spend-tail.ts';
import { valueId, wholeTrace } from '../../value-names.ts';
import { reasonWords } from '../value/reasons.ts';

export type Allocation = z.output<typeof showAllocation.answer>;

type Row = AllocationPeriod['rows'][number];

const rowsIn = ({ periods }: Allocation, unit: string): Row[] =>
  periods.flatMap(({ rows }) => rows.filter(({ currency }) => currency === unit));

export const unitsOf = ({ periods }: Allocation): string[] =>
  [...new Set(periods.flatMap(({ rows }) => rows.map(({ currency }) => currency)))].sort();

const partOf = ({ capability, strategic }: Row): SpendPart => {
  if (capability === null) return 'unmapped';
  return strategic === true ? 'strategic' : 'other';
};

const sumOf = (rows: readonly { readonly amount: string }[]): number =>
  rows.reduce((sum, { amount }) => sum + Number(amount), 0);

/** A capability that money goes to, or why it goes to none. */
type Goal = Pick<Row, 'capability' | 'name' | 'reason'>;

const idOf = ({ capability, reason }: Goal): string => capability ?? ` ${reason}`;

const nameOf = ({ name, capability, reason }: Goal): string =>
  capability === null ? reasonWords[reason ?? ('no-capability' satisfies BreakReason)] : (name ?? capability);

const opensGoal = ({ capability }: Goal): string =>
  capability === null ? wholeTrace : valueId('capability', capability);

/** Money by capability, and by why it goes to none, each by whether it was strategic when it went there. */
export const byCapability = (allocation: Allocation, unit: string, period: string): SpendByCapabilityData => ({
  by: 'capability',
  currency: unit,
  period,
  rows: [...Map.groupBy(rowsIn(allocation, unit), idOf).values()].flatMap((own) => {
    const [first] = own;
    const parts = [...Map.groupBy(own, partOf)].map(([part, alike]) => ({ part, amount: sumOf(alike) }));
    return first ? [{ key: opensGoal(first), name: nameOf(first), parts }] : [];
  }),
});

const mostSteps = 10;

/** From what may be spent to what was, capability by capability: those that differ most first, the rest as one step. */
export const planToNowOf = (budget: Allocation, spend: Allocation, unit: string, period: string): PlanToNowData => {
  const [planned, spent] = [rowsIn(budget, unit), rowsIn(spend, unit)];
  const steps = [...Map.groupBy([...planned, ...spent], idOf)]
    .flatMap(([id, [first]]) => {
      const of = (rows: readonly Row[]): number => sumOf(rows.filter((row) => idOf(row) === id));
      return first ? [{ key: opensGoal(first), name: nameOf(first), change: of(spent) - of(planned) }] : [];
    })
    .filter(({ change }) => Math.abs(change) >= 0.005)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const rest = steps.slice(mostSteps);
  return {
    measure: 'Spend against budget',
    unit,
    period,
    plan: { name: 'budget', value: planned.length === 0 ? null : sumOf(planned) },
    steps: [
      ...steps.slice(0, mostSteps),
      ...(rest.length === 0
        ? []
        : [
            {
              key: wholeTrace,
              name: `${rest.length} others`,
              change: rest.reduce((sum, { change }) => sum + change, 0),
            },
          ]),
    ],
    now: { name: 'spent', value: spent.length === 0 ? null : sumOf(spent) },
  };
};

/** An initiative with its place on the last list that gave it one, and what it took over all periods. */
export type Funded = {
  readonly key: string;
  readonly name: string;
  readonly rank: number | null;
  readonly amount: number;
};

/** What each initiative takes: those that were ranked first, by rank, then the others by what they take. */
export const fundedOf = ({ periods }: Allocation, unit: string): Funded[] => {
  const rows = periods.flatMap(({ priorities }) => priorities.rows.filter(({ currency }) => currency === unit));
  return [...Map.groupBy(rows, ({ initiative }) => initiative)]
    .map(([key, own]) => ({
      key,
      name: own[0]?.name ?? key,
      rank: own.findLast(({ rank }) => rank !== null)?.rank ?? null,
      amount: sumOf(own),
    }))
    .toSorted((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE) || b.amount - a.amount);
};

export const tailOf = (allocation: Allocation, unit: string, period: string): SpendTailData => ({
  what: 'initiative',
  currency: unit,
  period,
  spenders: fundedOf(allocation, unit).map(({ key, name, amount }) => ({
    key: valueId('initiative', key),
    name,
    amount,
  })),
});

const mostPanels = 12;

/** The share of money of each capability beside its share of importance, period by period; where the two part most first. */
export const historyOf = ({ periods }: Allocation, unit: string, period: string): AllocationHistoryData => {
  const asked = new Map(
    periods.flatMap(({ importance }) => importance.map(({ capability, name }) => [capability, name])),
  );
  const steps = (capability: string) =>
    periods.map(({ name, rows, importance }) => {
      const own = rows.filter(({ currency }) => currency === unit);
      const whole = sumOf(own);
      const weight = importance.find((each) => each.capability === capability)?.share;
      return {
        period: name,
        spent: whole <= 0 ? null : sumOf(own.filter((row) => row.capability === capability)) / whole,
        weight: weight ?? (importance.length === 0 ? null : 0),
      };
    });
  const gapOf = ({ steps: own }: { readonly steps: ReturnType<typeof steps> }): number => {
    const last = own.findLast(({ spent, weight }) => spent !== null && weight !== null);
    return Math.abs((last?.spent ?? 0) - (last?.weight ?? 0));
  };
  return {
    by: 'capability',
    period,
    priorities: [...asked]
      .map(([key, name]) => ({ key: valueId('capability', key), name, steps: steps(key) }))
      .toSorted((a, b) => gapOf(b) - gapOf(a))
      .slice(0, mostPanels),
  };
};

/** How much of all money goes to what was strategic then, and how much to no capability; null where nobody can tell. */
export const sharesOf = ({ periods }: Allocation, unit: string) => {
  const totals = periods.flatMap((each) => each.totals.filter(({ currency }) => currency === unit));
  const total = totals.reduce((sum, { whole }) => sum + Number(whole), 0);
  const mapped = totals.reduce((sum, each) => sum + Number(each.mapped), 0);
  const judged = totals.filter(({ strategic }) => strategic !== null);
  const of = judged.reduce((sum, { whole }) => sum + Number(whole), 0);
  return {
    total,
    strategic: of > 0 ? judged.reduce((sum, { strategic }) => sum + Number(strategic), 0) / of : null,
    unmapped: total > 0 ? (total - mapped) / total : null,
  };
};
