import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { tiedRows } from './tied-rows.ts';

/** `A 0 s1 t2`: a row of item A at instant 0 with the codes of its state and team; `-` says nothing. */
const tiedIn = async (rows: string): Promise<number | undefined> => {
  const engine = await Engine.open();
  await createSchema(engine);
  const items = [...new Set(rows.split(';').map((row) => row.trim().split(' ')[0] ?? ''))];
  for (const [id, key] of items.entries()) await engine.run(sql`insert into item values (${id}, 1, ${key})`);
  const code = (word = '-'): number | null => (word === '-' ? null : Number(word.slice(1)));
  for (const row of rows.split(';')) {
    const [item = '', at = '', state, team] = row.trim().split(' ');
    await engine.run(
      sql`insert into event (item_id, instant, state, team) values (${items.indexOf(item)}, ${Number(at)}, ${code(state)}, ${code(team)})`,
    );
  }
  const tied = await tiedRows(engine);
  engine.close();
  return tied.get(1);
};

test.each([
  ['no row alone at its instant', 'A 0 s1; A 1 s2; B 0 s1', 0],
  ['rows of one item and instant in two states', 'A 0 s1; A 0 s2; A 1 s3; B 0 s1', 0.5],
  ['rows of one item and instant with two teams', 'A 0 s1 t1; A 0 - t2', 1],
  ['no rows that say the same twice', 'A 0 s1 t1; A 0 s1 t1', 0],
  ['no rows of which one says a state and one a team', 'A 0 s1 -; A 0 - t1', 0],
])('the order rests on chance for %s', async (_, rows, tied) => {
  expect(await tiedIn(rows)).toBe(tied);
});
