import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from './fixtures/server.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

const bin = join(import.meta.dirname, '..', 'bin', 'throughline.mjs');

let folder = '';
let server: Server;

const typed = (...words: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8', cwd: folder, timeout: 120_000 });

beforeAll(async () => {
  folder = copyOfExample('service-desk');
  server = await Server.in(folder, '--host', '0.0.0.0', '--beyond-this-machine');
});

afterAll(async () => {
  await server.ended('SIGTERM');
  removed(folder);
});

test('to be asked by other machines has to be asked for twice', () => {
  expect(typed('serve', '--port', '0', '--host', '0.0.0.0')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Add --beyond-this-machine if that is meant'),
  });
});

test('an address that is none of this machine is refused', () => {
  const words = ['serve', '--port', '0', '--host', '192.0.2.1', '--beyond-this-machine'];
  expect(typed(...words)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('192.0.2.1 is no address of this machine'),
  });
});

test('nobody asks who has not come in, and the token lets in once', async () => {
  expect((await server.ask('/api/v1/metrics')).status).toBe(401);
  const token = new URL(server.entrance ?? '').searchParams.get('token') ?? '';
  const enter = () => fetch(`${server.address}/enter?token=${token}`, { redirect: 'manual' });
  const first = await enter();
  expect(first.status).toBe(303);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await server.ask('/api/v1/metrics', { cookie })).status).toBe(200);
  expect((await enter()).status).toBe(403);
});

test('a page of another site is refused, whatever it knows', async () => {
  expect((await server.ask('/enter?token=x', { origin: 'http://evil.example' })).status).toBe(403);
});

test('commands on the same machine ask it as ever', () => {
  expect(typed('metric', 'list')).toMatchObject({ status: 0, stderr: '' });
});
