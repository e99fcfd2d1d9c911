import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { orderedRows } from './ordered-rows.ts';

const read = async (rows: readonly (readonly [number, number, number])[]) => {
  const engine = await Engine.open();
  await createSchema(engine);
  for (const [item, number, team] of rows)
    await engine.run(
      sql`insert into stored_handoff values (${item}, ${number}, ${team}, 0, null, 0, 0, 0, true, null, null)`,
    );
  const found: number[][] = [];
  const handoffs = { from: sql`handoff`, number: sql`handoff_no`, columns: [sql`from_team`] };
  for await (const { length, columns } of orderedRows(engine, handoffs)) {
    for (let row = 0; row < length; row++) found.push(columns.map((column) => column[row] ?? -1));
  }
  engine.close();
  return found;
};

test.each([
  [
    'as they stand in order',
    [
      [0, 0, 5],
      [0, 1, 6],
      [3, 0, 7],
    ],
    [
      [0, 5],
      [0, 6],
      [3, 7],
    ],
  ],
  [
    'with items in order where they stand in another',
    [
      [3, 0, 7],
      [0, 0, 5],
    ],
    [
      [0, 5],
      [3, 7],
    ],
  ],
  [
    'with each item in order where it stands in another',
    [
      [0, 1, 6],
      [0, 0, 5],
    ],
    [
      [0, 5],
      [0, 6],
    ],
  ],
  [
    'over several batches',
    [
      [200_000, 0, 7],
      [0, 0, 5],
    ],
    [
      [0, 5],
      [200_000, 7],
    ],
  ],
  ['not at all when there are none', [], []],
] as const)('rows are read %s', async (_, rows, expected) => {
  expect(await read(rows)).toEqual(expected);
});
