import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { type LogOptions, writeLog } from './fixtures/log.ts';
import { discoverOwners } from './owners.ts';
import { type ShownTeam, shownByPeople, teamLabels } from './shown-teams.ts';
import { readWork } from './work.ts';

const kinds = { new: 'new', build: 'active', test: 'active', done: 'done' } as const;

const found = async (items: readonly string[], options: LogOptions = { kinds }) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, options);
  const owners = await ownersIn(engine, await shownByPeople(engine));
  engine.close();
  return owners;
};

const ownersIn = async (engine: Engine, shown: ShownTeam) => {
  const labels = await teamLabels(engine, shown);
  return discoverOwners(await readWork(engine, labels), labels.names);
};

const times = (count: number, item: string): string[] => Array.from({ length: count }, () => item);
const shares = (teams: Awaited<ReturnType<typeof found>>[number]['teams'] | undefined) =>
  teams?.map(({ team, share }) => `${team} ${share.value?.toFixed(3)}`).join(' ');

test.each([
  ['time, not items', [...times(5, 'build@red*1 #pay'), 'build@blue*15 #pay'], 'blue 0.750 red 0.250'],
  ['time in all active stages', times(5, 'build@red*1 test@blue*3.25 #pay'), 'blue 0.750 red 0.250'],
  ['no time in other stages', times(5, 'new@blue*9 build@red*1 done@blue*9 #pay'), 'red 1.000'],
  ['no time that waits for the first action', times(5, 'build@red*3 build@blue*3~2 #pay'), 'red 0.750 blue 0.250'],
  ['no time that no team has', [...times(5, 'build@red*1 #pay'), 'build*9 #pay'], 'red 1.000'],
])('an owner is the team that has most %s', async (_, items, expected) => {
  const [owner] = await found(items);
  expect(shares(owner?.teams)).toBe(expected);
  expect(owner?.owner).toBe(expected.split(' ')[0]);
});

test('an owner is told with its amount, interval, runner-up and how many teams act', async () => {
  const [owner] = await found([...times(6, 'build@red*3 build@blue*1.25~0.25 #pay'), 'build*2 #pay']);
  expect(owner).toMatchObject({
    of: 'capability',
    key: 'pay',
    by: 'active-time',
    items: 6,
    owner: 'red',
    runnerUp: 'blue',
  });
  expect(owner?.amount).toBeCloseTo(24, 9);
  expect(owner?.covered).toBeCloseTo(24 / 26, 9);
  expect(owner?.effectiveTeams).toBeCloseTo(Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)), 9);
  const share = owner?.teams[0]?.share;
  expect(share).toMatchObject({ value: 0.75, n: 6 });
  expect(share?.lower).toBeCloseTo(0.75, 9);
});

test('the interval grows with the spread between items and stays inside 0 and 1', async () => {
  const [owner] = await found(['red', 'red', 'red', 'red', 'blue'].map((team) => `build@${team} #pay`));
  const share = owner?.teams[0]?.share;
  // Residuals y − 0.8·x are 0.2 four times and −0.8 once: variance 0.2, standard error 0.2, t(4) = 2.776.
  expect(share?.lower).toBeCloseTo(0.8 - 2.7764 * 0.2, 3);
  expect(share?.upper).toBe(1);
});

test('a team that does all the work has an interval with room below', async () => {
  const [owner] = await found(times(5, 'build@red #pay'));
  expect(owner?.teams[0]?.share).toMatchObject({ value: 1, lower: expect.closeTo(0.5655, 3), upper: 1 });
  expect(owner?.effectiveTeams).toBe(1);
});

test.each([
  [4, null, 'not enough data: 4 of at least 5 items'],
  [5, 'red', undefined],
])('%i items give the owner %s', async (count, team, missing) => {
  const [owner] = await found(times(count, 'build@red #pay'));
  expect([owner?.owner, owner?.missing]).toEqual([team, missing]);
  expect(owner?.teams).toHaveLength(1);
});

test('without any active stage the teams that ended the items are counted', async () => {
  const items = [...times(4, 'new@blue done@red #pay'), 'new@red done@blue #pay', 'new@blue #pay'];
  const [owner] = await found(items, { kinds: { new: 'new', done: 'done' } });
  expect(owner).toMatchObject({ by: 'items-ended', items: 5, amount: 5, owner: 'red' });
  expect(owner?.teams[0]?.share).toMatchObject({ value: 0.8, lower: expect.closeTo(0.3755, 3), n: 5 });
});

test('item types stand in where a log knows no capabilities, and what has none is shown', async () => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, ['build@red !bug', 'build@red'], { source: 'plain', kinds });
  await writeLog(engine, ['build@red !bug #pay', 'build@blue !bug'], { source: 'rich', kinds });
  const owners = await ownersIn(engine, (team) => team);
  expect(owners.map(({ of, key, mapped, items }) => [of, key, mapped, items])).toEqual([
    ['capability', '(none)', false, 1],
    ['capability', 'pay', true, 1],
    ['item-type', '(none)', false, 1],
    ['item-type', 'bug', true, 1],
  ]);
  engine.close();
});

test('an initiative that items name has an owner beside that of their capability, and items of none are in none', async () => {
  const items = [
    ...times(5, 'build@red*2 build@blue*1~0 #pay +move'),
    ...times(5, 'build@blue*2 #pay'),
    'build@red !bug +tidy',
  ];
  const owners = await found(items);
  expect(owners.map(({ of, key, owner, items: n }) => [of, key, owner, n])).toEqual([
    ['capability', '(none)', null, 1],
    ['capability', 'pay', 'blue', 10],
    ['initiative', 'move', 'red', 5],
    ['initiative', 'tidy', null, 1],
  ]);
  expect(shares(owners[2]?.teams)).toBe('red 0.667 blue 0.333');
});

test('an initiative none of whose items was in an active stage goes by those who ended them', async () => {
  const owners = await found(times(5, 'new@blue done@red +move'), { kinds: { new: 'new', done: 'done' } });
  expect(owners.find(({ of }) => of === 'initiative')).toMatchObject({ by: 'items-ended', owner: 'red', items: 5 });
});

test('small teams are one name with one share', async () => {
  const items = [...times(3, 'build@wee*2 #pay'), ...times(3, 'build@tiny*2 #pay'), ...times(3, 'build@red*3 #pay')];
  const [owner] = await found(items, { kinds, people: { wee: 1, tiny: 2, red: 9 } });
  expect(shares(owner?.teams)).toBe('(small teams) 0.571 red 0.429');
});
