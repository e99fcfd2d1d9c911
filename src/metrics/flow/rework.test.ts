import { expect, test } from 'vitest';
import { beside, figure } from '../fixtures/readings.ts';
import { rework } from './rework.ts';

const edges =
  'A*3 active@0 queue@0 active@0 done@1d; B*2 active@0 done@1d; C*5 active@0 queue@1d active@1d done@2d; D*5 active@0 dropped@1d; E*5 active@0';

test.each([
  ['a stage that is entered again', 'A*5 active@0 queue@1d active@2d done@3d', '', 1],
  ['no stage that is told again', 'A*5 active@0 active@1d done@3d', '', 0],
  ['no loop by design', 'A*5 loop@0 queue@1d loop@2d done@3d', '', 0],
  ['a reopening that leads back', 'A*5 active@0 done@1d active@2d done@3d', '', 1],
  ['items done as the window opens', edges, '1d..2d', 0.6],
  ['no items done as the window closes', edges, '0..2d', 0.6],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red active@0 queue@1d active@2d done@3d; B*5 blue active@0 done@1d',
    'by team',
    { blue: 0, red: 1 },
  ],
  [
    'each type apart',
    'A*5:bug active@0 queue@1d active@2d done@3d; B*5 active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web active@0 queue@1d active@2d done@3d; B*5 active@0 done@1d', 'where capability=web', 1],
])('rework counts %s', async (_, log, question, share) => {
  expect(await figure(rework, log, question)).toEqual(share);
});

test('beside rework stand items that repeat an activity', async () => {
  const log = 'A*5 active@0 call@1d call@2d done@3d; B*3 active@0 call@1d queue@2d active@3d done@4d';
  expect([await figure(rework, log), await beside(rework, log)]).toEqual([0.375, { raw: 0.625 }]);
});
