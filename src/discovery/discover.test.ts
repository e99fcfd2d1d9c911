import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { Discovery } from '#model/discovery.ts';
import { type DiscoverOptions, discover } from './discover.ts';
import { type LogOptions, writeDecisions, writeLog } from './fixtures/log.ts';

const found = async (items: readonly string[], log: LogOptions = {}, options: DiscoverOptions = {}) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, log);
  await writeDecisions(engine, [{ type: 'fund', by: 'board', level: 'top', path: 'decide@top', times: 5 }]);
  const discovery = await discover(engine, options);
  engine.close();
  return discovery;
};

const kinds = { build: 'active', done: 'done' } as const;
const items = [
  ...Array.from({ length: 6 }, () => 'build@a build@b build@a done@b #pay'),
  ...Array.from({ length: 6 }, () => 'build@c build@d build@c #cards'),
  'build@a build@c',
];

test('a discovery fits its schema, goes through JSON unharmed, and does not depend on how rows are stored', async () => {
  const discovery = await found(items, { kinds });
  expect(Discovery.parse(JSON.parse(JSON.stringify(discovery)))).toEqual(discovery);
  const shuffle = <T>(rows: readonly T[]): readonly T[] => [...rows].reverse();
  expect(await found(items, { kinds, shuffle })).toEqual(discovery);
});

test('no evidence is a discovery of nothing, not a failure', async () => {
  const engine = await Engine.open();
  await createSchema(engine);
  const discovery = Discovery.parse(await discover(engine));
  expect(discovery).toMatchObject({ flows: [], teams: [], owners: [], decisions: [], levels: [], neverRefuse: [] });
  expect(discovery.communities).toEqual({ modularity: null, inside: 0, across: 0, groups: [], regrouping: null });
  engine.close();
});

test('groups of teams come with what is handed over inside and across', async () => {
  const { communities } = await found(items, { kinds });
  expect(communities.groups).toEqual([
    { teams: ['a', 'b'], members: 2, inside: 18 },
    { teams: ['c', 'd'], members: 2, inside: 12 },
  ]);
  expect([communities.inside, communities.across, communities.regrouping]).toEqual([30, 1, null]);
});

test('groups hide small teams and still count them', async () => {
  const { communities } = await found(items, { kinds, people: { a: 9, b: 2, c: 1, d: 4 } });
  expect(communities.groups).toEqual([
    { teams: ['(small teams)', 'a'], members: 2, inside: 18 },
    { teams: ['(small teams)'], members: 2, inside: 12 },
  ]);
});

test('teams are shown as the caller says', async () => {
  const { teams, owners } = await found(items, { kinds }, { shownTeam: (team) => (team < 'c' ? 'north' : 'south') });
  expect(teams.map(({ team, teams: members, gave }) => [team, members, gave])).toEqual([
    ['north', 2, 19],
    ['south', 2, 12],
  ]);
  expect(owners.find(({ key }) => key === 'pay')?.owner).toBe('north');
});

test.each([
  [undefined, 0.8],
  [0.3, 0.3],
])('the detail asked for as %s is told as %f', async (detail, told) => {
  expect((await found(items, {}, detail === undefined ? {} : { detail })).detail).toBe(told);
});
