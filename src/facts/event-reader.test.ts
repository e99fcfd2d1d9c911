import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { TableWriter } from '#engine/table-writer.ts';
import { readItems } from './event-reader.ts';

const readWhole = async (events: ReturnType<typeof sql>, written: (rows: number) => readonly number[][]) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await engine.run(sql`insert into event (item_id, instant, state) ${events}`);
  const writer = await TableWriter.open(engine, 'active_day', ['int', 'int', 'int', 'int']);
  const items: { item: number; rows: number; states: number }[] = [];
  for await (const { columns, starts, end } of readItems(engine)) {
    for (const [index, first] of starts.entries()) {
      const last = starts[index + 1] ?? end;
      const states = columns.state.subarray(first, last).reduce((sum, state) => sum + state, 0);
      items.push({ item: columns.item[first] ?? -1, rows: last - first, states });
      for (const row of written(last - first)) writer.add(row);
    }
  }
  writer.close();
  const kept = await engine.one<{ n: number }>(sql`select count(*)::int as n from active_day`);
  engine.close();
  return { items, written: kept?.n };
};

test('every item is read once and whole, however much is written meanwhile', async () => {
  const items = 100_000;
  const read = await readWhole(
    sql`select (n // 3)::int, n, (n % 3)::int from range(${items * 3}::bigint) as numbers (n)`,
    (rows) => Array.from({ length: rows }, () => [1, 2, 3, 0]),
  );
  expect(read.written).toBe(items * 3);
  expect(read.items.length).toBe(items);
  expect(read.items.every(({ item, rows, states }, index) => item === index && rows === 3 && states === 3)).toBe(true);
});

test('an item of more rows than there is room for is read whole', async () => {
  const { items } = await readWhole(sql`select 5, n, 1 from range(400000::bigint) as numbers (n)`, () => []);
  expect(items).toEqual([{ item: 5, rows: 400_000, states: 400_000 }]);
});

test('no events are no items', async () => {
  expect(await readWhole(sql`select 1, 2, 3 where false`, () => [])).toEqual({ items: [], written: 0 });
});
