import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportOutcome } from '#api/evidence.ts';
import type { ShownJob } from '#api/jobs.ts';
import type { ShownUpload, Upload } from '#api/uploads.ts';
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

const shown = async (upload: string): Promise<ShownUpload> =>
  (await server.ask(`/api/v1/uploads/${upload}`)).said as ShownUpload;

const asked = async (upload: string, what: string, body: object = {}) =>
  server.order(`/api/v1/uploads/${upload}/${what}`, body);

test('a large file is handed over, its mapping drafted and every row of it previewed, and nothing is taken in', async () => {
  const { upload, name } = await handOver('../tickets.csv', spoilt);
  expect(name).toBe('tickets.csv');
  const { draft } = await shown(upload);
  expect(draft?.mapping).toContain('item: Ticket');
  expect(draft?.mapping).not.toContain(folder);
  const { said } = await asked(upload, 'preview');
  const { outcome } = said as { outcome: ImportOutcome };
  expect(outcome).toMatchObject({ what: 'would-import', file: 'tickets.csv', total: rows, accepted: rows - 1 });
  expect(outcome.rejects).toMatchObject([{ row: 5001, column: 'Changed', code: 'time-out-of-range' }]);
  expect((await server.ask('/api/v1/imports')).said).toMatchObject({ total: 0 });
});

test('a preview can be ordered as a job, in whose file nothing stands that a mapping names', async () => {
  const { upload } = await handOver('tickets.csv', whole);
  const ordered = await server.order(`/api/v1/uploads/${upload}/preview`, {}, { prefer: 'respond-async' });
  expect(ordered.status).toBe(202);
  const { id } = ordered.said as ShownJob;
  await server.events(`/api/v1/jobs/${id}/progress`);
  expect((await server.ask(`/api/v1/jobs/${id}`)).said).toMatchObject({
    state: 'done',
    answer: { outcome: { accepted: rows } },
  });
  const written = readFileSync(join(folder, '.throughline', 'jobs', `${id}.json`), 'utf8');
  expect(JSON.parse(written).input).toEqual({ upload, rejects: 100 });
});

test('what is wrong with a mapping is told with its place in it', async () => {
  const { upload } = await handOver('tickets.csv', whole);
  const { draft } = await shown(upload);
  const wrong = draft?.mapping.replace('item: Ticket', 'item: Tickets');
  await asked(upload, 'draft', { mapping: wrong });
  const refused = await asked(upload, 'preview');
  expect(refused).toMatchObject({ status: 422, said: { code: 'columns-missing', place: { field: 'columns.item' } } });
  expect((refused.said as { detail: string }).detail).toContain('did you mean Ticket?');
  expect(JSON.stringify(refused.said)).not.toContain(folder);
  const none = (await asked(upload, 'draft', { mapping: 'columns: 3' })).said as ShownUpload;
  expect(none.draft?.problems[0]).toMatchObject({ line: 1, path: 'columns' });
  expect(await asked(upload, 'preview')).toMatchObject({ status: 422, said: { code: 'workspace-problems' } });
});

test.each([
  ['a packed workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x08, 0, 0x08, 0]), 'file-not-text'],
  ['nothing', '', 'file-empty'],
  ['one column', 'a\n1\n3\n', 'log-unrecognised'],
])('%s is refused by its name, and not by where it lies', async (_, body, code) => {
  const { upload } = await handOver('x.csv', body);
  const { refusal } = await shown(upload);
  expect(refusal).toMatchObject({ code });
  expect(refusal?.text).toContain('x.csv');
  expect(refusal?.text).not.toContain('inbox');
});

test('what was handed over is deleted when that is asked for', async () => {
  const { upload } = await handOver('x.csv', 'a,b\n');
  expect(await asked(upload, 'forget')).toMatchObject({ status: 200 });
  expect(existsSync(join(folder, '.throughline', 'inbox', upload))).toBe(false);
  expect(await asked(upload, 'preview')).toMatchObject({ status: 404, said: { code: 'upload-unknown' } });
  expect(await asked('..%2F..%2Fetc', 'preview')).toMatchObject({ status: 400 });
});
