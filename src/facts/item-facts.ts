import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { type ColumnType, TableWriter } from '#engine/table-writer.ts';
import { type Counted, writeCounted } from './counted.ts';
import { readItems } from './event-reader.ts';
import { type FactRows, type ItemGround, statuses } from './item-rows.ts';
import { openItemThread, sameThread } from './item-thread.ts';
import type { Names } from './names.ts';
import type { Stretch } from './stretches.ts';

const many = (type: ColumnType, times: number): ColumnType[] => Array.from({ length: times }, () => type);

const visitColumns: ColumnType[] = [...many('int', 6), ...many('double', 9), 'int', 'day'];
const handoffColumns: ColumnType[] = [...many('int', 5), ...many('double', 3), 'boolean', ...many('double', 2)];
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
  ...many('double', 17),
  'int',
  ...many('boolean', 2),
];

/** With fewer events a second thread costs more than it saves. */
const manyEvents = 1 << 18;

/** The time that facts are made of, and the sources that know people. */
export type FactsSpan = Pick<ItemGround, 'calendar' | 'from' | 'asOf' | 'peopled'>;

/**
 * What each item was and did, from its events: visits, hand-offs, one fact an item, and who was active in which team.
 *
 * Of many events the facts of items are made in a thread of their own, while this one reads the next batch and writes
 * the last.
 */
export const buildItemFacts = async (engine: Engine, names: Names, span: FactsSpan): Promise<void> => {
  const tables = await FactTables.open(engine);
  await writeCounted(
    engine,
    await makeItemFacts(engine, { names, span, events: sql`event`, items: sql`item` }, (rows) => tables.write(rows)),
  );
  tables.close();
};

/** Some events, the items that they are of, and what their codes stand for. */
export type Told = { readonly names: Names; readonly span: FactsSpan; readonly events: Sql; readonly items: Sql };

/** Makes the facts of some events, hands them on batch by batch, and answers what was counted over all. */
export const makeItemFacts = async (
  engine: Engine,
  { names, span, events, items }: Told,
  take: (made: FactRows) => void,
): Promise<Counted> => {
  const ground: ItemGround = { names, ...span, sources: await stretchesOf(engine, items) };
  const all = await engine.one<{ n: number }>(sql`select count(*)::int as n from ${events}`);
  const thread = (all?.n ?? 0) < manyEvents ? sameThread(ground) : openItemThread(ground);
  try {
    let made: Promise<FactRows> | undefined;
    for await (const batch of readItems(engine, events)) {
      const before = made;
      made = thread.make(batch);
      if (before) take(await before);
    }
    if (made) take(await made);
    return await thread.counted();
  } finally {
    await thread.close();
  }
};

/** Adds rows to the tables of facts. */
export const writeItemFacts = async (engine: Engine, facts: readonly FactRows[]): Promise<void> => {
  const tables = await FactTables.open(engine);
  for (const rows of facts) tables.write(rows);
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
      await TableWriter.open(engine, 'stored_visit', visitColumns),
      await TableWriter.open(engine, 'stored_handoff', handoffColumns),
      await TableWriter.open(engine, 'stored_item', itemColumns),
      await TableWriter.open(engine, 'active_day', ['int', 'int', 'day', 'int']),
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

/** The stretches in which items follow each other by their codes and are of one source. */
const stretchesOf = (engine: Engine, items: Sql): Promise<Stretch[]> =>
  engine.all(sql`
    select source_id as source, item_id as last from ${items}
    qualify source_id is distinct from lead(source_id) over (order by item_id) order by last`);
