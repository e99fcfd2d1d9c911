import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { type LogOptions, writeLog } from './fixtures/log.ts';
import { discoverHandovers, discoverTeams, handoverLinks } from './handovers.ts';
import { shownByPeople, teamLabels } from './shown-teams.ts';
import { readWork } from './work.ts';

const found = async (items: readonly string[], options: LogOptions = {}, medians = true) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, options);
  const labels = await teamLabels(engine, await shownByPeople(engine));
  const handovers = await discoverHandovers(engine, labels, medians);
  const teams = discoverTeams(labels, (await readWork(engine, labels)).teamItems, handovers);
  const links = await handoverLinks(engine);
  engine.close();
  return { handovers, teams, links };
};

test('hand-overs are counted by direction, with the waits that came to an action', async () => {
  const { handovers } = await found([
    'a@red a@blue~1 b@red~2',
    'a@red a@blue~2 a@red~? a@blue~9',
    'a@red b',
    'a@red b@green~?',
  ]);
  expect(handovers.count).toBe(6);
  expect(handovers.items).toBe(3);
  const rows = handovers.pairs.map((pair) => [
    pair.from,
    pair.to,
    pair.count,
    pair.items,
    pair.answered.value,
    pair.meanWaitDays,
    pair.medianWaitDays,
  ]);
  expect(rows).toEqual([
    ['red', 'blue', 3, 2, 1, 4, 2],
    ['blue', 'red', 2, 2, 0.5, 2, 2],
    ['red', 'green', 1, 1, 0, null, null],
  ]);
  expect(handovers.pairs[1]?.answered).toMatchObject({ n: 2, lower: expect.closeTo(0.0945, 3) });
});

test('medians are left out unless asked for', async () => {
  const { handovers } = await found(['a@red a@blue~3'], {}, false);
  expect(handovers.pairs).toMatchObject([{ meanWaitDays: 3, medianWaitDays: null }]);
});

test('teams of fewer than five people stand under one name and count in all totals', async () => {
  const { handovers, teams } = await found(
    ['a@red a@tiny~1 b@red~2', 'a@red a@wee~3', 'a@tiny a@wee~1 a@unknown~1', 'a@red a@tiny~1 a@red~1 a@wee~1'],
    { people: { red: 5, tiny: 4, wee: 1 }, unmapped: ['unknown'] },
  );
  expect(handovers.count).toBe(8);
  expect(handovers.pairs.map(({ from, to, count, items }) => [from, to, count, items])).toEqual([
    ['red', '(small teams)', 4, 3],
    ['(small teams)', 'red', 2, 2],
    ['(small teams)', '(small teams)', 1, 1],
    ['(small teams)', 'unknown', 1, 1],
  ]);
  expect(handovers.pairs[0]?.medianWaitDays).toBe(1);
  expect(teams).toEqual([
    { team: '(small teams)', teams: 2, mapped: true, items: 4, gave: 4, received: 5 },
    { team: 'red', teams: 1, mapped: true, items: 3, gave: 4, received: 2 },
    { team: 'unknown', teams: 1, mapped: false, items: 1, gave: 0, received: 1 },
  ]);
});

test('links add up both directions', async () => {
  const { links } = await found(['a@red a@blue a@red', 'a@red a@green']);
  expect(links).toEqual([
    { a: 'blue', b: 'red', weight: 2 },
    { a: 'green', b: 'red', weight: 1 },
  ]);
});

test('a log without teams has no hand-overs', async () => {
  expect(await found(['a b'])).toEqual({ handovers: { count: 0, items: 0, pairs: [] }, teams: [], links: [] });
});

const aTeam = fc.constantFrom('red', 'blue', 'green', 'grey', 'pink');
const aLog = fc.array(fc.array(aTeam, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 });

test('hand-overs and the items of each pair are what counting one by one gives, also where teams share a name', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, fc.boolean(), async (log, merged) => {
      const people: Record<string, number> = merged ? { red: 1, blue: 2, green: 1 } : {};
      const engine = await Engine.open();
      await createSchema(engine);
      await writeLog(
        engine,
        log.map((teams) => teams.map((team) => `a@${team}`).join(' ')),
        { people },
      );
      const { labels, names, teams: known } = await teamLabels(engine, await shownByPeople(engine));
      const { pairs } = await discoverHandovers(engine, { labels, names, teams: known }, false);
      const ids = await engine.all<{ id: number; key: string }>(sql`select team_id as id, key from team`);
      engine.close();
      const shown = new Map(ids.map(({ id, key }) => [key, names[labels[id] ?? -1] ?? '']));
      const counted = new Map<string, { count: number; items: Set<number> }>();
      for (const [item, teams] of log.entries()) {
        for (const [index, team] of teams.entries()) {
          const before = teams[index - 1];
          if (before === undefined || before === team) continue;
          const way = `${shown.get(before)} → ${shown.get(team)}`;
          const own = counted.get(way) ?? { count: 0, items: new Set() };
          counted.set(way, { count: own.count + 1, items: own.items.add(item) });
        }
      }
      const told = pairs.map(({ from, to, count, items }) => [`${from} → ${to}`, count, items] as const);
      const expected = [...counted].map(([way, { count, items }]) => [way, count, items.size] as const);
      expect(Object.fromEntries(told.map(([way, ...n]) => [way, n]))).toEqual(
        Object.fromEntries(expected.map(([way, ...n]) => [way, n])),
      );
    }),
    { numRuns: 30 },
  );
});
