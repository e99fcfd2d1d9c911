import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { type ColumnType, TableWriter } from '#engine/table-writer.ts';
import { type EventColumns, readItems } from './event-reader.ts';
import { type FactRows, type ItemGround, statuses } from './item-rows.ts';
import { openItemThread, sameThread } from './item-thread.ts';
import type { Names } from './names.ts';
import { writePassages } from './passages.ts';

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
  'boolean',
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
  { calendar, from, asOf, peopled }: Pick<ItemGround, 'calendar' | 'from' | 'asOf' | 'peopled'>,
): Promise<void> => {
  const { stageKinds, loops, atWork, rowKind } = names;
  const sources = await lastItems(engine);
  const people = names.person.reduce((most, person) => Math.max(most, person), 0) + 1;
  const codes = { stageKinds, loops, atWork, rowKind };
  const ground: ItemGround = { codes, people, calendar, from, asOf, sources, peopled };
  const events = await engine.one<{ n: number }>(sql`select count(*)::int as n from event`);
  const thread = (events?.n ?? 0) < manyEvents ? sameThread(ground) : openItemThread(ground);
  const tables = await FactTables.open(engine);
  try {
    let made: Promise<FactRows> | undefined;
    for await (const batch of readItems(engine)) {
      translate(batch.columns, names, batch.end);
      const before = made;
      made = thread.make(batch);
      if (before) tables.write(await before);
    }
    if (made) tables.write(await made);
    await writePassages(engine, await thread.passages());
  } finally {
    await thread.close();
  }
  tables.close();
};

class FactTables {
  readonly #visits: TableWriter;
  readonly #handoffs: TableWriter;
  readonly #items: TableWriter;
  readonly #active: TableWriter;

  private constructor(visits: TableWriter, handoffs: TableWriter, items: TableWriter, active: TableWriter) {
    this.#visits = visits;
    this.#handoffs = handoffs;
    this.#items = items;
    this.#active = active;
  }

  static async open(engine: Engine): Promise<FactTables> {
    return new FactTables(
      await TableWriter.open(engine, 'visit', visitColumns),
      await TableWriter.open(engine, 'handoff', handoffColumns),
      await TableWriter.open(engine, 'item_fact', itemColumns),
      await TableWriter.open(engine, 'active_day', ['int', 'int', 'int', 'int']),
    );
  }

  write({ visits, handoffs, items, active }: FactRows): void {
    this.#visits.addNumbers(visits);
    this.#handoffs.addNumbers(handoffs);
    this.#items.addNumbers(items);
    this.#active.addNumbers(active);
  }

  close(): void {
    this.#visits.close();
    this.#handoffs.close();
    this.#items.close();
    this.#active.close();
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
