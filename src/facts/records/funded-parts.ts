import type { Cell } from '#engine/table-writer.ts';
import type { Day } from '#model/day.ts';
import { isSome } from '#model/decimal.ts';
import { spendLines } from '#model/spend.ts';
import { allocatedSums } from '#value/chain/allocated-sums.ts';
import { type AllocatedPart, allocated } from '#value/chain/allocation.ts';
import { type Chain, chainOf } from '#value/chain/chain.ts';
import type { FundingBasis, FundingLine } from '#value/chain/funding.ts';
import { type Arrivals, arrivalsIn, endingAt } from './arrivals.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { coinsOf, inWorkspaceCurrency } from './money.ts';
import { beginOf, todayOf } from './planning.ts';

/** So many parts are told one by one. */
const mostParts = 100_000;

/**
 * What went out, and what may in a planning period, in parts by the capability it goes to: the parts of a line add up to it.
 *
 * `amount` is in the smallest coins of the workspace's currency, by the rate of the day, and null where none is on record;
 * `capability` is `none` where the chain leads to none. `traced` and the reasons for which the chain breaks are shares of
 * the part, and sum to 1.
 *
 * Where there would be more than `mostParts`, those of one day, class, team and capability are one: an organisation has tens
 * of millions of ways from a line to a capability. Only initiatives that are said to do the same thing twice keep their
 * name, and only lines of funding with other periods of budget are told apart.
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
    const [chain, lines] = [chainOf(model), linesOf(records)];
    const parts = waysOf(chain, lines) > mostParts ? sumsOf(records, chain, lines) : partsOf(records, chain, lines);
    const told = rowOf(records, chain);
    return parts.map(told);
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

/** How many parts the lines have at most, whenever links hold. */
const waysOf = (chain: Chain, lines: readonly Line[]): number =>
  lines.reduce((sum, { investment = '' }) => {
    const ways = chain.find('investment', investment)?.outgoing ?? [];
    return ways.reduce((own, { receiver }) => own + 1 + receiver.outgoing.length, sum + 1);
  }, 0);

/** Part of a line, or of several that are alike: by which initiatives it goes to which capability. */
type Part = Pick<AllocatedPart, 'amount' | 'capability' | 'reason'> & {
  readonly on: Day;
  readonly isConverted: boolean;
  /** The cells that are the same for all parts of a line. */
  readonly told: readonly Cell[];
  readonly by: Group;
};

/** An initiative, or none where it is one of several, and its team. */
type Group = { readonly initiative: string | null; readonly team: string };

const nobody: Group = { initiative: null, team: none };

const partsOf = (records: OnRecord, chain: Chain, lines: readonly Line[]): Part[] => {
  const { model } = records;
  const classOf = classesOf(model);
  const teams = new Map<string, string | undefined>(model.initiatives.map(({ key, team }) => [key, team]));
  return lines.flatMap((line) => {
    const { on, isConverted, investment = none } = line;
    const told = toldOf(records, line, [investment, classOf(line)]);
    return allocated(chain, [line]).map(({ initiative, amount, capability, reason }) => {
      const by = initiative === undefined ? nobody : { initiative, team: teams.get(initiative) ?? none };
      return { on, isConverted, told, by, amount, capability, reason };
    });
  });
};

const sumsOf = (records: OnRecord, chain: Chain, lines: readonly Line[]): Part[] => {
  const { model } = records;
  const classOf = classesOf(model);
  const called = callerOf(lines, classOf);
  const groups = groupsOf(model);
  const alike = Map.groupBy(lines, (line) =>
    JSON.stringify([line.basis, called(line), classOf(line), line.on, line.until, line.period, line.isConverted]),
  );
  return [...alike.values()].flatMap((own) => {
    const [line] = own;
    if (!line) return [];
    const { on, isConverted } = line;
    const told = toldOf(records, line, [called(line), classOf(line)]);
    return allocatedSums(chain, own, (initiative) => groups.get(initiative) ?? nobody).map(
      ({ group = nobody, amount, currency, capability, reason }) => ({
        on,
        isConverted,
        told,
        by: group,
        amount: { amount, currency },
        capability,
        reason,
      }),
    );
  });
};

const toldOf = (records: OnRecord, { basis, on, until, period }: Line, funding: readonly [string, string]): Cell[] => [
  basis,
  ...funding,
  beginOf(on, records),
  beginOf(until, records),
  period,
];

const classesOf = ({ investments }: OnRecord['model']): ((line: Line) => string) => {
  const classes = new Map<string, string>(investments.map((each) => [each.key, each.class]));
  return ({ investment = '' }) => classes.get(investment) ?? none;
};

/** Initiatives of one team are one group, but for those that are held against each other. */
const groupsOf = ({ initiatives, duplications }: OnRecord['model']): ReadonlyMap<string, Group> => {
  const compared = new Set<string>(duplications.flatMap((each) => each.initiatives));
  const teams = new Map(initiatives.map(({ team = none }) => [team, { initiative: null, team }]));
  return new Map(
    initiatives.map(({ key, team = none }) => [
      key,
      compared.has(key) ? { initiative: key, team } : (teams.get(team) ?? nobody),
    ]),
  );
};

/**
 * What lines of funding are called that are told as one. Which budget counts is looked for among those of one line, so only
 * lines of one class with budgets of the same periods are.
 */
const callerOf = (lines: readonly Line[], classOf: (line: Line) => string): ((line: Line) => string) => {
  const budgets = Map.groupBy(
    lines.filter(({ basis, amount: { amount } }) => basis === 'budget' && isSome(amount)),
    ({ investment }) => investment ?? none,
  );
  const alike = Map.groupBy(budgets, ([, [line, ...more]]) =>
    line ? JSON.stringify([classOf(line), ...[line, ...more].map(({ period }) => period ?? '').sort()]) : '',
  );
  const names = new Map(
    [...alike.values()].flatMap((some) => some.map(([investment]) => [investment, nameOf(some.map(([key]) => key))])),
  );
  return ({ basis, investment = none }) =>
    basis === 'budget' ? (names.get(investment) ?? investment) : investment === none ? none : several;
};

const several = '(several)';

const nameOf = ([first = none, ...more]: readonly string[]): string =>
  more.length === 0 ? first : `(several, as ${first})`;

const rowOf = (records: OnRecord, chain: Chain): ((part: Part) => Cell[]) => {
  const arrivals = arrivalsIn(chain, records.model);
  const shares = ({ capability, reason, on }: Part): Arrivals => {
    const node = capability === undefined ? undefined : chain.find('capability', capability);
    return node ? arrivals(node, on) : endingAt(reason ?? 'no-capability');
  };
  return (part) => [
    ...part.told,
    part.by.initiative,
    part.by.team,
    part.capability ?? none,
    part.isConverted ? coinsOf(part.amount) : null,
    ...shares(part),
  ];
};
