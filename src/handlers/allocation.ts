import type { AllocationPeriod } from '#api/value.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Decimal, Money } from '#model/money.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import { type AllocationRow, allocationOf, type InitiativeRow } from '#value/chain/allocation-rows.ts';
import { type Days, type FundingBasis, fundingIn } from '#value/chain/funding.ts';
import { type StrategyOn, strategyOn } from '#value/chain/strategy.ts';
import { sumsOf } from './capabilities.ts';
import type { Told } from './in-totals.ts';
import type { ValueGround } from './value-ground.ts';

type Asked = {
  readonly basis: FundingBasis;
  readonly days: Days;
  readonly kind: PlanningPeriod['kind'];
  readonly cut: number;
  readonly told: Told;
};

type Allocation = {
  readonly periods: AllocationPeriod[];
  /** The money that lies in none of them. */
  readonly outside: { n: number; amounts: Money[] };
};

/** The planning periods of a kind that share days with those that are asked for; where there are none, all of the days. */
const stretchesIn = ({ planningPeriods }: DesignModel, { days, kind }: Asked) => {
  const periods = planningPeriods
    .filter((each) => each.kind === kind && each.from < days.to && days.from < each.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return periods.length > 0 ? periods : [{ key: null, name: 'all days', ...days }];
};

/** The money of the days, as it was stated, that lies in none of the stretches that are told: it would be lost without a word. */
const outsideOf = (stretches: readonly Days[], model: DesignModel, { basis, days }: Asked): Allocation['outside'] => {
  const amounts = fundingIn(model, basis, days)
    .lines.filter(({ on }) => !stretches.some(({ from, to }) => from <= on && on < to))
    .map(({ amount }) => amount);
  return { n: amounts.length, amounts: sumsOf(amounts) };
};

/** What money goes to, planning period by planning period; where there are none of that kind, in all of the days. */
export const allocationIn = (ground: ValueGround, asked: Asked): Allocation => {
  const { basis, cut, told } = asked;
  const stretches = stretchesIn(ground.model, asked);
  const periods = stretches.map(({ key, name, from, to }) => {
    const { lines, leftOut } = told.funding(basis, { from, to });
    const strategy = strategyOn(ground.model, from, cut);
    const { rows, initiatives } = allocationOf(ground.chain, ground.model, lines);
    return {
      period: key,
      name,
      from,
      until: to,
      rows: rowsTold(rows, ground.model, strategy),
      totals: totalsOf(rows, strategy),
      priorities: prioritiesOf(ground.model, initiatives, key),
      importance: importanceOf(ground.model, strategy),
      leftOut: leftOut.map(({ investment = null, on, amount }) => ({ investment, on, amount })),
    };
  });
  return { periods, outside: outsideOf(stretches, ground.model, asked) };
};

/** What records are called, looked up by their keys. */
const namesOf = (records: readonly { readonly key: string; readonly name: string }[]): ((key: string) => string) => {
  const names = new Map(records.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
};

const sumIn = (rows: readonly AllocationRow[], currency: string): Decimal =>
  sumOfDecimals(rows.filter((row) => row.currency === currency).map(({ amount }) => amount));

const isStrategic = (strategy: StrategyOn, capability: string): boolean | null =>
  strategy.period === undefined ? null : strategy.strategic.has(capability);

const rowsTold = (
  rows: readonly AllocationRow[],
  { capabilities }: DesignModel,
  strategy: StrategyOn,
): AllocationPeriod['rows'] => {
  const nameOf = namesOf(capabilities);
  const wholes = new Map([...new Set(rows.map(({ currency }) => currency))].map((each) => [each, sumIn(rows, each)]));
  return rows.map(({ currency, class: of = null, capability = null, reason = null, amount }) => {
    const whole = Number(wholes.get(currency));
    return {
      currency,
      class: of,
      capability,
      name: capability === null ? null : nameOf(capability),
      strategic: capability === null ? null : isStrategic(strategy, capability),
      reason,
      amount,
      share: whole === 0 ? null : Number(amount) / whole,
    };
  });
};

const totalsOf = (rows: readonly AllocationRow[], strategy: StrategyOn): AllocationPeriod['totals'] => {
  const mapped = rows.filter(({ capability }) => capability !== undefined);
  const strategic = mapped.filter(({ capability = '' }) => strategy.strategic.has(capability));
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => ({
    currency,
    whole: sumIn(rows, currency),
    mapped: sumIn(mapped, currency),
    strategic: strategy.period === undefined ? null : sumIn(strategic, currency),
  }));
};

/** Of the lists of initiatives for the period, the one that was approved last. */
const prioritiesOf = (
  { priorityLists, initiatives }: DesignModel,
  rows: readonly InitiativeRow[],
  period: string | null,
): AllocationPeriod['priorities'] => {
  const [list] = priorityLists
    .filter((each) => each.period === period && each.ranking[0]?.initiative !== undefined)
    .toSorted((a, b) => (a.approvedOn > b.approvedOn ? -1 : 1));
  const nameOf = namesOf(initiatives);
  const ranks = new Map<string | undefined, number>(list?.ranking.map(({ initiative, rank }) => [initiative, rank]));
  const sums = Map.groupBy(rows, ({ currency, initiative }) => `${currency} ${initiative}`);
  const told = [...sums.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { currency, initiative } = first;
    const amount = sumOfDecimals(own.map((row) => row.amount));
    return [{ currency, initiative, name: nameOf(initiative), rank: ranks.get(initiative) ?? null, amount }];
  });
  return {
    list: list?.key ?? null,
    approvedOn: list?.approvedOn ?? null,
    rows: told.toSorted((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE)),
  };
};

const importanceOf = ({ capabilities }: DesignModel, strategy: StrategyOn): AllocationPeriod['importance'] => {
  const nameOf = namesOf(capabilities);
  return [...strategy.shares].flatMap(([capability, share]) =>
    share === 0 ? [] : [{ capability, name: nameOf(capability), share, strategic: strategy.strategic.has(capability) }],
  );
};
