import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { sql } from './sql.ts';
import { type Cell, TableWriter } from './table-writer.ts';

const writeAndRead = async (rows: readonly (readonly Cell[])[]) => {
  const engine = await Engine.open();
  await engine.run(sql`create table written (i int, d double, t text, b boolean, w text)`);
  const writer = await TableWriter.open(engine, 'written', ['int', 'double', 'text', 'boolean', ['open', 'done']]);
  for (const row of rows) writer.add(row);
  writer.close();
  const read = await engine.all(sql`select * from written`);
  engine.close();
  return read.map(({ i, d, t, b, w }) => [i, d, t, b, w]);
};

test.each<[string, readonly Cell[], readonly Cell[]]>([
  ['whole numbers, fractions, texts and booleans', [7, 0.1, 'a', true, 1], [7, 0.1, 'a', true, 'done']],
  ['zero, the empty text and false', [0, 0, '', false, 0], [0, 0, '', false, 'open']],
  ['nulls', [null, null, null, null, null], [null, null, null, null, null]],
  ['a negative whole number and NaN as null', [-1, Number.NaN, 'a', true, 0], [null, null, 'a', true, 'open']],
  ['a negative fraction', [1, -0.5, 'a', true, 0], [1, -0.5, 'a', true, 'open']],
  ['the greatest whole number', [2_147_483_647, 9e15, 'ä€😀', true, 0], [2_147_483_647, 9e15, 'ä€😀', true, 'open']],
  ['0 and 1 as booleans', [1, 1, 'a', 0, 0], [1, 1, 'a', false, 'open']],
  ['no word for a place that the list does not have', [1, 1, 'a', 1, 2], [1, 1, 'a', true, null]],
])('a written row holds %s', async (_, row, expected) => {
  expect(await writeAndRead([row])).toEqual([expected]);
});

test('a cell is null in its own row only, over many chunks', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n): Cell[] => [
    n % 3 === 0 ? null : n,
    n % 5 === 0 ? null : n / 4,
    n % 7 === 0 ? null : `text ${n}`,
    n % 11 === 0 ? null : n % 2 === 0,
    n % 13 === 0 ? null : n % 2,
  ]);
  const words = ['open', 'done'];
  const expected = rows.map((row) =>
    row.map((cell, index) => (index === 4 ? (words[Number(cell ?? 2)] ?? null) : cell)),
  );
  expect(await writeAndRead(rows)).toEqual(expected);
});

test('no rows leave an empty table', async () => {
  expect(await writeAndRead([])).toEqual([]);
});

test('rows of numbers are written as rows of cells are', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => [n % 9 === 0 ? -1 : n, n / 2, n % 2]);
  const engine = await Engine.open();
  await engine.run(sql`create table written (i int, d double, b boolean)`);
  const writer = await TableWriter.open(engine, 'written', ['int', 'double', 'boolean']);
  writer.addNumbers(Float64Array.from(rows.slice(0, 3000).flat()));
  for (const row of rows.slice(3000)) writer.add(row);
  writer.close();
  const read = await engine.all(sql`select * from written`);
  engine.close();
  expect(read).toEqual(rows.map(([i = 0, d, b]) => ({ i: i < 0 ? null : i, d, b: b === 1 })));
});
