import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { type Cell, type ColumnType, TableWriter } from '#engine/table-writer.ts';
import type { Decisions, Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';
import { resolve, resolveStep } from '#mapping/resolve.ts';
import { readYesNo } from '#mapping/yes-no.ts';
import { readAmount, type Unreadable } from '#model/amount.ts';
import { localDay } from '#model/calendar/local.ts';
import { secondsOf } from '#model/calendar/seconds-of.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { rowOfFile } from './begun-and-ended.ts';
import { carried, inOrder } from './carried.ts';
import { type Cycle, cyclesOf, type Told } from './decision-cycles.ts';
import type { WorkingClock } from './item-history.ts';
import { rolesAreTeams } from './names.ts';
import {
  agreeingIn,
  type Circumstances,
  deciderOf,
  emergenciesOf,
  type Ladder,
  ladderOf,
  rightsFor,
  type Unread,
} from './rights.ts';
import type { EvidenceSource } from './source.ts';

const many = (type: ColumnType, times: number): ColumnType[] => Array.from({ length: times }, () => type);

const columns: ColumnType[] = [
  ...many('int', 3),
  ...many('text', 2),
  ...many('double', 6),
  ...many('text', 3),
  'int',
  'text',
  'int',
  ...many('text', 2),
  ...many('int', 2),
  'double',
  'text',
  ...many('double', 4),
  ...many('int', 4),
  'double',
  'int',
  'double',
  'int',
  ...many('text', 2),
  ...many('int', 3),
  'boolean',
];

/** Stands for whoever decided where the log names people: none of them is ever shown. */
export const somePeople = '(people)';

const approvalColumns: ColumnType[] = ['int', 'int', 'int', 'text', 'text', 'double'];

const unreadColumns: ColumnType[] = ['int', 'int', ...many('text', 4), 'int', 'double'];

type LogRow = {
  item_id: number;
  run_id: number;
  row_no: number;
  at: number;
  activity: string | null;
  entered: string | null;
  team: string | null;
  by: string | null;
  type: string | null;
  title: string | null;
  amount: string | null;
  risk: string | null;
  regulated: string | null;
  needed_by: number | null;
  blocks: string | null;
};

/** What of an item a decision is judged by. */
type ItemSide = {
  created: number;
  team: number;
  teamKey: string | null;
  capability: number;
  priority: string | null;
  type: string | null;
};

export type DecisionContext = {
  readonly engine: Engine;
  readonly designs: readonly DesignModel[];
  readonly calendar: WorkingCalendar;
  readonly worked: WorkingClock;
  readonly asOf: number;
  /** The items whose decisions are made, as a relation of codes, sources and keys. */
  readonly items: Sql;
};

type Judged = DecisionContext & {
  readonly designAt: (instant: number) => DesignModel;
  /** Whether any design that was or will be in force states a right, so that having none is a finding. */
  readonly statesRights: boolean;
  readonly ladderAt: (instant: number) => Ladder;
};

/** Which design is in force is asked for every step, so it is looked up once a day, and the ladder of each made once. */
const judged = (context: DecisionContext): Judged => {
  const ladders = new Map<DesignModel, Ladder>();
  const { timeZone } = context.calendar;
  const days = new Map<number, DesignModel>();
  const designAt = (instant: number): DesignModel => {
    const day = localDay(instant, timeZone);
    const design = days.get(day) ?? modelInForce(context.designs, instant, timeZone);
    days.set(day, design);
    return design;
  };
  const ladderAt = (instant: number): Ladder => {
    const design = designAt(instant);
    const ladder = ladders.get(design) ?? ladderOf(design);
    ladders.set(design, ladder);
    return ladder;
  };
  const statesRights = context.designs.some(
    ({ design, decisionRights }) => design.status === 'in-force' && decisionRights.length > 0,
  );
  return { ...context, designAt, statesRights, ladderAt };
};

/** The decisions in the logs whose mapping says which rows are steps of one, of the items in their rows, whose facts stand. */
export const buildDecisionFacts = async (
  context: DecisionContext,
  sources: readonly EvidenceSource[],
): Promise<void> => {
  const writer = await TableWriter.open(context.engine, 'stored_decision', columns);
  const judging = judged(context);
  const approvals = await TableWriter.open(context.engine, 'earlier_approval', approvalColumns);
  const unread = await TableWriter.open(context.engine, 'unread_value', unreadColumns);
  for (const source of sources) {
    const { decisions } = source.mapping;
    if (!decisions) continue;
    const items = await itemSides(context, source.sourceId);
    for (const rows of grouped(await readRows(context, source, decisions))) {
      const item = items.get(rows[0]?.item_id ?? -1);
      if (!item) continue;
      const stated = statedIn(rows, source.mapping);
      const facts = decisionRows(judging, source, decisions, rows, item, stated.circumstances);
      for (const { fact, earlier } of facts) {
        writer.add(fact);
        for (const approval of earlier) approvals.add(approval);
      }
      if (facts.length > 0) for (const cells of unreadRows(source, decisions, stated.unread)) unread.add(cells);
    }
  }
  writer.close();
  approvals.close();
  unread.close();
};

const readRows = (
  { engine, asOf, items }: DecisionContext,
  source: EvidenceSource,
  decisions: Decisions,
): Promise<LogRow[]> => {
  const { mapping, rows, column, sourceId } = source;
  const nothing = sql`null::text`;
  const declared = (name: string | undefined) => (name === undefined ? nothing : column(name));
  const state = carried(source, 'state') ?? nothing;
  const type = 'from' in decisions.type ? column(decisions.type.from) : nothing;
  return engine.all<LogRow>(sql`
    select item_id, run_id, ${rowOfFile}::double as row_no, instant / 1000.0 as at, ${carried(source, 'activity') ?? nothing} as activity, ${state} as entered,
           ${carried(source, 'team') ?? nothing} as team, ${declared(decisions.by)} as by,
           ${type} as type, ${declared(mapping.columns.title)} as title, ${declared(decisions.amount)} as amount,
           ${declared(decisions.risk)} as risk, ${declared(decisions.regulated)} as regulated,
           needed_by / 1000.0 as needed_by, ${declared(decisions.blocks)} as blocks
    from ${rows} as log
    join (select item_id, key from ${items} where source_id = ${sourceId}) as the_item
      on the_item.key = ${column(mapping.columns.item)}
    where instant <= ${asOf}::double * 1000
    order by item_id, ${inOrder(source)}`);
};

const itemSides = async ({ engine, items }: DecisionContext, sourceId: number): Promise<Map<number, ItemSide>> => {
  const rows = await engine.all<{ item_id: number } & ItemSide>(sql`
    select item_id, created, coalesce(fact.team_id, -1) as team, team.key as "teamKey", coalesce(capability, -1) as capability,
           priority.key as priority, type.key as type
    from item_fact as fact
    left join team using (team_id)
    left join raw_value as priority on priority.value_id = fact.priority
    left join raw_value as type on type.value_id = fact.type
    where fact.source_id = ${sourceId} and fact.item_id in (select item_id from ${items})`);
  return new Map(rows.map((row) => [row.item_id, row]));
};

function* grouped(rows: readonly LogRow[]): Generator<LogRow[]> {
  let group: LogRow[] = [];
  for (const row of rows) {
    if (group.length > 0 && group[0]?.item_id !== row.item_id) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** What rights may ask for of an item's own words, and where it says so in words that cannot be read. */
type Stated = {
  readonly circumstances: Pick<Circumstances, 'amount' | 'risk' | 'regulated' | 'unread'>;
  readonly unread: readonly UnreadValue[];
};

type UnreadValue = { readonly what: Unread; readonly why: Unreadable; readonly row: LogRow };

const statedIn = (rows: readonly LogRow[], { numbers, yesNo, decisions }: Mapping): Stated => {
  const first = (what: 'amount' | 'risk' | 'regulated'): LogRow | undefined => rows.find((row) => row[what] !== null);
  const [amountRow, regulatedRow] = [first('amount'), first('regulated')];
  const amount = amountRow?.amount == null ? null : readAmount(amountRow.amount, numbers);
  const nothing = decisions?.regulated === undefined ? undefined : '';
  const word = regulatedRow?.regulated ?? nothing;
  const regulated = word === undefined ? undefined : readYesNo(word, yesNo);
  const unread: UnreadValue[] = [
    ...(amountRow && typeof amount === 'string' ? [{ what: 'amount' as const, why: amount, row: amountRow }] : []),
    ...(regulatedRow && regulated === undefined
      ? [{ what: 'regulated' as const, why: 'unreadable' as const, row: regulatedRow }]
      : []),
  ];
  return {
    circumstances: {
      amount: typeof amount === 'number' ? amount : null,
      risk: first('risk')?.risk ?? null,
      regulated: regulated ?? null,
      unread: unread.map(({ what }) => what),
    },
    unread,
  };
};

/** A column of people is told of without what stands in it. */
const unreadRows = ({ sourceId, mapping }: EvidenceSource, decisions: Decisions, unread: readonly UnreadValue[]) =>
  unread.map(({ what, why, row }): Cell[] => {
    const column = decisions[what] ?? '';
    const found = peopleColumns(mapping).includes(column) ? '(hidden: a person)' : row[what];
    return [row.item_id, sourceId, what, column, why, found, row.run_id, row.row_no];
  });

const decisionRows = (
  context: Judged,
  source: EvidenceSource,
  decisions: Decisions,
  rows: readonly LogRow[],
  item: ItemSide,
  stated: Stated['circumstances'],
): { fact: Cell[]; earlier: Cell[][] }[] => {
  const { designAt, ladderAt } = context;
  const steps = stepsOf(source, decisions, rows, ladderAt);
  if (steps.length === 0) return [];
  const type = typeOf(decisions, rows, item);
  const first = <K extends keyof LogRow>(name: K): LogRow[K] | null =>
    rows.find((row) => row[name] !== null)?.[name] ?? null;
  const circumstances: Circumstances = { ...stated, priority: item.priority, itemType: item.type };
  const shown = shownDecider(source.mapping);
  const reading = {
    created: item.created,
    escalationsNamed: decisions.steps.some(({ to }) => to === 'escalate'),
    rankAt: (raised: number) => ladderAt(raised).rank,
  };
  return cyclesOf(steps, reading).map((cycle, index) => {
    const design = designAt(cycle.raised);
    const ladder = ladderAt(cycle.raised);
    const known = type === null ? [] : rightsFor(design, type, circumstances);
    const rights = known ?? [];
    const right = rights[0];
    const intended = right ? ladder.rank(right.level) : null;
    const acting = item.teamKey === null ? null : (ladder.rank(ladder.levelOfTeam(item.teamKey)) ?? ladder.lowest);
    const fact = [
      rows[0]?.item_id ?? -1,
      source.sourceId,
      index + 1,
      type,
      first('title'),
      cycle.raised,
      cycle.firstStep,
      cycle.decided,
      cycle.communicated,
      cycle.acted,
      first('needed_by'),
      cycle.outcome,
      shown(cycle.decidedBy),
      cycle.level,
      cycle.rank,
      right?.level ?? null,
      intended,
      right?.key ?? null,
      right ? deciderOf(right) : null,
      context.statesRights && known ? new Set(known.map(deciderOf)).size : null,
      rights.length,
      right?.within === undefined ? null : secondsOf(right.within, right.clock, context.calendar),
      right?.clock ?? null,
      context.worked(cycle.raised),
      cycle.decided === null ? null : context.worked(cycle.decided),
      cycle.informationWait,
      cycle.informationSince,
      cycle.escalations,
      cycle.sideways,
      cycle.rankReached,
      cycle.layers,
      cycle.layerWait === null ? null : cycle.layerWait / 1000,
      cycle.revisits,
      cycle.reopenedAt,
      acting,
      cycle.path,
      first('blocks'),
      item.team,
      item.capability,
      rights.length === 0 ? null : agreeingIn(rights).size,
      emergenciesOf(design).some((key) => key === type),
    ];
    return { fact, earlier: approvalRows(rows[0]?.item_id ?? -1, index + 1, cycle, shown) };
  });
};

/** Pseudonyms tell which steps are of one person; none of them stands in a fact. */
const shownDecider = (mapping: Mapping): ((by: string | null) => string | null) => {
  const { by } = mapping.decisions ?? {};
  if (by === undefined || !peopleColumns(mapping).includes(by)) return (name) => name;
  return (name) => (name === null ? null : somePeople);
};

const approvalRows = (
  item: number,
  cycle: number,
  { earlierApprovals }: Cycle,
  shown: (by: string | null) => string | null,
): Cell[][] =>
  earlierApprovals.map(({ by, outcome, at }, place) => [item, cycle, place, shown(by), outcome ?? null, at]);

/** The level of whoever took a step is read from the design in force at the step. */
const stepsOf = (
  { mapping }: EvidenceSource,
  decisions: Decisions,
  rows: readonly LogRow[],
  ladderAt: (instant: number) => Ladder,
): Told[] => {
  let state: string | null = null;
  let team: string | null = null;
  return rows.flatMap((row) => {
    const enters = row.entered !== null && row.entered !== state ? row.entered : null;
    state = row.entered ?? state;
    team = row.team ?? team;
    const found = resolveStep(decisions.steps, row.activity, enters);
    if (!found) return [];
    const by = decisions.by === undefined ? teamKey(mapping, team) : row.by;
    const level = by === null ? null : levelOf(decisions, by, ladderAt(row.at));
    return [{ at: row.at, kind: found.step, outcome: found.outcome, by, level }];
  });
};

const teamKey = (mapping: Mapping, raw: string | null): string | null =>
  raw === null || rolesAreTeams(mapping) ? raw : resolve(mapping.teams, raw).key;

const levelOf = (decisions: Decisions, by: string, ladder: Ladder): string | null => {
  const resolved = decisions.levels ? resolve(decisions.levels, by) : undefined;
  return resolved?.mapped ? resolved.key : ladder.levelOf(by);
};

const typeOf = ({ type }: Decisions, rows: readonly LogRow[], item: ItemSide): string | null => {
  if ('always' in type) return type.always;
  const raw = 'ofItem' in type ? item.type : (rows.find((row) => row.type !== null)?.type ?? null);
  return raw === null ? null : resolve(type, raw).key;
};
