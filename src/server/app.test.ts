import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#api/define.ts';
import { endpoints } from '#api/index.ts';
import { serve } from '#handlers/define.ts';
import type { Generation } from '#handlers/generation.ts';
import { handlers } from '#handlers/index.ts';
import type { Room } from '#handlers/room.ts';
import { Jobs } from '#jobs/jobs.ts';
import { KeptJobs } from '#jobs/kept.ts';
import { Fault } from '#model/fault.ts';
import { appOf, type House } from './app.ts';
import { problemOf } from './problem.ts';

const room = { takeBack: async () => undefined } as unknown as Room;
/** The state of the evidence, as long as nothing is changed. */
let standing: Generation | undefined;
const desk: House['desk'] = {
  waiting: 0,
  doing: null,
  state: mkdtempSync(join(tmpdir(), 'state-')),
  largestUpload: 1,
  standing: () => standing,
  answer: async (handler, input) => ({
    answer: handler.endpoint.answer.parse(await handler.answer(input, room)),
    generation: standing,
  }),
};

const show = endpoint({
  id: 'show-thing',
  method: 'get',
  path: '/api/v1/things/:name',
  summary: 'A thing by its name',
  input: z.strictObject({ name: z.string(), limit: z.int().default(2) }),
  answer: z.object({ name: z.string(), limit: z.int() }),
});
const change = endpoint({
  ...show,
  job: 'begun-again',
  id: 'change-thing',
  method: 'post',
  summary: 'Changes a thing',
});
const list = endpoint({
  id: 'list-things',
  method: 'get',
  path: '/api/v1/things',
  summary: 'Five things, a page at a time',
  stands: true,
  pages: ({ things }) => ({ rows: things.length, total: 5 }),
  input: z.strictObject({ limit: z.int().default(2), offset: z.int().default(0), kind: z.string().optional() }),
  answer: z.object({ things: z.array(z.int()) }),
});
const edit = endpoint({
  ...show,
  id: 'edit-thing',
  method: 'post',
  path: '/api/v1/things/:name/edit',
  version: () => 3,
  input: z.strictObject({ name: z.string(), limit: z.int().default(2), expected: z.int().optional() }),
});
const alone = endpoint({ ...show, id: 'alone', path: '/api/v1/alone', inProcess: true });

const jobs = new Jobs({
  kept: new KeptJobs(mkdtempSync(join(tmpdir(), 'jobs-'))),
  now: () => new Date('2026-06-01T12:00:00Z'),
  life: 'life',
  doing: () => null,
  isBegunAgain: () => true,
  answer: async ({ input }, { begun, via }) => {
    begun();
    return { ...input, via };
  },
  standing: async () => [],
  problemOf,
});
let answered = 0;
const bugs: unknown[] = [];
const house: House = {
  desk,
  jobs,
  handlers: [
    serve(show, async ({ name, limit }) => {
      if (name === 'bug') throw new Error('a secret');
      if (name === 'gone') throw new Fault('run-unknown', { run: 7 });
      if (name === 'conflict') throw new Fault('store-conflict', { kind: 'team', key: 'a', expected: 1, found: 2 });
      return { name, limit };
    }),
    serve(change, async ({ name, limit }) => ({ name, limit: limit + 1 })),
    serve(list, async ({ limit, offset }) => {
      answered++;
      return { things: [1, 2, 3, 4, 5].slice(offset, offset + limit) };
    }),
    serve(edit, async ({ name, expected = 0 }) => ({ name, limit: expected })),
    serve(alone, async (input) => input),
  ],
  version: '9.9.9',
  pages: undefined,
  onBug: (error) => bugs.push(error),
};
const app = appOf(house);

/** What the tests look at of an answer. */
const Said = z.looseObject({
  detail: z.string().default(''),
  openapi: z.string().optional(),
  things: z.array(z.int()).optional(),
  jobs: z.array(z.looseObject({ id: z.int() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.any())).default({}),
});

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

const asked = async (path: string, init: Init = {}) => {
  const answer = await app.request(path, { ...init, headers: { host: 'localhost:4180', ...init.headers } });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    said: Said.parse(answer.status === 304 ? {} : await answer.json()),
    headers: answer.headers,
  };
};
const json = { 'content-type': 'application/json' };

