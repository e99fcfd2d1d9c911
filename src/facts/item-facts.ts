import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { type ColumnType, TableWriter } from '#engine/table-writer.ts';
import { type EventColumns, readItems } from './event-reader.ts';
import { historyOf, type ItemHistory, type ItemRows, type WorkingClock } from './item-history.ts';
import type { Names } from './names.ts';
import { NumberSet } from './number-set.ts';

const second = 1000;
const many = (type: ColumnType, times: number): ColumnType[] => Array.from({ length: times }, () => type);

const visitColumns: ColumnType[] = [...many('int', 6), ...many('double', 8)];
const handoffColumns: ColumnType[] = [...many('int', 5), ...many('double', 3), 'boolean'];
const statuses: readonly ItemHistory['status'][] = ['open', 'done', 'cancelled'];
const itemColumns: ColumnType[] = [
  'int',
  'int',
  statuses,
  ...many('double', 4),
  'boolean',
  ...many('int', 7),
  ...many('double', 2),
  ...many('int', 6),
  ...many('boolean', 6),
  ...many('int', 6),
  ...many('double', 16),
];

/** What each item was and did, from its events: visits, hand-offs, one fact an item, and who was active in which team. */
export const buildItemFacts = async (
  engine: Engine,
  names: Names,
  worked: WorkingClock,
  asOf: number,
): Promise<void> => {
  const sourceOf = await sourceByItem(engine);
  const visits = await TableWriter.open(engine, 'visit', visitColumns);
  const handoffs = await TableWriter.open(engine, 'handoff', handoffColumns);
  const items = await TableWriter.open(engine, 'item_fact', itemColumns);
  const active = new ActivePeople(names.person.reduce((most, person) => Math.max(most, person), 0) + 1);
  for await (const { columns, starts, end } of readItems(engine)) {
    translate(columns, names, end);
    active.take(columns, end);
    for (const [index, first] of starts.entries()) {
      const rows = rowsOf(columns, first, starts[index + 1] ?? end);
      const history = historyOf(rows, names, worked, asOf);
      const item = columns.item[first] ?? -1;
      addVisits(visits, item, history, asOf);
      addHandoffs(handoffs, item, history);
      items.add(itemRow(item, sourceOf(item), history, columns, rows));
    }
  }
  visits.close();
  handoffs.close();
  items.close();
  await active.write(engine);
};

/** Sources hold stretches of item codes, so the source of an item is found without asking the database. */
const sourceByItem = async (engine: Engine): Promise<(item: number) => number> => {
  const bounds = await engine.all<{ source_id: number; last: number }>(
    sql`select source_id, max(item_id)::int as last from item group by source_id order by last`,
  );
  return (item) => bounds.find(({ last }) => item <= last)?.source_id ?? -1;
};

/** Replaces the codes of raw names by those of stages, teams and people, in place. */
const translate = (columns: EventColumns, names: Names, end: number): void => {
  for (let row = 0; row < end; row++) {
    columns.state[row] = names.stage[columns.state[row] ?? -1] ?? -1;
    columns.team[row] = names.team[columns.team[row] ?? -1] ?? -1;
    columns.person[row] = names.person[columns.person[row] ?? -1] ?? -1;
    columns.actor[row] = names.person[columns.actor[row] ?? -1] ?? -1;
  }
};

const rowsOf = (columns: EventColumns, first: number, end: number): ItemRows => ({
  first,
  end,
  instant: columns.instant,
  stage: columns.state,
  team: columns.team,
  person: columns.person,
  activity: columns.activity,
  created: columns.created,
  promised: columns.promised,
});

const addVisits = (writer: TableWriter, item: number, { visits }: ItemHistory, asOf: number): void => {
  visits.forEach((visit, index) => {
    const until = Number.isNaN(visit.left) ? asOf : visit.left;
    writer.add([
      item,
      index,
      visit.stage,
      visit.team,
      visit.fromStage,
      visit.fromTeam,
      visit.entered,
      visit.left,
      (until - visit.entered) / second,
      visit.working / second,
      visit.handoff / second,
      visit.handoffWorking / second,
      visit.blocked / second,
      visit.blockedWorking / second,
    ]);
  });
};

