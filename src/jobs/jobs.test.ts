import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ImportRun } from '#api/evidence.ts';
import { Jobs, type Turn } from './jobs.ts';
import { KeptJobs } from './kept.ts';
import type { JobEvent } from './watched.ts';

const run = { run: 4, source: 'log', file: 'a.csv', state: 'committed' } as ImportRun;

/** A server whose work ends when the test says so, over the files of those before it. */
const server = (folder = mkdtempSync(join(tmpdir(), 'jobs-'))) => {
  const work: (Turn & PromiseWithResolvers<unknown>)[] = [];
  const jobs = new Jobs({
    kept: new KeptJobs(folder),
    now: () => new Date('2026-06-01T12:00:00Z'),
    life: String(Math.random()),
    doing: () => 'reading log.csv',
    isBegunAgain: (endpoint) => endpoint !== 'undo-import',
    answer: (_, turn) => {
      const ending = Promise.withResolvers<unknown>();
      if (turn.signal.aborted) ending.reject(turn.signal.reason);
      turn.signal.addEventListener('abort', () => ending.reject(turn.signal.reason));
      work.push({ ...turn, ...ending });
      return ending.promise;
    },
    standing: async () => [run],
    problemOf: (error) => ({ title: 'no', status: 422, detail: String(error) }),
  });
  const order = (endpoint = 'import-evidence') => jobs.order({ endpoint, input: { source: 'log' }, via: 'web' });
  const begun = (endpoint?: string) => {
    const { id } = order(endpoint);
    work.at(-1)?.begun();
    return id;
  };
  const state = (id = 1) => jobs.show(id);
  return { folder, jobs, work, order, begun, state };
};

test('a job waits, runs and is done, with its answer', async () => {
  const { order, work, state } = server();
  expect(order()).toMatchObject({ id: 1, state: 'waiting', waitsFor: 'reading log.csv' });
  work[0]?.begun();
  work[0]?.progress('reading log.csv: 5 rows');
  expect(state()).toMatchObject({ state: 'running', progress: 'reading log.csv: 5 rows', waitsFor: null });
  work[0]?.resolve({ imports: [] });
  await vi.waitFor(() => expect(state()).toMatchObject({ state: 'done', answer: { imports: [] }, progress: null }));
});

test('a job that fails tells why', async () => {
  const { begun, work, state } = server();
  begun();
  work[0]?.reject(new Error('no such file'));
  await vi.waitFor(() =>
    expect(state()).toMatchObject({ state: 'failed', problem: { detail: 'Error: no such file' } }),
  );
});

test('a job that is cancelled tells what stands of it, and cannot be cancelled twice', async () => {
  const { begun, jobs } = server();
  begun();
  expect(await jobs.cancel(1)).toMatchObject({ state: 'cancelled', stands: [run] });
  await expect(jobs.cancel(1)).rejects.toThrow('Job 1 is over (cancelled)');
});

test('a job that is cancelled before it began leaves nothing', async () => {
  const { order, jobs, state } = server();
  order();
  expect(await jobs.cancel(1)).toMatchObject({ state: 'cancelled', stands: [] });
  await Promise.resolve();
  expect(state().state).toBe('cancelled');
});

test.each([
  ['is begun again where that comes to the same end', 'import-evidence', 'waiting'],
  ['is left to be looked at where it may not', 'undo-import', 'interrupted'],
])('what a kill broke off %s', async (_, endpoint, then) => {
  const first = server();
  first.begun(endpoint);
  const second = server(first.folder);
  second.jobs.takeUp();
  expect(second.state()).toMatchObject({ state: then, interruptedAt: ['2026-06-01T12:00:00.000Z'] });
  await vi.waitFor(() => expect(second.state().stands).toEqual([run]));
  await vi.waitFor(() => expect(second.work.length).toBe(then === 'waiting' ? 1 : 0));
});

test('what waited when the server was killed is done by the next one, whatever it is', () => {
  const first = server();
  first.order('undo-import');
  const second = server(first.folder);
  second.jobs.takeUp();
  expect(second.state()).toMatchObject({ state: 'waiting', interruptedAt: [] });
  expect(second.work).toHaveLength(1);
});

test('what was to be cancelled when the server was killed stays so', async () => {
  const first = server();
  first.begun('import-evidence');
  const kept = new KeptJobs(first.folder);
  const [job] = kept.all();
  if (job) kept.keep({ ...job, cancelAskedAt: '2026-06-01T12:00:00Z' });
  const second = server(first.folder);
  second.jobs.takeUp();
  await vi.waitFor(() => expect(second.state()).toMatchObject({ state: 'cancelled', stands: [run] }));
  expect(second.work).toHaveLength(0);
});

test('a server that is told to end leaves its jobs to the next one, cancelled by nobody', async () => {
  const first = server();
  first.begun();
  first.order();
  await first.jobs.leave();
  expect(new KeptJobs(first.folder).all().map(({ state }) => state)).toEqual(['running', 'waiting']);
});

test('numbers go on where the server before left off, past files that nobody can read', () => {
  const first = server();
  first.order();
  writeFileSync(join(first.folder, '2.json'), '{"id":');
  expect(server(first.folder).order().id).toBe(2);
});

test('pages of jobs go from the newest to the oldest', () => {
  const { order, jobs } = server();
  for (let n = 0; n < 5; n++) order();
  const ids = (before?: number) => jobs.list({ before, limit: 2 }).map(({ id }) => id);
  expect([ids(), ids(4), ids(2)]).toEqual([[5, 4], [3, 2], [1]]);
});

test('whoever watches sees what he missed, then what comes', () => {
  const { begun, jobs, work } = server();
  begun();
  const seen: JobEvent[] = [];
  jobs.watch(1, (event) => seen.push(event));
  work[0]?.progress('half');
  expect(seen.map(({ name }) => name)).toEqual(['job', 'progress']);
  const later: JobEvent[] = [];
  jobs.watch(1, (event) => later.push(event), seen[0]?.id);
  expect(later).toEqual([seen[1]]);
});
