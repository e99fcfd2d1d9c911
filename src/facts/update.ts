import type { Engine } from '#engine/engine.ts';
import { identifier, type Sql, sql } from '#engine/sql.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { DesignModel } from '#model/design-model.ts';
import { workingClock } from './clock.ts';
import { type Counted, settleCounted, writeCounted } from './counted.ts';
import { buildDecisionFacts } from './decision-facts.ts';
import { addNames, codeRows } from './events.ts';
import { makeItemFacts, type Told, writeItemFacts } from './item-facts.ts';
import type { FactRows } from './item-rows.ts';
import { noteChanged, updateKnownLimits } from './known-limits.ts';
import { type Names, resolveNames } from './names.ts';
import { peopledSources } from './other-people.ts';
import { type EvidenceSource, rowsOfRuns } from './source.ts';

/** What was added to the evidence since the facts were made that stand, and what they are made with. */
export type Addition = {
  readonly sources: readonly EvidenceSource[];
  /** The sources that runs were added to, each with the numbers of these. */
  readonly added: readonly { readonly source: EvidenceSource; readonly runs: readonly number[] }[];
  readonly designs: readonly DesignModel[];
  /** The design in force at the instant at which figures are read. */
  readonly design: DesignModel;
  readonly calendar: WorkingCalendar;
  readonly from: number;
  readonly asOf: number;
};

/**
 * Makes anew the facts of the items that have further rows, and leaves all others alone.
 *
 * Answers the first instant of all; undefined where facts of other items would change too, so that all have to be made
 * again. What has been written by then is of no use. It takes a transaction around it: what goes wrong leaves its tables.
 */
export const updateFacts = async (engine: Engine, addition: Addition): Promise<number | undefined> => {
  await engine.run(sql`create temp table changed_item (item_id int, source_id int, key text)`);
  await engine.run(sql`create temp table changed_event as from event limit 0`);
  const changed: EvidenceSource[] = [];
  for (const { source, runs } of addition.added) changed.push(await readChanged(engine, source, runs, addition.asOf));
  const names = await namesWith(engine, addition);
  const from = names && (await replaceFacts(engine, addition, names, changed));
  for (const table of ['changed_item', 'changed_event', 'former_event']) await drop(engine, table);
  for (const source of changed) await drop(engine, changedRows(source));
  return from;
};

const drop = (engine: Engine, table: string): Promise<void> =>
  engine.run(sql`drop table if exists temp.${identifier(table)}`);

const changedRows = ({ sourceId }: EvidenceSource): string => `changed_row_${sourceId}`;

/** Takes up the names and items of the added rows; the source it answers has all rows of these items, and only these. */
const readChanged = async (
  engine: Engine,
  source: EvidenceSource,
  runs: readonly number[],
  asOf: number,
): Promise<EvidenceSource> => {
  const { sourceId, rows, column, mapping } = source;
  const key = column(mapping.columns.item);
  const added = rowsOfRuns(source, runs);
  await addNames(engine, source, added);
  const { next = 0 } = (await engine.one<{ next: number }>(sql`select (select count(*) from item)::int as next`)) ?? {};
  await engine.run(sql`
    insert into changed_item
    select coalesce(item_id, ${next} + row_number() over (partition by item_id is null order by key) - 1)::int,
           ${sourceId}, key
    from (select distinct ${key} as key from ${added})
    left join (select item_id, key from item where source_id = ${sourceId}) using (key)`);
  await engine.run(sql`insert into item select item_id, source_id, key from changed_item where item_id >= ${next}`);
  const table = identifier(changedRows(source));
  await engine.run(sql`
    create temp table ${table} as
    select * from ${rows} where ${key} in (select key from changed_item where source_id = ${sourceId})`);
  const changed = { ...source, rows: table };
  await codeRows(engine, changed, { items: sql`changed_item`, into: sql`changed_event`, asOf });
  return changed;
};

/** What all codes stand for; undefined where a stage of old is of another kind now, because a name before the others says so. */
const namesWith = async (engine: Engine, { sources, design }: Addition): Promise<Names | undefined> => {
  const before = await kindsOfStages(engine);
  const names = await resolveNames(engine, sources, design);
  const after = await kindsOfStages(engine);
  return before.every((kind, stage) => kind === after[stage]) ? names : undefined;
};

