import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { explainSaying } from '#api/explain.ts';
import { readMetric } from '#api/figures.ts';
import { showWorkspace } from '#api/workspace.ts';
import { Server } from './fixtures/server.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

let folder = '';
let server: Server;

beforeAll(async () => {
  folder = copyOfExample('service-desk');
  server = await Server.in(folder);
});

afterAll(async () => {
  await server.ended('SIGKILL');
  removed(folder);
});

const window = { from: '2025-04-01T00:00:00.000Z', until: '2025-07-01T00:00:00.000Z' };

/** Questions of very different kinds, by the path at which a server is asked and as a process asks itself. */
const questions = [
  ['/api/v1/diagnosis', (room) => ask(room, diagnoseWorkspace, {})],
  [`/api/v1/conformance?${new URLSearchParams(window).toString()}`, (room) => ask(room, conformToDesign, window)],
  ['/api/v1/metrics/FL1/readings?by=team', (room) => ask(room, readMetric, { metric: 'FL1', by: 'team' })],
  [
    '/api/v1/metrics/FL1/readings?asOf=2025-06-01',
    (room) => ask(room, readMetric, { metric: 'FL1', asOf: '2025-06-01' }),
  ],
  ['/api/v1/explanations/DE4?limit=5', (room) => ask(room, explainSaying, { id: 'DE4', limit: 5 })],
  ['/api/v1/workspace', (room) => ask(room, showWorkspace, {})],
] satisfies [string, (room: ReturnType<typeof roomIn>) => Promise<unknown>][];

const askedAll = async (): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const [path] of questions) answers.push((await server.ask(path)).said);
  return answers;
};

const edited = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

/** The last rows of a log once more, as those of other items: so there is more work, and none before it is another. */
const moreRows = (): void => {
  const [file = ''] = readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.csv'));
  const rows = readFileSync(join(folder, 'data', file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-20);
  appendFileSync(join(folder, 'data', file), `${rows.map((row) => row.replace(/^(\w+)/u, '$1X')).join('\n')}\n`);
};

test('what was found by a question of no state is not taken for that of the next one', async () => {
  // After rows came in, the first that finds all as it is says nothing of a state.
  await server.ask('/api/v1/diagnosis');
  await server.ask('/api/v1/sources');
  await server.order('/api/v1/records/team/hosting', { fields: { parent: null }, reason: 'by itself' });
  await server.ask('/api/v1/imports');
  const [, said] = [await server.ask('/api/v1/diagnosis'), (await server.ask('/api/v1/diagnosis')).said];
  await server.ended('SIGTERM');
  const room = roomIn(folder, { now: () => new Date() });
  expect(said).toEqual(JSON.parse(JSON.stringify(await ask(room, diagnoseWorkspace, {}))));
  await room.close();
  server = await Server.in(folder);
});

test.each<[string, () => unknown]>([
  ['nothing', () => undefined],
  [
    'a record',
    () => server.order('/api/v1/records/team/service-desk', { fields: { name: 'Front desk' }, reason: 'another name' }),
  ],
  ['a log', moreRows],
  ['the settings', () => edited('throughline.yaml', 'Europe/Berlin', 'Europe/Lisbon')],
  ['what is taken in', () => server.order('/api/v1/imports/1/undo', {})],
])('after %s changed, what is known is what a process that begins anew finds', async (_, change) => {
  // Known by now is what stood before.
  await askedAll();
  await change();
  // The first answers may tell what was done to come to them.
  await askedAll();
  const found = await askedAll();
  const known = await askedAll();
  await server.ended('SIGTERM');
  const room = roomIn(folder, { now: () => new Date() });
  for (const [place, [path, asked]] of questions.entries()) {
    const anew = JSON.parse(JSON.stringify(await asked(room)));
    expect(found[place], path).toEqual(anew);
    expect(known[place], path).toEqual(anew);
  }
  await room.close();
  server = await Server.in(folder);
});
