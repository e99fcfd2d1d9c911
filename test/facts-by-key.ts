import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { namedRoles } from '#facts/names.ts';

/** What stands behind the codes of a column: codes are given in the order of coming, so only names can be compared. */
const item = sql`(select concat(source.key, ' ', item.key) from item join source using (source_id) where item.item_id = held.item_id)`;
const source = sql`(select key from source where source.source_id = held.source_id)`;
const team = (column: string): Sql => sql`(select key from team where team.team_id = held.${identifier(column)})`;
const stage = (column: string): Sql => sql`(
  select concat(source.key, ' ', stage.key) from stage join source using (source_id)
  where stage.stage_id = held.${identifier(column)})`;
const value = (column: string): Sql =>
  sql`(select concat(role, ' ', raw) from raw_value where value_id = held.${identifier(column)})`;

/** People have no table; they are numbered in the order in which their names come among the raw values. */
const person = sql`(
  select raw from (
    select raw, row_number() over (order by min(value_id)) - 1 as code
    from raw_value where role in ('person', 'actor') group by raw
  ) where code = held.person)`;

const named = (columns: readonly string[], name: (column: string) => Sql): [string, Sql][] =>
  columns.map((column) => [column, name(column)]);

/** The tables of facts, each with what stands in the place of its codes, and the columns that are left out. */
const tables: Readonly<
  Record<string, { readonly codes: readonly [string, Sql][]; readonly without?: readonly string[] }>
> = {
  item: { codes: [['source_id', source]], without: ['item_id'] },
  event: { codes: [['item_id', item], ...named(namedRoles, value)] },
  visit: {
    codes: [['item_id', item], ...named(['stage_id', 'from_stage'], stage), ...named(['team_id', 'from_team'], team)],
  },
  handoff: { codes: [['item_id', item], ...named(['stage_id'], stage), ...named(['from_team', 'to_team'], team)] },
  item_fact: {
    codes: [
      ['item_id', item],
      ['source_id', source],
      ...named(['stage_id'], stage),
      ...named(['team_id'], team),
      ...named(['type', 'capability', 'initiative', 'channel', 'priority'], value),
    ],
  },
  known_limit: { codes: [['item_id', item]] },
  decision_fact: {
    codes: [['item_id', item], ['source_id', source], ...named(['team_id'], team), ...named(['capability'], value)],
  },
  earlier_approval: { codes: [['item_id', item]] },
  unread_value: {
    codes: [
      ['item_id', item],
      ['source_id', source],
    ],
    without: ['run_id', 'row_no'],
  },
  raw_value: { codes: [['source_id', source]], without: ['value_id'] },
  stage: { codes: [['source_id', source]], without: ['stage_id'] },
  team: { codes: [], without: ['team_id'] },
  active_day: { codes: [...named(['team_id'], team), ['person', person]] },
  passage: { codes: named(['from_stage', 'to_stage'], stage) },
  stage_use: { codes: named(['stage_id'], stage) },
  stage_before: { codes: named(['stage_id', 'later_stage'], stage) },
  stage_place: { codes: named(['stage_id'], stage) },
  daily_work: { codes: named(['team_id'], team) },
};

/** Every row of every table of facts as text, with keys for codes, in one order. Events keep the order of their item. */
export const factsByKey = async (engine: Engine): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const [table, { codes, without = [] }] of Object.entries(tables)) {
    const replaced = codes.map(([column, name]) => sql`${name} as ${identifier(column)}`);
    const left = without.length === 0 ? sql`` : sql`exclude (${join(without.map(identifier))})`;
    const keys = replaced.length === 0 ? sql`` : sql`replace (${join(replaced)})`;
    const place =
      table === 'event' ? sql`, row_number() over (partition by item_id order by held.rowid)::int as place` : sql``;
    const rows = await engine.all(sql`
      with held as materialized (select *${place} from ${identifier(table)} as held)
      select * ${left} ${keys} from held`);
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
};