test('a question is answered', async () => {
  expect(await asked('/api/v1/things/a?limit=5')).toMatchObject({ status: 200, said: { name: 'a', limit: 5 } });
  expect(await asked('/api/v1/things/a%2Fb%20c')).toMatchObject({ status: 200, said: { name: 'a/b c', limit: 2 } });
});

test('an order is carried out', async () => {
  const order = { method: 'POST', headers: json, body: '{"limit":5}' };
  expect(await asked('/api/v1/things/a', order)).toMatchObject({ status: 200, said: { limit: 6 } });
});

test('an order that nobody waits for is a job', async () => {
  const order = { method: 'POST', headers: { ...json, prefer: 'respond-async, wait=1' }, body: '{"limit":5}' };
  const promised = await asked('/api/v1/things/a', order);
  expect(promised).toMatchObject({ status: 202, said: { endpoint: 'change-thing', input: { name: 'a', limit: 5 } } });
  const place = promised.headers.get('location') ?? '';
  expect(await asked(place)).toMatchObject({ status: 200, said: { state: 'done', answer: { limit: 5, via: 'web' } } });
  expect((await asked('/api/v1/jobs?limit=1')).said).toMatchObject({ jobs: [{ endpoint: 'change-thing' }] });
  expect(await asked(`${place}/cancel`, { method: 'POST', headers: json })).toMatchObject({
    status: 409,
    said: { code: 'job-ended' },
  });
});

