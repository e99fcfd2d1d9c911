import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Access, entrance } from './access.ts';

/** A server that other machines can reach, and what it says to a path. */
const server = () => {
  const access = new Access((bytes) => randomBytes(bytes));
  const app = new Hono();
  app.use(access.guard);
  app.get(entrance, access.enter);
  app.get('/healthz', (context) => context.text('alive'));
  app.get('/figures', (context) => context.text('all of them'));
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await app.request(path, { headers });
    return { status: answer.status, cookie: answer.headers.get('set-cookie') };
  };
  return { access, ask };
};

test('whoever has the token comes in, and his browser is known from then on', async () => {
  const { access, ask } = server();
  const { status, cookie } = await ask(`/enter?token=${access.token}`);
  expect(status).toBe(303);
  expect(cookie).toMatch(/^throughline=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
  expect((await ask('/figures', { cookie: cookie ?? '' })).status).toBe(200);
});

test('the token works once', async () => {
  const { access, ask } = server();
  await ask(`/enter?token=${access.token}`);
  expect(await ask(`/enter?token=${access.token}`)).toEqual({ status: 403, cookie: null });
});

test('a wrong token does not use up the right one', async () => {
  const { access, ask } = server();
  expect((await ask('/enter?token=guess')).status).toBe(403);
  expect((await ask('/enter')).status).toBe(403);
  expect((await ask(`/enter?token=${access.token}`)).status).toBe(303);
});

test('commands have their key', async () => {
  const { access, ask } = server();
  expect((await ask('/figures', { authorization: `Bearer ${access.key}` })).status).toBe(200);
});

test.each([
  ['nothing', () => ({})],
  ['a session that nobody got', () => ({ cookie: 'throughline=' })],
  ['a session of somebody else', () => ({ cookie: `throughline=${'a'.repeat(43)}` })],
  ['the token in place of a session', ({ token }: Access) => ({ cookie: `throughline=${token}` })],
  ['the token in place of the key', ({ token }: Access) => ({ authorization: `Bearer ${token}` })],
  ['the key as another scheme', ({ key }: Access) => ({ authorization: `Basic ${key}` })],
])('with %s nobody comes in', async (_, headers) => {
  const { access, ask } = server();
  expect((await ask('/figures', headers(access))).status).toBe(401);
});

test('whether the server lives is told to anybody', async () => {
  expect((await server().ask('/healthz')).status).toBe(200);
});
