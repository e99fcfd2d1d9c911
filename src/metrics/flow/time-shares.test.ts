import { expect, test } from 'vitest';
import { beside, figure } from '../fixtures/readings.ts';
import { timeShares } from './time-shares.ts';

const each = 'A*5 red new@0 active@2d decision@3d active@7d block@8d unblock@16d ./blue@17d .@33d odd@40d done@100d';
const edges =
  'A*5 queue@0 active@12h done@1d; B*5 active@0 done@2d; C*5 queue@0 active@6h dropped@1d; D*5 queue@0 active@6h';

test.each([
  ['active time in all time since creation', 'A*5 new@0 active@3d done@4d', '', 0.25],
  ['active time in all time, unmapped included', 'A*5 odd@0 active@3d done@4d', '', 0.25],
  ['active time before other waiting', each, '0..200d', 0.1],
  [
    'blocks and hand-overs before the start',
    'A*5 red new@0 block@1d unblock@2d ./blue@3d .@4d active@9d done@12d',
    '',
    0.25,
  ],
  ['no pause before a reopening', 'A*5 queue@0 done@1d active@5d done@6d', '', 0.5],
  ['sums, not items', 'A*5 queue@0 active@9d done@10d; B*5 queue@0 active@1d done@2d', '', 0.166667],
  ['items that never started', 'A*5 new@0 done@1d; B*5 active@0 done@1d', '', 0.5],
  ['no items without time', 'A*5 active@0 done@0', '', null],
  ['items done as the window opens', edges, '1d..2d', 0.5],
  ['no items done as the window closes', edges, '0..2d', 0.5],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red queue@0 active@3d done@4d; B*5 blue active@0 done@4d',
    'by team',
    { blue: 1, red: 0.25 },
  ],
  [
    'each type apart',
    'A*5:bug queue@0 active@3d done@4d; B*5 active@0 done@4d',
    'by item-type',
    { '(none)': 1, bug: 0.25 },
  ],
  ['one capability', 'A*5+web queue@0 active@3d done@4d; B*5 active@0 done@4d', 'where capability=web', 0.25],
])('time shares count %s', async (_, log, question, share) => {
  expect(await figure(timeShares, log, question)).toEqual(share);
});

test('beside active time stand the other five, and all sum to one', async () => {
  const also = await beside(timeShares, each, '0..200d');
  expect(also).toEqual({ queue: 0.02, handoff: 0.16, decision: 0.04, blocked: 0.08, unmapped: 0.6 });
});

test('blocks and hand-overs before the start have their shares', async () => {
  const log = 'A*5 red new@0 block@1d unblock@2d ./blue@3d .@5d active@9d done@10d';
  expect(await beside(timeShares, log)).toMatchObject({ queue: 0.6, handoff: 0.2, blocked: 0.1 });
});
