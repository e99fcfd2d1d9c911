import { expect, test } from 'vitest';
import { discover } from '#discovery/discover.ts';
import { busy, everything, looking, worldOf } from './fixtures/world.ts';
import { handOffs } from './hand-offs.ts';

const told = async (log: string, asked = '', shownTeam = (team: string) => team): Promise<string> => {
  const { ground } = await worldOf(log, { shownTeam });
  return (await handOffs(ground, looking(asked)))
    .map(
      ({ from, to, count, items, answered, medianWaitDays }) =>
        `${from}>${to} ${count}/${items} ${answered} ${medianWaitDays}d`,
    )
    .join(', ');
};

test.each([
  ['a hand-off with its wait until the receiver acts', 'A red active@0 ./blue@1d .@3d', '', 'red>blue 1/1 1 2d'],
  ['no wait of one that nobody answered', 'A red active@0 ./blue@1d', '', 'red>blue 1/1 0 nulld'],
  [
    'one item that goes twice',
    'A red active@0 ./blue@1d .@2d ./red@3d .@4d ./blue@5d .@8d',
    '',
    'red>blue 2/1 2 2d, blue>red 1/1 1 1d',
  ],
  ['those of the window', 'A red active@0 ./blue@1d .@2d ./red@3d .@4d', '3d..4d', 'blue>red 1/1 1 1d'],
  ['none as the window closes', 'A red active@0 ./blue@1d .@2d ./red@3d .@4d', '1d..3d', 'red>blue 1/1 1 1d'],
  [
    'only items that are looked at',
    'A:bug red active@0 ./blue@1d .@2d; B:wish red active@0 ./blue@1d .@2d',
    'where item-type=bug',
    'red>blue 1/1 1 1d',
  ],
])('hand-offs tell %s', async (_, log, asked, pairs) => {
  expect(await told(log, asked)).toBe(pairs);
});

test('teams that are too small stand under one name, and so do hand-offs between them', async () => {
  const log = 'A red active@0 ./blue@1d .@2d ./green@3d .@7d';
  const shown = (team: string): string => (team === 'red' ? 'red' : 'the others');
  expect(await told(log, '', shown)).toBe('red>the others 1/1 1 1d, the others>the others 1/1 1 4d');
});

test('those of all evidence are the ones that the discovery finds', async () => {
  const { ground } = await worldOf(busy);
  const { handovers } = await discover(ground.engine, { shownTeam: (team) => team });
  const found = handovers.pairs.map(({ from, to, count, items, medianWaitDays }) => ({
    from,
    to,
    count,
    items,
    medianWaitDays,
  }));
  const ours = (await handOffs(ground, everything)).map(({ from, to, count, items, medianWaitDays }) => ({
    from,
    to,
    count,
    items,
    medianWaitDays,
  }));
  expect(ours).toEqual(found);
});