const kindsOfStages = async (engine: Engine): Promise<(string | null)[]> => {
  const stages = await engine.all<{ kind: string | null }>(sql`select kind from stage order by stage_id`);
  return stages.map(({ kind }) => kind);
};

/**
 * Puts the facts that all rows of the changed items make in the place of those that their former rows made.
 *
 * The former ones are made once more, from the events that stand: what all items did together loses what these brought.
 */
const replaceFacts = async (
  engine: Engine,
  { sources, designs, calendar, from: fromBefore, asOf }: Addition,
  names: Names,
  changed: readonly EvidenceSource[],
): Promise<number | undefined> => {
  await engine.run(sql`
    create temp table former_event as
    select event.* from event where item_id in (select item_id from changed_item) order by event.rowid`);
  const from = Math.min(fromBefore, await firstInstant(engine, sql`changed_event`, asOf));
  const told = { names, span: { calendar, from, asOf, peopled: peopledSources(sources) }, items: sql`changed_item` };
  const former = await factsIn(engine, { ...told, events: sql`former_event` });
  const present = await factsIn(engine, { ...told, events: sql`changed_event` });
  // Somebody who was there by the former rows alone may have been there by those of another item too.
  if (former.active.rows.some((row) => !present.active.has(row))) return undefined;
  await noteChanged(engine);
  for (const table of tablesOfItems) {
    await engine.run(sql`delete from ${identifier(table)} where item_id in (select item_id from changed_item)`);
  }
  await engine.run(sql`insert into event select * from changed_event`);
  await writeItemFacts(engine, present.facts);
  await noteChanged(engine);
  await updateKnownLimits(engine);
  await addActive(
    engine,
    present.active.rows.filter((row) => !former.active.has(row)),
  );
  await writeCounted(engine, former.counted, -1);
  await writeCounted(engine, present.counted);
  await settleCounted(engine);
  const worked = workingClock(calendar, from, asOf);
  await buildDecisionFacts({ engine, designs, calendar, worked, asOf, items: sql`changed_item` }, changed);
  return from;
};

const tablesOfItems = [
  'event',
  'stored_visit',
  'stored_handoff',
  'stored_item',
  'stored_decision',
  'earlier_approval',
  'unread_value',
] as const;

/** The first instant that any event of a table tells of. */
export const firstInstant = async (engine: Engine, events: Sql, otherwise: number): Promise<number> => {
  const first = await engine.one<{ at: number | null }>(
    sql`select least(min(instant), min(created)) as at from ${events}`,
  );
  return first?.at ?? otherwise;
};

/** Who was active in which team on which day, and what tells it, one a row. */
type Active = { readonly rows: readonly ActiveRow[]; readonly has: (row: ActiveRow) => boolean };
type ActiveRow = readonly [team: number, person: number, day: number, told: number];

type Facts = { readonly facts: readonly FactRows[]; readonly active: Active; readonly counted: Counted };

const factsIn = async (engine: Engine, told: Told): Promise<Facts> => {
  const facts: FactRows[] = [];
  const rows: ActiveRow[] = [];
  const counted = await makeItemFacts(engine, told, ({ active, ...made }) => {
    for (let at = 0; at < active.length; at += 4) {
      const [team = -1, person = -1, day = 0, told = 0] = active.subarray(at, at + 4);
      rows.push([team, person, day, told]);
    }
    facts.push({ ...made, active: new Float64Array() });
  });
  const known = new Set(rows.map(String));
  return { facts, counted, active: { rows, has: (row) => known.has(String(row)) } };
};

const addActive = async (engine: Engine, rows: readonly ActiveRow[]): Promise<void> => {
  const column = (place: 0 | 1 | 2 | 3): string => JSON.stringify(rows.map((row) => row[place]));
  await engine.run(sql`
    insert into active_day
    select * from (
      select unnest(${column(0)}::int[]) as team_id, unnest(${column(1)}::int[]) as person, unnest(${column(2)}::int[]) as day, unnest(${column(3)}::int[]) as told
    ) anti join active_day using (team_id, person, day, told)`);
};
