import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { TableWriter } from '#engine/table-writer.ts';
import { carried, inOrder } from './carried.ts';
import { type LifeRow, type LifeState, lifeStates } from './lifecycle.ts';
import type { EvidenceSource, Lives } from './source.ts';

/** How many items are looked at together; their rows are in memory at once. */
const itemsAtOnce = 1 << 14;

/**
 * A source in which rows tell the starts and ends of activities, with the state that each row leaves its item in; any other
 * source as it is. Its items must have codes already.
 */
export const withLives = async (engine: Engine, source: EvidenceSource, asOf: number): Promise<EvidenceSource> => {
  const { lifecycle } = source.mapping.columns;
  const activity = carried(source, 'state');
  if (lifecycle === undefined || !activity || !(await hasStarts(engine, source, lifecycle, asOf))) return source;
  const states = await writeStates(engine, source, activity, lifecycle, asOf);
  const { sourceId, rows } = source;
  return {
    ...source,
    rows: sql`(select log.*, lived.state as lived_state, lived.place as lived_place,
                      coalesce(lived.tells, false) as lived_tells from ${rows} as log
               left join (select run_id, row_no, place, tells, state from lived_state where source_id = ${sourceId}) as lived
               using (run_id, row_no))`,
    lives: { state: sql`lived_state`, place: sql`lived_place`, tells: sql`lived_tells`, states },
  };
};

/** A log that tells only what is complete is read as every other log is. */
const hasStarts = async (
  engine: Engine,
  { rows, column }: EvidenceSource,
  lifecycle: string,
  asOf: number,
): Promise<boolean> => {
  const found = await engine.one<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from ${rows} where lower(${column(lifecycle)}) = 'start' and instant <= ${asOf}::double * 1000 limit 1)`);
  return (found?.n ?? 0) > 0;
};

const writeStates = async (
  engine: Engine,
  source: EvidenceSource,
  activity: Sql,
  lifecycle: string,
  asOf: number,
): Promise<Lives['states']> => {
  const { sourceId, mapping, rows, column } = source;
  const { instance, order, item } = mapping.columns;
  const text = (name: string | undefined): Sql => (name === undefined ? sql`''` : sql`coalesce(${column(name)}, '')`);
  const span = await engine.one<{ first: number; last: number }>(sql`
    select coalesce(min(item_id), 0)::int as first, coalesce(max(item_id), -1)::int as last
    from item where source_id = ${sourceId}`);
  const states = new Map<string, LifeState>();
  const writer = await TableWriter.open(engine, 'lived_state', ['int', 'int', 'int', 'int', 'boolean', 'text']);
  for (let from = span?.first ?? 0; from <= (span?.last ?? -1); from += itemsAtOnce) {
    const columns = await engine.columns(sql`
      select run_id, row_no::int, item_id, instant::double, ${text(order)}, coalesce(${activity}, ''), ${text(lifecycle)},
             ${text(instance)}
      from ${rows} as log
      join (select item_id, key from item where source_id = ${sourceId} and item_id >= ${from}
            and item_id < ${from + itemsAtOnce}) as the_item on the_item.key = ${column(item)}
      where instant <= ${asOf}::double * 1000
      order by item_id, ${inOrder(source)}`);
    for (const [first, end] of stretches(columns[2] ?? [])) {
      for (const [place, { index, state, tells }] of lifeStates(lifeRows(columns, first, end)).entries()) {
        const row = first + index;
        states.set(state.name, state);
        writer.add([sourceId, Number(columns[0]?.[row]), Number(columns[1]?.[row]), place, tells, state.name]);
      }
    }
  }
  writer.close();
  return states;
};

/** Where the rows of each item begin and end. */
const stretches = (items: readonly unknown[]): [number, number][] => {
  const starts = items.flatMap((item, row) => (row === 0 || item !== items[row - 1] ? [row] : []));
  return starts.map((start, index) => [start, starts[index + 1] ?? items.length]);
};

const lifeRows = (
  [
    ,
    ,
    ,
    instants = [],
    orders = [],
    activities = [],
    transitions = [],
    instances = [],
  ]: readonly (readonly unknown[])[],
  first: number,
  end: number,
): LifeRow[] => {
  let moment = 0;
  return Array.from({ length: end - first }, (_, offset) => {
    const row = first + offset;
    if (offset > 0 && (instants[row] !== instants[row - 1] || orders[row] !== orders[row - 1])) moment++;
    return {
      activity: String(activities[row]),
      transition: String(transitions[row]),
      instance: String(instances[row]),
      moment,
    };
  });
};