test('pages of jobs lead from the newest to the oldest', async () => {
  for (let n = 0; n < 3; n++) jobs.order({ endpoint: 'change-thing', input: {}, via: 'web' });
  const ids: unknown[] = [];
  for (let path: string | undefined = '/api/v1/jobs?limit=1'; path !== undefined; ) {
    const { said, headers } = await asked(path);
    ids.push(...(said.jobs ?? []).map(({ id }) => id));
    path = /^<(.*)>/u.exec(headers.get('link') ?? '')?.[1];
  }
  expect(ids).toEqual(jobs.list({ limit: 100 }).map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(2);
});

test('a question that is soon answered is answered at once, whatever is preferred', async () => {
  expect(await asked('/api/v1/things/a', { headers: { prefer: 'respond-async' } })).toMatchObject({ status: 200 });
});

test.each([
  ['told how it stands', undefined, 200, 'done'],
  ['told how it stands, after the server was started anew', 'former.9', 200, 'done'],
  ['told of what was missed', 'life.1', 200, 'done'],
])('whoever watches a job is %s', async (_, last, status, state) => {
  const { id } = jobs.order({ endpoint: 'change-thing', input: {}, via: 'web' });
  await Promise.resolve();
  const headers = { host: 'localhost', ...(last === undefined ? {} : { 'last-event-id': last }) };
  const answer = await app.request(`/api/v1/jobs/${id}/progress`, { headers });
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/event-stream']);
  expect(text).toContain(`"state":"${state}"`);
  const seen = [...text.matchAll(/^id: (.*)$/gmu)].at(-1)?.[1] ?? '';
  const again = await app.request(`/api/v1/jobs/${id}/progress`, { headers: { ...headers, 'last-event-id': seen } });
  expect(again.status).toBe(204);
});

test.each([
  ['what may not be asked', '/api/v1/things/a?limit=x', {}, 400, 'limit is "x"; a number was expected.'],
  ['what is not there', '/api/v1/things/gone', {}, 404, 'There is no import 7.'],
  ['what somebody else changed', '/api/v1/things/conflict', {}, 409, 'was changed by somebody else'],
  ['a bug, and no more of it', '/api/v1/things/bug', {}, 500, 'This should not have happened.'],
  ['no such place', '/api/v1/nothing', {}, 404, 'There is nothing at /api/v1/nothing.'],
  ['no such job', '/api/v1/jobs/99', {}, 404, 'There is no job 99'],
  ['nothing to watch', '/api/v1/jobs/99/progress', {}, 404, 'There is no job 99'],
  ['what is answered in process only', '/api/v1/alone', {}, 404, 'There is nothing at'],
  ['another method', '/api/v1/things/a', { method: 'DELETE' }, 405, 'is asked by GET, POST'],
  ['an order without JSON', '/api/v1/things/a', { method: 'POST', body: 'limit=5' }, 415, 'a JSON object'],
  [
    'an order that is too long',
    '/api/v1/things/a',
    { method: 'POST', headers: { ...json, 'content-length': '2000000' }, body: 'x'.repeat(2_000_000) },
    413,
    'at most 1,000,000 bytes',
  ],
  ['another name for this machine', '/healthz', { headers: { host: 'evil.example' } }, 421, 'not for evil.example'],
  [
    'a page that only begins alike',
    '/healthz',
    { headers: { origin: 'http://localhost:4180.evil.example' } },
    403,
    'may not ask',
  ],
  ['a page that says nothing of itself', '/healthz', { headers: { origin: 'null' } }, 403, 'may not ask'],
  [
    'a page of another site',
    '/healthz',
    { headers: { origin: 'http://evil.example' } },
    403,
    'may not ask this server',
  ],
  ['what a browser calls cross-site', '/healthz', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'may not ask'],
])('a problem tells %s', async (_, path, init, status, detail) => {
  const answer = await asked(path, init);
  expect(answer).toMatchObject({ status, type: 'application/problem+json', said: { status } });
  expect(answer.said.detail).toContain(detail);
  expect(JSON.stringify(answer.said)).not.toContain('secret');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a bug is told where the server runs', async () => {
  bugs.length = 0;
  await asked('/api/v1/things/bug');
  expect(bugs).toEqual([expect.objectContaining({ message: 'a secret' })]);
});

test('the own page of a server may ask it', async () => {
  expect(
    await asked('/readyz', { headers: { origin: 'http://localhost:4180', 'sec-fetch-site': 'same-origin' } }),
  ).toMatchObject({
    status: 200,
    said: { status: 'ready', waiting: 0, doing: null },
  });
});

test('a fault comes with its code and all it knows', async () => {
  const { said } = await asked('/api/v1/things/conflict');
  expect(said).toMatchObject({ code: 'store-conflict', fault: { kind: 'team', key: 'a', expected: 1, found: 2 } });
});

test('the document describes every endpoint, with its path, its input and its answer', async () => {
  const { said } = await asked('/openapi.json');
  expect(said.openapi).toBe('3.1.0');
  const path = said.paths['/api/v1/things/{name}'];
  expect(path?.get.parameters).toMatchObject([
    { name: 'name', in: 'path' },
    { name: 'limit', in: 'query' },
  ]);
  expect(path?.post.requestBody.content['application/json'].schema.properties).toHaveProperty('limit');
  expect(path?.post.responses).toHaveProperty('202');
  expect(path?.get.responses).not.toHaveProperty('202');
  expect(said.paths).toHaveProperty('/api/v1/jobs/{id}');
  expect(said.paths).not.toHaveProperty('/api/v1/alone');
});

test('every endpoint can be served: no two have one place, and all that stands in a path is asked', () => {
  expect(endpoints.filter(({ inProcess, byServer }) => inProcess && byServer)).toEqual([]);
  const served = handlers.filter(({ endpoint: { inProcess } }) => !inProcess).map((handler) => handler.endpoint);
  expect(new Set(served.map(({ method, path }) => `${method} ${path}`)).size).toBe(served.length);
  expect(served.length).toBeGreaterThan(15);
});

const html = { bytes: new TextEncoder().encode('<p>'), headers: { 'content-security-policy': "script-src 'self'" } };
const inBrowser = { accept: 'text/html', host: 'localhost:4180' };

test('a page is given with its own policy, and all else that holds for answers', async () => {
  const paged = appOf({ ...house, pages: { at: (path) => (path === '/flow' ? html : undefined) } });
  const { status, headers } = await paged.request('/flow', { headers: inBrowser });
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toBe("script-src 'self'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect((await paged.request('/nothing', { headers: inBrowser })).status).toBe(404);
});

test('where no pages were built, it says how to build them', async () => {
  const answer = await app.request('/', { headers: inBrowser });
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
});

test.each([
  ['a link to a page is followed from anywhere', '/flow', 'navigate', 503],
  ['a question of another site is not answered, though it looks like a link', '/api/v1/things/a', 'navigate', 403],
  ['nor is a page fetched by another site', '/flow', 'no-cors', 403],
])('%s', async (_, path, mode, status) => {
  const headers = {
    ...inBrowser,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': mode,
    'sec-fetch-dest': 'document',
  };
  expect((await app.request(path, { headers })).status).toBe(status);
});

const stands = (id: string): Generation => ({ id, outside: '', records: 0, stands: true });

test('what is known of the state that stands is not answered twice', async () => {
  standing = stands('a');
  const first = await asked('/api/v1/things');
  expect([first.headers.get('etag'), first.headers.get('cache-control')]).toEqual(['W/"a"', 'private, no-cache']);
  answered = 0;
  expect(await asked('/api/v1/things', { headers: { 'if-none-match': '"x", W/"a"' } })).toMatchObject({ status: 304 });
  expect(answered).toBe(0);
  standing = stands('b');
  expect(await asked('/api/v1/things', { headers: { 'if-none-match': 'W/"a"' } })).toMatchObject({ status: 200 });
});

test('what the clock moves is never taken for known', async () => {
  standing = { ...stands('a'), stands: false };
  const answer = await asked('/api/v1/things', { headers: { 'if-none-match': 'W/"a"' } });
  expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
    200,
    null,
    'no-store',
  ]);
});

