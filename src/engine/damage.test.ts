import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from './engine.ts';
import { sql } from './sql.ts';

const numbers = 1_000_000;

/** A file that holds numbers, and what is done to it. */
const damagedBy = async (damage: (file: string) => void): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-damage-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'evidence.duckdb');
  const engine = await Engine.open(file);
  await engine.run(sql`create table held as select hash(range) as n from range(${numbers}::bigint)`);
  engine.close();
  damage(file);
  return file;
};

const sumOf = async (file: string): Promise<unknown> => {
  const engine = await Engine.open(file);
  try {
    return await engine.one(sql`select bit_xor(n)::text as mixed from held`);
  } finally {
    engine.close();
  }
};

const overwrite = (file: string, from: number, bytes: number): void => {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(bytes, 7), 0, bytes, from);
  closeSync(open);
};

test.each([
  ['holds something else', (file: string) => writeFileSync(file, 'hello')],
  ['holds nothing', (file: string) => writeFileSync(file, '')],
  ['was cut off', (file: string) => truncateSync(file, statSync(file).size / 2)],
  ['was overwritten at its head', (file: string) => overwrite(file, 4096, 8192)],
  ['was overwritten further in', (file: string) => overwrite(file, 1_000_000, statSync(file).size / 2)],
])('evidence whose file %s is told with what to do', async (_, damage) => {
  const file = await damagedBy(damage);
  await expect(sumOf(file)).rejects.toMatchObject({
    code: 'evidence-damaged',
    exit: 3,
    message: expect.stringMatching(/evidence\.duckdb is damaged: .+\. Delete it and import again: .*/u),
  });
});

test('a statement that is wrong is no damage', async () => {
  const file = await damagedBy(() => undefined);
  expect(await sumOf(file)).toEqual({ mixed: expect.stringMatching(/^\d+$/u) });
  const engine = await Engine.open(file);
  await expect(engine.one(sql`select nothing from held`)).rejects.not.toMatchObject({ code: 'evidence-damaged' });
  engine.close();
});
