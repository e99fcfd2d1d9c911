import type { Cell } from '#engine/table-writer.ts';
import { isSome } from '#model/decimal.ts';
import { spendLines } from '#model/spend.ts';
import { type AllocatedPart, allocated } from '#value/chain/allocation.ts';
import { type Chain, compileChain } from '#value/chain/chain.ts';
import type { FundingBasis, FundingLine } from '#value/chain/funding.ts';
import { type Arrivals, arrivalsIn, endingAt } from './arrivals.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { coinsOf, inWorkspaceCurrency } from './money.ts';
import { beginOf, todayOf } from './planning.ts';

/**
 * What went out, and what may in a planning period, in parts by the capability it goes to: the parts of a line add up to it.
 *
 * `amount` is in the smallest coins of the workspace's currency, by the rate of the day, and null where none is on record;
 * `capability` is `none` where the chain leads to none. `traced` and the reasons for which the chain breaks are shares of
 * the part, and sum to 1.
 */
export const fundedParts: RecordTable = {
  name: 'funded_part',
  columns: {
    basis: 'text',
    investment: 'text',
    class: 'text',
    happened: 'double',
    until_at: 'double',
    period: 'text',
    initiative: 'text',
    team: 'text',
    capability: 'text',
    amount: 'double',
    traced: 'double',
    no_investment: 'double',
    no_initiative: 'double',
    no_capability: 'double',
    no_outcome: 'double',
    no_benefit: 'double',
    no_measure: 'double',
  },
  instants: ['happened'],
  rows: (records) => {
    const { model } = records;
    if (model.investments.length === 0 && model.spendStatements.length === 0) return [];
    return partsOf(records, compileChain(model), linesOf(records));
  },
  happened: (records) =>
    linesOf(records)
      .filter(({ amount: { amount } }) => isSome(amount))
      .map(({ on }) => beginOf(on, records)),
};

/** Money in the currency of the workspace, where there is a rate to it. */
type Line = FundingLine & {
  readonly basis: FundingBasis;
  readonly period: string | null;
  readonly until: string;
  readonly isConverted: boolean;
};

const linesOf = (records: OnRecord): Line[] => {
  const convert = inWorkspaceCurrency(records);
  return [
    ...spent(records).map((line) => ({
      ...line,
      basis: 'spend' as const,
      ...convert(line.amount, line.on, 'average'),
    })),
    ...budgeted(records).map((line) => ({
      ...line,
      basis: 'budget' as const,
      ...convert(line.amount, line.on, 'budget'),
    })),
  ];
};

type Stated = Omit<Line, 'basis' | 'isConverted'>;

/** A day is over the next day; what is dated later has not been spent yet. */
const spent = (records: OnRecord): Stated[] =>
  spendLines(records.model)
    .filter(({ on }) => on <= todayOf(records))
    .map(({ investment, on, amount }) => ({ investment, on, amount, period: null, until: on }));

/** Budgets of planning periods that have begun. */
const budgeted = (records: OnRecord): Stated[] => {
  const periods = new Map(records.model.planningPeriods.map((period) => [period.key, period]));
  return records.model.investments.flatMap(({ key, budget }) =>
    budget.flatMap(({ period: named, amount }) => {
      const period = periods.get(named);
      if (!period || period.from > todayOf(records)) return [];
      return [{ investment: key, on: period.from, amount, period: period.key, until: period.to }];
    }),
  );
};

const partsOf = (records: OnRecord, chain: Chain, lines: readonly Line[]): Cell[][] => {
  const classes = new Map<string, string>(records.model.investments.map((each) => [each.key, each.class]));
  const arrivals = arrivalsIn(chain, records.model);
  const shares = ({ capability, reason, on }: AllocatedPart): Arrivals => {
    const node = capability === undefined ? undefined : chain.find('capability', capability);
    return node ? arrivals(node, on) : endingAt(reason ?? 'no-capability');
  };
  const teams = new Map<string, string | undefined>(records.model.initiatives.map(({ key, team }) => [key, team]));
  return lines.flatMap((line) => {
    const told = [
      line.basis,
      line.investment ?? none,
      classes.get(line.investment ?? '') ?? none,
      beginOf(line.on, records),
      beginOf(line.until, records),
      line.period,
    ];
    return allocated(chain, [line]).map((part) => [
      ...told,
      part.initiative ?? null,
      teams.get(part.initiative ?? '') ?? none,
      part.capability ?? none,
      line.isConverted ? coinsOf(part.amount) : null,
      ...shares(part),
    ]);
  });
};
