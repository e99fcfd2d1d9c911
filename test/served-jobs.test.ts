import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importEvidence, listImports } from '#api/evidence.ts';
import type { ShownJob } from '#api/jobs.ts';
import { stateOf, workspaceOf } from './crash.ts';
import { Server } from './fixtures/server.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

const size = { rows: 90_000, files: 3 };

let folder = '';
let server: Server;

beforeEach(async () => {
  folder = workspaceOf(size);
  server = await Server.in(folder);
});

afterEach(async () => {
  await server.ended('SIGKILL');
  removed(folder);
});

const order = async (path: string, body: object = {}): Promise<ShownJob> => {
  const { status, said } = await server.order(path, body, { prefer: 'respond-async' });
  expect(status).toBe(202);
  return said as ShownJob;
};

const job = async (id = 1): Promise<ShownJob> => (await server.ask(`/api/v1/jobs/${id}`)).said as ShownJob;

/** Waits until something of a job is so. */
const until = async (is: (job: ShownJob) => boolean, id = 1): Promise<ShownJob> => {
  for (;;) {
    const now = await job(id);
    if (is(now)) return now;
    await new Promise((done) => setTimeout(done, 20));
  }
};

const isOver = ({ state }: ShownJob): boolean => !['waiting', 'running'].includes(state);

/** Into which file an import has come. */
const reading = (file: number) => (shown: ShownJob) => shown.progress?.includes(`log-00${file}`) === true;

/** What an import that nobody disturbed leaves: the same each time. */
const golden = (): ReturnType<typeof stateOf> => {
  undisturbed ??= imported();
  return undisturbed;
};

let undisturbed: ReturnType<typeof stateOf> | undefined;

const imported = async () => {
  const other = workspaceOf(size);
  const room = roomIn(other);
  await ask(room, importEvidence, {});
  await room.close();
  const state = await stateOf(other);
  removed(other);
  return state;
};

test('an import that nobody waits for tells how far it is, and gives the answer in the end', async () => {
  expect(await order('/api/v1/imports')).toMatchObject({ id: 1, endpoint: 'import-evidence' });
  const progress = await server.events('/api/v1/jobs/1/progress');
  expect(progress).toMatch(/event: progress\ndata: \{"text":"reading data\/log-00\d.csv: [\d,]+ rows, \d+%"\}/u);
  expect(progress).toContain('"state":"done"');
  const { said } = await server.ask('/api/v1/jobs/1');
  expect(said).toMatchObject({
    state: 'done',
    answer: { imports: Array.from({ length: size.files }, () => ({ what: 'imported' })) },
  });
});

test('what waits behind an import is told why', async () => {
  await order('/api/v1/imports');
  await until(reading(1));
  const question = server.ask('/api/v1/imports');
  expect((await server.ask('/readyz')).said).toMatchObject({ doing: expect.stringContaining('reading data/') });
  expect(await order('/api/v1/model')).toMatchObject({ waitsFor: expect.stringContaining('reading data/') });
  expect((await question).said).toMatchObject({ imports: { length: size.files } });
});

test('an import that is cancelled leaves whole files, and can be ordered again', async () => {
  await order('/api/v1/imports');
  await until(reading(1));
  const { said } = await server.order('/api/v1/jobs/1/cancel', {});
  const cancelled = said as ShownJob;
  expect(cancelled.state).toBe('cancelled');
  const { said: held } = await server.ask('/api/v1/imports');
  expect(cancelled.stands).toEqual((held as { imports: unknown[] }).imports);
  expect(cancelled.stands.length).toBeLessThan(size.files);
  for (const { total } of cancelled.stands) expect(total).toBe(size.rows / size.files);
  await order('/api/v1/imports');
  expect(await until(isOver, 2)).toMatchObject({ state: 'done' });
  await server.ended('SIGTERM');
  expect(await stateOf(folder)).toEqual(await golden());
});

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'an import that %s broke off is whole in the end, and never denies it',
  async (signal) => {
    await order('/api/v1/imports');
    await until(reading(1));
    await server.ended(signal);
    server = await Server.in(folder);
    const shown = await until(({ stands }) => stands.length > 0);
    expect(shown).toMatchObject({ interruptedAt: { length: 1 } });
    expect(await until(isOver)).toMatchObject({ state: 'done', interruptedAt: { length: 1 } });
    await server.ended('SIGTERM');
    expect(existsSync(join(folder, '.throughline', 'lock'))).toBe(false);
    expect(await stateOf(folder)).toEqual(await golden());
    const room = roomIn(folder);
    expect((await ask(room, listImports, {})).imports).toHaveLength(size.files);
    await room.close();
  },
);
