import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoreAddress } from './address.ts';
import { type Backend, backends } from './fixtures/backends.ts';
import { openStore } from './open.ts';

/** Starts the writer, kills it that many milliseconds after its first answer, and gives the last number it said. */
const killed = (address: StoreAddress, milliseconds: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const writer = fileURLToPath(new URL('./fixtures/writer.ts', import.meta.url));
    const child = spawn(process.execPath, [writer, JSON.stringify(address)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (text) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      said += text;
    });
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(Number(said.trim().split('\n').at(-1)));
      else reject(new Error(complaint));
    });
  });

describe.each(backends)('in $name', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  test('a writer that is killed leaves the records of before or after its write, and loses nothing it answered', async () => {
    const address = await backend.fresh();
    for (const milliseconds of [3, 17, 31, 58, 90]) {
      const answered = await killed(address, milliseconds);
      const store = await openStore(address);
      // A server may still be ending what the killed writer sent; the next writer waits for that.
      await store.write({ actor: 'bob', at: '2026-03-02T12:00:00Z', reason: '', via: 'test' }, []);
      const records = await store.current();
      const numbers = new Set(records.map(({ body }) => body.n));
      expect(records).toHaveLength(1000);
      expect([[answered], [answered + 1]]).toContainEqual([...numbers]);
      expect(await store.history({ key: 'k0' })).toHaveLength(Number([...numbers][0]));
      await store.close();
    }
  });
});