const addHandoffs = (writer: TableWriter, item: number, { handoffs }: ItemHistory): void => {
  handoffs.forEach((handoff, index) => {
    writer.add([
      item,
      index,
      handoff.from,
      handoff.to,
      handoff.stage,
      handoff.at,
      handoff.waited / second,
      handoff.waitedWorking / second,
      Number(handoff.answered),
    ]);
  });
};

const itemRow = (
  item: number,
  source: number,
  history: ItemHistory,
  columns: EventColumns,
  rows: ItemRows,
): number[] => {
  const toEnd = rows.first + history.rowsToEnd;
  const last = (values: Int32Array): number => lastCarried(values, rows.first, toEnd);
  const over = !Number.isNaN(history.started) && history.status === 'done';
  const row = [
    item,
    source,
    statuses.indexOf(history.status),
    history.created,
    history.started,
    history.ended,
    history.lastEvent,
    Number(history.assumed),
    history.stage,
    history.team,
    last(columns.type),
    last(columns.capability),
    last(columns.initiative),
    last(columns.channel),
    last(columns.priority),
    history.firstPromise,
    history.promise,
    rows.end - rows.first,
    history.stageMoves,
    history.handoffs.length,
    history.personHandoffs,
    history.teams,
    history.people,
    Number(history.pingPong),
    Number(history.anyReturn),
    Number(history.personPingPong),
    Number(history.personAnyReturn),
    Number(history.rework),
    Number(history.rawRework),
    history.activeVisits,
    history.repeatedActiveVisits,
    history.reopened,
    history.interruptions,
    history.comments,
    history.approvalsAsked,
  ];
  for (const ms of history.lead) row.push(ms / second);
  for (const ms of history.flow) row.push(ms / second);
  row.push(over ? (history.ended - history.started) / second : Number.NaN);
  row.push(over ? history.workedToEnd / second : Number.NaN);
  const [active = 0, queue = 0, handoff = 0, decision = 0, blocked = 0] = history.flowWorking;
  row.push(active / second, (queue + handoff + decision + blocked) / second);
  return row;
};

const lastCarried = (values: Int32Array, first: number, end: number): number => {
  for (let row = end - 1; row >= first; row--) {
    const value = values[row] ?? -1;
    if (value >= 0) return value;
  }
  return -1;
};

/** Which people were active in which team in which month: only ever counted, to know whether a team may be shown. */
class ActivePeople {
  readonly #people: number;
  /** A team, a person and a month as one number. */
  readonly #seen = new NumberSet();
  #monthStart = 0;
  #monthEnd = 0;
  #month = -1;

  constructor(people: number) {
    this.#people = people;
  }

  take(columns: EventColumns, end: number): void {
    const { item, instant } = columns;
    let team = -1;
    for (let row = 0; row < end; row++) {
      if (row === 0 || item[row] !== item[row - 1]) team = -1;
      const own = columns.team[row] ?? -1;
      if (own >= 0) team = own;
      const actor = columns.actor[row] ?? -1;
      const person = actor >= 0 ? actor : (columns.person[row] ?? -1);
      if (team >= 0 && person >= 0)
        this.#seen.add((team * this.#people + person) * months + this.#monthOf(instant[row] ?? 0));
    }
  }

  async write(engine: Engine): Promise<void> {
    const writer = await TableWriter.open(engine, 'team_person', ['int', 'int', 'int']);
    for (const key of this.#seen.values()) {
      const month = key % months;
      const both = (key - month) / months;
      writer.add([Math.floor(both / this.#people), both % this.#people, month]);
    }
    writer.close();
  }

  /** Months since the year 0, in UTC: near enough to say who was there. */
  #monthOf(instant: number): number {
    if (instant >= this.#monthStart && instant < this.#monthEnd) return this.#month;
    const day = new Date(instant);
    this.#monthStart = Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
    this.#monthEnd = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1);
    this.#month = day.getUTCFullYear() * 12 + day.getUTCMonth();
    return this.#month;
  }
}

/** More than there are until the year 9999. */
const months = 2 ** 17;
