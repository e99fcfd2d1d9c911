import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyModel } from '#api/model.ts';
import { setRecord } from '#api/records.ts';
import { millionths } from '#model/share.ts';
import { type Backend, backends } from '../src/store/fixtures/backends.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const model = `investments: [{key: i1, basis: project, class: grow}]
initiatives: [{key: p1}, {key: p2}, {key: p3}]
`;

/** Two servers of one store: workspaces with the same files, each with a connection of its own. */
const twoServers = async (backend: Backend) => {
  const address = await backend.fresh();
  const servers = await Promise.all(
    [1, 2].map(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'throughline-shares-'));
      written(folder, { 'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n', 'model/a.yaml': model });
      const store = await openStore(address);
      const room = roomIn(folder);
      room.store = async () => store;
      return { folder, room, store };
    }),
  );
  for (const { room } of servers) await ask(room, applyModel, {});
  const close = async () => {
    for (const { folder, room, store } of servers) {
      await room.close();
      await store.close();
      removed(folder);
    }
  };
  return { servers, close };
};

type Edit = { readonly to: string; readonly passes: number };

const edit = (room: ReturnType<typeof roomIn>, { to, passes }: Edit, isNew: boolean) =>
  ask(room, setRecord, {
    kind: 'chain-link',
    key: `to-${to}`,
    fields: { giver: { investment: 'i1' }, receiver: { initiative: to }, grade: 'E', rationale: 'r', passes },
    reason: 'agreed',
    isNew,
  });

const sumOfShares = async (store: Store | undefined): Promise<number> => {
  const links = ((await store?.current()) ?? []).filter(({ kind }) => kind === 'chain-link');
  return links.reduce((sum, { body }) => sum + millionths(Number(body.passes ?? 0)), 0);
};

describe.each(backends)('in $name', ({ start, runs }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  test('of two simultaneous writes that pass on 0.6 each, one is refused', async () => {
    const { servers, close } = await twoServers(backend);
    const made = await Promise.allSettled(
      servers.map(({ room }, place) => edit(room, { to: `p${place + 1}`, passes: 0.6 }, true)),
    );
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await sumOfShares(servers[0]?.store)).toBe(600_000);
    await close();
  });

  test('a write that comes between the check of another and its write is not overlooked', async () => {
    const { servers, close } = await twoServers(backend);
    const [first, second] = servers;
    if (!first || !second) throw new Error('there are two');
    first.room.store = async () => ({
      ...first.store,
      write: async (...written) => {
        first.room.store = async () => first.store;
        await edit(second.room, { to: 'p2', passes: 0.6 }, true);
        return first.store.write(...written);
      },
    });
    await expect(edit(first.room, { to: 'p1', passes: 0.6 }, true)).rejects.toMatchObject({ code: 'store-moved' });
    await expect(edit(first.room, { to: 'p1', passes: 0.6 }, true)).rejects.toMatchObject({
      code: 'records-contradict',
      message: expect.stringContaining('at most 1 passed on by the investment i1, not 1.2'),
    });
    expect(await sumOfShares(first.store)).toBe(600_000);
    await close();
  });

  const anyEdit = fc.record({
    to: fc.constantFrom('p1', 'p2', 'p3'),
    passes: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    server: fc.nat({ max: 1 }),
  });

  test('shares are never more than a whole, whatever is edited in whatever order and at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), { maxLength: 5 }),
        async (rounds) => {
          const { servers, close } = await twoServers(backend);
          for (const edits of rounds) {
            const there = new Set(((await servers[0]?.store.current()) ?? []).map(({ key }) => key));
            await Promise.allSettled(
              edits.flatMap(({ server, ...one }) => {
                const room = servers[server]?.room;
                return room ? [edit(room, one, !there.has(`to-${one.to}`))] : [];
              }),
            );
            expect(await sumOfShares(servers[0]?.store)).toBeLessThanOrEqual(1_000_000);
          }
          await close();
        },
      ),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});

test('what is passed on in a file and what is passed on in the store are one sum', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-shares-'));
  const settings = 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n';
  written(folder, { 'throughline.yaml': settings, 'model/a.yaml': model });
  const room = roomIn(folder);
  await edit(room, { to: 'p1', passes: 0.6 }, true);
  const link = '{giver: {investment: i1}, receiver: {initiative: p2}, grade: E, rationale: r, passes: 0.6}';
  written(folder, { 'model/b.yaml': `chainLinks: [${link}]\n` });
  room.renew();
  await expect(ask(room, applyModel, {})).rejects.toMatchObject({
    code: 'records-contradict',
    message: expect.stringContaining('at most 1 passed on by the investment i1, not 1.2'),
  });
  expect(await sumOfShares(await room.store())).toBe(600_000);
  await room.close();
  removed(folder);
});
