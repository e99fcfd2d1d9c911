import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from './engine.ts';
import { createSchema } from './schema.ts';
import { sql } from './sql.ts';
import { sweepFile } from './swept.ts';

/** A file in a folder whose name has to be quoted. */
const storeFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "it's swept-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'evidence.duckdb');
};

const within = async <T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const engine = await Engine.open(path);
  try {
    await createSchema(engine);
    return await work(engine);
  } finally {
    engine.close();
  }
};

test('a swept file has the tables, rows, keys and views that it had, and no byte of what was deleted', async () => {
  const path = storeFile();
  await within(path, async (engine) => {
    await engine.run(
      sql`insert into source (source_id, key, columns, overlapping) values (1, 'log', ['a']::text[], false)`,
    );
    await engine.run(sql`create table raw_1 as select range as n, 'stays ' || range as c1 from range(5000)`);
    await engine.run(sql`insert into raw_1 select range, 'Qxzuvy ' || range from range(5000)`);
  });
  await within(path, (engine) => engine.run(sql`delete from raw_1 where c1 like 'Qxzuvy%'`));
  expect(readFileSync(path).includes('Qxzuvy')).toBe(true);
  await sweepFile(path);
  expect(readFileSync(path).includes('Qxzuvy')).toBe(false);
  expect(readdirSync(join(path, '..'))).toEqual(['evidence.duckdb']);
  await within(path, async (engine) => {
    expect(await engine.one(sql`select count(*)::int as n, sum(n)::double as sum from raw_1`)).toEqual({
      n: 5000,
      sum: 12_497_500,
    });
    expect(await engine.all(sql`select * from item_case`)).toEqual([]);
    await expect(
      engine.run(sql`insert into source (source_id, key, columns, overlapping) values (2, 'log', [], false)`),
    ).rejects.toThrow('unique');
  });
});

test('a file that is none stays as it is', async () => {
  const path = storeFile();
  await within(path, (engine) => engine.run(sql`create table raw_1 (n int)`));
  await expect(sweepFile(join(path, 'none'))).rejects.toThrow();
  expect(await within(path, (engine) => engine.all(sql`select * from raw_1`))).toEqual([]);
});
