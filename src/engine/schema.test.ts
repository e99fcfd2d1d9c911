import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { createSchema } from './schema.ts';
import { showFacts } from './show-facts.ts';
import { type Sql, sql } from './sql.ts';

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
  await createSchema(engine);
  await engine.run(names);
  await showFacts(engine);
  await engine.run(sql`drop view item_fact`);
  await engine.run(sql`create table item_fact as select 0 as item_id, 0 as source_id, ${code}::int as team_id, 0 as stage_id,
    0 as type, 0 as capability`);
  expect(await engine.all(sql`select team from item_cut`)).toEqual([{ team }]);
  engine.close();
});

test('facts that were stored with the time until they were read give way', async () => {
  const engine = await Engine.open();
  for (const table of [sql`visit`, sql`handoff`, sql`item_fact`, sql`decision_fact`, sql`passage`]) {
    await engine.run(sql`create table ${table} (elapsed double)`);
  }
  await engine.run(sql`create view item_cut as from item_fact`);
  await createSchema(engine);
  await createSchema(engine);
  expect(await engine.all(sql`select took_working from decision_fact`)).toEqual([]);
  expect(await engine.all(sql`select took_micros from passage`)).toEqual([]);
  engine.close();
});

test.each([
  ['is made again where another program made it', sql`update setting set value = 'other' where key = 'schema'`, true],
  ['is left as it is where it stands', sql`select 1`, false],
])('a schema %s', async (_, changed, again) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await engine.run(sql`drop view decision_case`);
  await engine.run(changed);
  await createSchema(engine);
  const views = await engine.all(sql`select view_name from duckdb_views() where view_name = 'decision_case'`);
  expect(views.length > 0).toBe(again);
  engine.close();
});
