import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { type ColumnType, TableWriter } from '#engine/table-writer.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { type EventColumns, readItems } from './event-reader.ts';
import { type FactRows, type ItemGround, statuses } from './item-rows.ts';
import { openItemThread, sameThread } from './item-thread.ts';
import type { Names } from './names.ts';
import { NumberSet } from './number-set.ts';

const many = (type: ColumnType, times: number): ColumnType[] => Array.from({ length: times }, () => type);

const visitColumns: ColumnType[] = [...many('int', 6), ...many('double', 8)];
const handoffColumns: ColumnType[] = [...many('int', 5), ...many('double', 3), 'boolean'];
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

/** With fewer events a second thread costs more than it saves. */
const manyEvents = 1 << 18;

/**
 * What each item was and did, from its events: visits, hand-offs, one fact an item, and who was active in which team.
 *
 * Of many events the facts are made in a thread of their own, while this one reads the next batch and writes the last.
 */
export const buildItemFacts = async (
  engine: Engine,
  names: Names,
  { calendar, from, asOf }: { readonly calendar: WorkingCalendar; readonly from: number; readonly asOf: number },
): Promise<void> => {
  const { stageKinds, loops, rowKind } = names;
  const sources = await lastItems(engine);
  const ground: ItemGround = { codes: { stageKinds, loops, rowKind }, calendar, from, asOf, sources };
  const events = await engine.one<{ n: number }>(sql`select count(*)::int as n from event`);
  const thread = (events?.n ?? 0) < manyEvents ? sameThread(ground) : openItemThread(ground);
  const tables = await FactTables.open(engine);
  const active = new ActivePeople(names.person.reduce((most, person) => Math.max(most, person), 0) + 1);
  try {
    let made: Promise<FactRows> | undefined;
    for await (const batch of readItems(engine)) {
      translate(batch.columns, names, batch.end);
      active.take(batch.columns, batch.end);
      const before = made;
      made = thread.make(batch);
      if (before) tables.write(await before);
    }
    if (made) tables.write(await made);
  } finally {
    await thread.close();
  }
  tables.close();
  await active.write(engine);
};

class FactTables {
  readonly #visits: TableWriter;
  readonly #handoffs: TableWriter;
  readonly #items: TableWriter;

  private constructor(visits: TableWriter, handoffs: TableWriter, items: TableWriter) {
    this.#visits = visits;
    this.#handoffs = handoffs;
    this.#items = items;
  }

  static async open(engine: Engine): Promise<FactTables> {
    return new FactTables(
      await TableWriter.open(engine, 'visit', visitColumns),
      await TableWriter.open(engine, 'handoff', handoffColumns),
      await TableWriter.open(engine, 'item_fact', itemColumns),
    );
  }

  write({ visits, handoffs, items }: FactRows): void {
    this.#visits.addNumbers(visits);
    this.#handoffs.addNumbers(handoffs);
    this.#items.addNumbers(items);
  }

  close(): void {
    this.#visits.close();
    this.#handoffs.close();
    this.#items.close();
  }
}

const lastItems = (engine: Engine): Promise<ItemGround['sources'][number][]> =>
  engine.all(sql`select source_id as source, max(item_id)::int as last from item group by source_id order by last`);

/** Replaces the codes of raw names by those of stages, teams and people, in place. */
const translate = (columns: EventColumns, names: Names, end: number): void => {
  for (let row = 0; row < end; row++) {
    columns.state[row] = names.stage[columns.state[row] ?? -1] ?? -1;
    columns.team[row] = names.team[columns.team[row] ?? -1] ?? -1;
    columns.person[row] = names.person[columns.person[row] ?? -1] ?? -1;
    columns.actor[row] = names.person[columns.actor[row] ?? -1] ?? -1;
  }
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
