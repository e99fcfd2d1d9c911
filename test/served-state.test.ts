import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from './fixtures/server.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

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

const rows = '/api/v1/metrics/FL1/rows';

const tagOf = async (path: string): Promise<string> => (await server.ask(path)).headers.get('etag') ?? '';

const known = async (path: string, tag: string): Promise<number> =>
  (await server.ask(path, { 'if-none-match': tag })).status;

const nextOf = (headers: Headers): string | undefined => /^<(.*)>; rel="next"$/u.exec(headers.get('link') ?? '')?.[1];

const team = '/api/v1/records/team/service-desk';

const named = (name: string, headers: Readonly<Record<string, string>> = {}) =>
  server.order(team, { fields: { name }, reason: 'renamed' }, headers);

test.each([
  ['/api/v1/diagnosis'],
  ['/api/v1/conformance'],
  ['/api/v1/metrics/FL1/readings?by=team'],
  ['/api/v1/discovery'],
  ['/api/v1/profile'],
  ['/api/v1/imports'],
])('%s is not computed twice for who knows it', async (path) => {
  const tag = await tagOf(path);
  expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/u);
  const took: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const began = performance.now();
    expect(await known(path, tag)).toBe(304);
    took.push(performance.now() - began);
  }
  // A diagnosis takes seconds; that nothing changed is seen from names, sizes and times of files. What else runs may keep one up.
  expect(Math.min(...took)).toBeLessThan(1000);
});

test('pages hold each row once, in the order in which offsets give them', async () => {
  const { said } = await server.ask(`${rows}?limit=1000`);
  const all = (said as { rows: unknown[] }).rows;
  const paged: unknown[] = [];
  for (let path: string | undefined = `${rows}?limit=300`; path !== undefined && paged.length < 1000; ) {
    const page = await server.ask(path);
    paged.push(...(page.said as { rows: unknown[] }).rows);
    path = nextOf(page.headers);
  }
  expect(paged.slice(0, 1000)).toEqual(all);
});

test('an edit is held to the version that was read, and told both values where another stands', async () => {
  const read = await server.ask(team);
  const tag = read.headers.get('etag') ?? '';
  const { body } = read.said as { body: { name: string } };
  const first = await named('Front desk', { 'if-match': tag });
  expect(first.status).toBe(200);
  expect(first.headers.get('etag')).toBe(await tagOf(team));
  expect(first.headers.get('etag')).toBe(await tagOf(`${team}/history`));
  const stale = await named('Help desk', { 'if-match': tag });
  expect(stale).toMatchObject({
    status: 412,
    said: {
      code: 'record-changed',
      fault: { fields: [{ field: 'name', was: body.name, stands: 'Front desk', wanted: 'Help desk' }] },
    },
  });
  expect((stale.said as { detail: string }).detail).toContain('name is "Front desk" and was to be "Help desk".');
  expect((await named('Help desk')).status).toBe(200);
});

/** What changes the state that figures and pages are of. */
test.each([
  ['a record', () => named(`Desk ${Math.random()}`)],
  ['a file of the model', async () => appendFileSync(join(folder, 'throughline.yaml'), '\n')],
  [
    'a file of a source',
    async () => {
      const [file = ''] = readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.csv'));
      appendFileSync(join(folder, 'data', file), '\n');
    },
  ],
])('where %s changes, nothing is taken for known, and pages begin again', async (_, change) => {
  const tag = await tagOf(rows);
  const next = nextOf((await server.ask(rows)).headers) ?? '';
  expect(await known(rows, tag)).toBe(304);
  await change();
  expect(await known(rows, tag)).toBe(200);
  expect(await server.ask(next)).toMatchObject({ status: 410, said: { code: 'page-gone' } });
});

test('another start of the server knows the same state', async () => {
  const tag = await tagOf(rows);
  await server.ended('SIGTERM');
  server = await Server.in(folder);
  // The first answer tells which state stands.
  expect(await known(rows, tag)).toBe(304);
});
