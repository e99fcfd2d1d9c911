import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { sql } from './sql.ts';
import { type Cell, TableWriter } from './table-writer.ts';

const writeAndRead = async (rows: readonly (readonly Cell[])[]) => {
  const engine = await Engine.open();
  await engine.run(sql`create table written (i int, d double, t text, b boolean)`);
  const writer = await TableWriter.open(engine, 'written', ['int', 'double', 'text', 'boolean']);
  for (const row of rows) writer.add(row);
  writer.close();
  const read = await engine.all(sql`select * from written`);
  engine.close();
  return read.map(({ i, d, t, b }) => [i, d, t, b]);
};

test.each<[string, readonly Cell[], readonly Cell[]]>([
  ['whole numbers, fractions, texts and booleans', [7, 0.1, 'a', true], [7, 0.1, 'a', true]],
  ['zero, the empty text and false', [0, 0, '', false], [0, 0, '', false]],
  ['nulls', [null, null, null, null], [null, null, null, null]],
  ['a negative whole number and NaN as null', [-1, Number.NaN, 'a', true], [null, null, 'a', true]],
  ['a negative fraction', [1, -0.5, 'a', true], [1, -0.5, 'a', true]],
  ['the greatest whole number', [2_147_483_647, 9e15, 'ä€😀', true], [2_147_483_647, 9e15, 'ä€😀', true]],
])('a written row holds %s', async (_, row, expected) => {
  expect(await writeAndRead([row])).toEqual([expected]);
});

test('a cell is null in its own row only, over many chunks', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n): Cell[] => [
    n % 3 === 0 ? null : n,
    n % 5 === 0 ? null : n / 4,
    n % 7 === 0 ? null : `text ${n}`,
    n % 11 === 0 ? null : n % 2 === 0,
  ]);
  expect(await writeAndRead(rows)).toEqual(rows);
});

test('no rows leave an empty table', async () => {
  expect(await writeAndRead([])).toEqual([]);
});