/** All pages of a list, each found by the one before it. */
const pagesFrom = async (first: string): Promise<unknown[]> => {
  const pages: unknown[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const { said, headers } = await asked(path);
    pages.push(said.things);
    path = /^<(.*)>; rel="next"$/u.exec(headers.get('link') ?? '')?.[1];
  }
  return pages;
};

test.each([
  ['to the last row', '/api/v1/things', [[1, 2], [3, 4], [5]]],
  ['to a last page that is full', '/api/v1/things?limit=5', [[1, 2, 3, 4, 5]]],
  ['from where they are asked for', '/api/v1/things?offset=3&kind=a', [[4, 5]]],
  ['on the way of their own question', '/api/v1/things?offset=1&limit=3&kind=a', [[2, 3, 4], [5]]],
  ['to nothing behind the last row', '/api/v1/things?offset=9', [[]]],
])('pages lead %s', async (_, first, pages) => {
  standing = stands('a');
  expect(await pagesFrom(first)).toEqual(pages);
});

test.each([
  ['of another state', (next: string) => next, 410, 'begin again with the first page'],
  ['of another question', (next: string) => `${next}&kind=b`, 400, 'a page of this very question'],
  ['that nobody gave', () => '/api/v1/things?cursor=WzEsMl0', 400, 'a page of this very question'],
])('a page %s is refused', async (_, path, status, detail) => {
  standing = stands('a');
  const next = /^<(.*)>/u.exec((await asked('/api/v1/things')).headers.get('link') ?? '')?.[1] ?? '';
  standing = stands('b');
  const { status: found, said } = await asked(path(next));
  expect([found, said.detail]).toEqual([status, expect.stringContaining(detail)]);
});

test.each([
  ['is held to the version it names', '"3"', 200, { limit: 3 }],
  ['that names none is made on top of what stands', undefined, 200, { limit: 0 }],
  ['may be made on top of anything', '*', 200, { limit: 0 }],
  ['is refused when its version is none', 'W/"x"', 400, { code: 'input-refused' }],
])('an edit %s', async (_, match, status, said) => {
  const headers = { ...json, ...(match === undefined ? {} : { 'if-match': match }) };
  standing = undefined;
  const answer = await asked('/api/v1/things/a/edit', { method: 'POST', headers, body: '{}' });
  expect(answer).toMatchObject({ status, said });
  if (status === 200) expect(answer.headers.get('etag')).toBe('"3"');
});

const handOver = async (name: string, body: string, type = 'application/octet-stream') => {
  const path = `/api/v1/uploads?name=${encodeURIComponent(name)}`;
  return asked(path, { method: 'POST', headers: { 'content-type': type }, body });
};

test('a file that is handed over lies in the inbox, under a plain name', async () => {
  const { status, said } = await handOver('../../lög.csv', 'item,at\n');
  expect([status, said]).toEqual([201, expect.objectContaining({ name: 'lög.csv', bytes: 8 })]);
  expect(readFileSync(join(desk.state, 'inbox', String(said.upload), 'lög.csv'), 'utf8')).toBe('item,at\n');
});

test('a file that is too large is refused, and nothing of it is kept', async () => {
  const before = readdirSync(join(desk.state, 'inbox'));
  expect(await handOver('a.csv', 'x'.repeat(1_000_001))).toMatchObject({
    status: 413,
    said: { code: 'upload-too-large' },
  });
  expect(readdirSync(join(desk.state, 'inbox'))).toEqual(before);
});

test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
  'a form of another site cannot hand a file over as %s',
  async (type) => {
    expect((await handOver('a.csv', 'x', type)).status).toBe(415);
  },
);
