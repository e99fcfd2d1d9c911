import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { reworkLevel } from './rework-level.ts';

const again = 'active@0 queue@0 active@0';
const edges = `A*5 ${again} done@1d; B*5 active@0 done@2d; C*5 ${again} queue@0 active@0 dropped@1d; D*5 ${again} queue@0 active@0`;

test.each([
  ['entries into active stages that are not the first', 'A*5 active@0 test@1d active@2d test@3d done@4d', '', 0.5],
  ['entries, not items', `A ${again} done@1d; B*3 active@0 test@0 done@1d`, '', 0.125],
  ['no entries into queues', 'A*5 active@0 queue@1d test@2d queue@3d done@4d', '', 0],
  ['entries into a loop as first ones', 'A*5 loop@0 queue@1d loop@2d done@3d', '', 0],
  ['no hand-over as an entry', 'A*5 red active@0 ./blue@1d done@3d', '', 0],
  ['nothing of fewer than five entries', `A*2 ${again} done@1d`, '', null],
  ['five entries of fewer items', `A*2 ${again} done@1d; B active@0 done@1d`, '', 0.4],
  ['items done as the window opens', edges, '1d..2d', 0.5],
  ['no items done as the window closes', edges, '0..2d', 0.5],
  ['no items done before the window', edges, '2d..3d', 0],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  ['each team apart', `A*5 red ${again} done@1d; B*5 blue active@0 done@1d`, 'by team', { blue: 0, red: 0.5 }],
  ['each type apart', `A*5:bug ${again} done@1d; B*5 active@0 done@1d`, 'by item-type', { '(none)': 0, bug: 0.5 }],
  ['one capability', `A*5+web ${again} done@1d; B*5 active@0 done@1d`, 'where capability=web', 0.5],
])('the rework level counts %s', async (_, log, question, share) => {
  expect(await figure(reworkLevel, log, question)).toEqual(share);
});

test('beside it stands the share of items', async () => {
  expect(
    await beside(reworkLevel, `A*2 ${again} done@1d; B*3 queue@0 active@0 queue@1d done@2d; C*5 active@0 done@1d`),
  ).toEqual({ items: 0.5 });
});

test('it stands on entries', async () => {
  const [reading] = await readingsOf(reworkLevel, `A*5 ${again} done@1d`);
  expect(reading).toMatchObject({ n: 10, coverage: 1, interval: 'wilson' });
});
