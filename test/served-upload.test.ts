import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportOutcome } from '#api/evidence.ts';
import type { Upload } from '#api/uploads.ts';
import { Server } from './fixtures/server.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

let folder = '';
let server: Server;

beforeAll(async () => {
  folder = copyOfExample('service-desk');
  server = await Server.in(folder);
});

afterAll(async () => {
  await server.ended('SIGTERM');
  removed(folder);
});

const rows = 100_000;
const states = ['New', 'In Progress', 'Done'];

const log = (broken = -1): string => {
  const lines = Array.from({ length: rows }, (_, n) => {
    const item = Math.floor(n / states.length);
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    return `T-${item},${n === broken ? '2026-02-31T00:00:00.000Z' : at},${states[n % states.length]},Team ${item % 9},person ${item % 50}\n`;
  });
  return `Ticket,Changed,Status,Team,Assignee\n${lines.join('')}`;
};

/** Made before a connection is open: it would be closed by the time that a busy machine has made them. */
const [whole, spoilt] = [log(), log(5000)];

const handOver = async (name: string, body: string | Uint8Array<ArrayBuffer>): Promise<Upload> => {
  const address = `${server.address}/api/v1/uploads?name=${encodeURIComponent(name)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(address, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Upload;
};

const asked = async (upload: string, what: string, body: object = {}) =>
  server.order(`/api/v1/uploads/${upload}/${what}`, body);

test('a large file is handed over, its mapping drafted and every row of it previewed, and nothing is taken in', async () => {
  const { upload, name } = await handOver('../tickets.csv', spoilt);
  expect(name).toBe('tickets.csv');
  const draft = (await asked(upload, 'suggestion')).said as { yaml: string };
  expect(draft.yaml).toContain('item: Ticket');
  expect(draft.yaml).not.toContain(folder);
  const { said } = await asked(upload, 'preview', { mapping: draft.yaml });
  const { outcome } = said as { outcome: ImportOutcome };
  expect(outcome).toMatchObject({ what: 'would-import', file: 'tickets.csv', total: rows, accepted: rows - 1 });
  expect(outcome.rejects).toMatchObject([{ row: 5001, column: 'Changed', code: 'time-out-of-range' }]);
  expect((await server.ask('/api/v1/imports')).said).toMatchObject({ total: 0 });
});

test('what is wrong with a mapping is told with its place in it', async () => {
  const { upload } = await handOver('tickets.csv', whole);
  const { yaml } = (await asked(upload, 'suggestion')).said as { yaml: string };
  const wrong = await asked(upload, 'preview', { mapping: yaml.replace('item: Ticket', 'item: Tickets') });
  expect(wrong).toMatchObject({ status: 422, said: { code: 'columns-missing', place: { field: 'columns.item' } } });
  expect((wrong.said as { detail: string }).detail).toContain('did you mean Ticket?');
  expect(JSON.stringify(wrong.said)).not.toContain(folder);
  expect(await asked(upload, 'preview', { mapping: 'columns: 3' })).toMatchObject({
    status: 422,
    said: { code: 'workspace-problems' },
  });
});

test.each([
  ['a packed workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x08, 0, 0x08, 0]), 'file-not-text'],
  ['nothing', '', 'file-empty'],
  ['what is no log', 'a,b\n1,2\n3,4\n', 'log-unrecognised'],
])('%s is refused by its name, and not by where it lies', async (_, body, code) => {
  const { upload } = await handOver('x.csv', body);
  const { said } = await asked(upload, 'suggestion');
  expect(said).toMatchObject({ code, fault: { path: 'x.csv' } });
  expect(JSON.stringify(said)).not.toContain('inbox');
});

test('what was handed over is deleted when that is asked for', async () => {
  const { upload } = await handOver('x.csv', 'a,b\n');
  expect(await asked(upload, 'forget')).toMatchObject({ status: 200 });
  expect(existsSync(join(folder, '.throughline', 'inbox', upload))).toBe(false);
  expect(await asked(upload, 'suggestion')).toMatchObject({ status: 404, said: { code: 'upload-unknown' } });
  expect(await asked('..%2F..%2Fetc', 'suggestion')).toMatchObject({ status: 400 });
});
