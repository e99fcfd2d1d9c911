import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { type Sql, sql } from './sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open(':memory:', { threads: 2, memory: '400MB' });
});
afterAll(() => engine.close());

const groups = (statement: Sql) =>
  engine.groups(statement, ({ key, columns }) => [key, ...columns.map((column) => [...column])]);

test('the rows of a text come column by column, in the order of its list', async () => {
  const rows = sql`(values ('b', 3, 30), ('a', 1, 10), ('b', 2, 20)) as rows(key, one, ten)`;
  const lists = sql`select key, list(row(one::double, ten::double) order by one) from ${rows} group by key order by key`;
  expect(await groups(lists)).toEqual([
    ['a', [1], [10]],
    ['b', [2, 3], [20, 30]],
  ]);
});

test('a list may be empty, and the next group keeps its own rows', async () => {
  const lists = sql`values ('none', []::struct(a double)[]), ('one', [{ a: 7::double }]), ('all', [{ a: 8 }, { a: 9 }])`;
  expect(await groups(lists)).toEqual([
    ['none', []],
    ['one', [7]],
    ['all', [8, 9]],
  ]);
});

test('no rows are no groups', async () => {
  expect(await groups(sql`select 'a' as key, [{ a: 1::double }] where false`)).toEqual([]);
});

test('more groups than fit in one chunk of the answer come whole', async () => {
  const many = 5000;
  const found = await groups(sql`
    select g::text, list(row(v::double) order by v)
    from (select r // 3 as g, r as v from range(${3 * many}) as all_rows(r) order by r)
    group by g order by g`);
  expect(found.length).toBe(many);
  for (const [group, told] of found.entries())
    expect(told).toEqual([String(group), [3 * group, 3 * group + 1, 3 * group + 2]]);
});

test.each([
  ['a group that is no list', sql`select 'a', 1::double`, 'the rows of a group are no list'],
  ['a list that is not of rows', sql`select 'a', [1::double]`, 'the list of a group is not of rows'],
  ['a column of whole numbers', sql`select 'a', [{ n: 1::int }]`, 'column 0 of a group is of type INTEGER, not double'],
])('%s is refused', async (_, statement, message) => {
  await expect(groups(statement)).rejects.toThrow(message);
});
