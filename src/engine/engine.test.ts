import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { sql } from './sql.ts';

test('an answer carries its parameters', async () => {
  const engine = await Engine.open();
  expect(await engine.all(sql`select ${1}::int + ${2}::int as sum`)).toEqual([{ sum: 3 }]);
  engine.close();
});

test('what many rows come to is one row, and there is no doing without it where it is asked for', async () => {
  const engine = await Engine.open();
  expect(await engine.only(sql`select sum(range)::int as sum from range(4)`)).toEqual({ sum: 6 });
  await expect(engine.only(sql`select 1 where false`)).rejects.toThrow('no row came where there always is one');
  engine.close();
});

test('a failed transaction leaves nothing and throws what went wrong', async () => {
  const engine = await Engine.open();
  await engine.run(sql`create table kept (n int)`);
  const failing = engine.transaction(async () => {
    await engine.run(sql`insert into kept values (1)`);
    await engine.run(sql`select error('no')`);
  });
  await expect(failing).rejects.toThrow('no');
  expect(await engine.all(sql`select * from kept`)).toEqual([]);
  await engine.transaction(() => engine.run(sql`insert into kept values (2)`));
  expect(await engine.all(sql`select * from kept`)).toEqual([{ n: 2 }]);
  engine.close();
});

test('a committed transaction is there when the file is opened again', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'engine-')), 'evidence.duckdb');
  const first = await Engine.open(path);
  await first.transaction(() => first.run(sql`create table kept as select 1 as n`));
  first.close();
  const second = await Engine.open(path);
  expect(await second.all(sql`select n from kept`)).toEqual([{ n: 1 }]);
  second.close();
});

test.each([
  ['succeeds', sql`insert into kept values (1), (2)`, 2],
  ['fails', sql`insert into kept values (error('no'))`, 0],
])('order is kept again after an unordered statement that %s', async (_, statement, rows) => {
  const engine = await Engine.open();
  await engine.run(sql`create table kept (n int)`);
  const running = engine.transaction(() => engine.runUnordered(statement));
  await (rows === 0 ? expect(running).rejects.toThrow('no') : running);
  expect(await engine.one(sql`select count(*)::int as n from kept`)).toEqual({ n: rows });
  expect(await engine.one(sql`select current_setting('preserve_insertion_order') as kept`)).toEqual({ kept: true });
  engine.close();
});

/** A statement that nobody would wait for. */
const endless = sql`select count(*) from range(1000000) as a, range(1000000) as b where a.range + b.range < 0`;

test.each([
  ['breaks off the statement that runs', (engine: Engine) => engine.run(endless)],
  ['breaks off what is asked side by side', (engine: Engine) => engine.sideBySide((beside) => beside.run(endless))],
  [
    'keeps nothing of what was begun',
    (engine: Engine) =>
      engine.transaction(async () => {
        await engine.run(sql`insert into kept values (2)`);
        await new Promise((done) => setTimeout(done, 200));
      }),
  ],
])('an engine that is told to stop %s', async (_, work) => {
  const path = join(mkdtempSync(join(tmpdir(), 'engine-')), 'evidence.duckdb');
  const engine = await Engine.open(path);
  await engine.run(sql`create table kept as select 1 as n`);
  const broken = work(engine);
  setTimeout(() => engine.stop(), 100);
  await expect(broken).rejects.toThrow();
  await expect(engine.all(sql`select n from kept`)).rejects.toThrow('told to stop');
  engine.close();
  const again = await Engine.open(path);
  expect(await again.all(sql`select n from kept`)).toEqual([{ n: 1 }]);
  again.close();
});

test('the latest row before another is looked up in order, also among rows that are not committed yet', async () => {
  const engine = await Engine.open();
  await engine.run(sql`create table moment (team text, happened double)`);
  const plan = await engine.transaction(async () => {
    await engine.run(sql`insert into moment select 'red', n from range(1000) as numbers (n)`);
    return engine.all(sql`
      explain select count(*) from moment asof join moment as before on before.team = moment.team and before.happened < moment.happened`);
  });
  engine.close();
  expect(JSON.stringify(plan)).toContain('ASOF_JOIN');
});
