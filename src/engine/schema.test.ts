import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { createSchema } from './schema.ts';
import { identifier, type Sql, sql } from './sql.ts';

const red = sql`insert into team values (2, 'red', true), (5, 'blue', true)`;

test.each([
  ['the name of its code, where other codes have none', red, 5, 'blue'],
  ['the name of the first code', sql`insert into team values (0, 'red', true)`, 0, 'red'],
  ['no name for a code nobody has', red, 3, '(none)'],
  ['no name for a code past the last', red, 6, '(none)'],
  ['no name without a code', red, null, '(none)'],
  ['no name where there is none at all', sql`select 1`, 0, '(none)'],
])('an item is shown with %s', async (_, names: Sql, code, team) => {
  const engine = await Engine.open();
  await engine.run(sql`create table item_fact as select 0 as item_id, 0 as source_id, ${code}::int as team_id, 0 as stage_id,
    0 as type, 0 as capability`);
  await createSchema(engine);
  await engine.run(names);
  expect(await engine.all(sql`select team from item_cut`)).toEqual([{ team }]);
  engine.close();
});

test.each([
  ['item_fact', 'stage_ping_pong'],
  ['decision_fact', 'agreeing'],
])('%s of earlier evidence gets the column it lacks where a new one has it', async (table, column) => {
  const columnsOf = (engine: Engine) =>
    engine.all(
      sql`select column_name from information_schema.columns where table_name = ${table} order by ordinal_position`,
    );
  const engine = await Engine.open();
  await createSchema(engine);
  const laidOut = await columnsOf(engine);
  await engine.run(sql`alter table ${identifier(table)} drop column ${identifier(column)}`);
  await createSchema(engine);
  expect(await columnsOf(engine)).toEqual(laidOut);
  engine.close();
});
