import { expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { interruptions } from './interruptions.ts';

const edges =
  'A*5 active@0 queue@2h active@3h done@1d; B*5 active@0 queue@1d active@1d done@2d; C*5 active@0 dropped@1d; D*5 active@0';
const twice = 'E*5 active@0 queue@1d active@1d queue@2d active@2d done@2d';

test.each([
  ['ways to a queue and back', 'A*5 active@0 queue@1d active@2d done@3d', '', 1],
  ['ways to a decision and back', 'A*5 active@0 decision@1d active@2d done@3d', '', 1],
  ['blocks while somebody works', 'A*5 active@0 block@1d unblock@2d block@3d done@4d', '', 2],
  ['no ways on', 'A*5 active@0 queue@1d test@2d done@3d', '', 0],
  ['no blocks in a queue', 'A*5 queue@0 block@1d unblock@2d active@3d done@4d', '', 0],
  ['the mean over items', `${edges}; ${twice}`, '', 1.333333],
  ['items done as the window opens', `${edges}; ${twice}`, '1d..2d', 1],
  ['no items done as the window closes', `${edges}; ${twice}`, '0..2d', 1],
  ['no items done before the window', `${edges}; ${twice}`, '2d..3d', 1.5],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  ['each team apart', 'A*5 red active@0 block@1d done@2d; B*5 blue active@0 done@1d', 'by team', { blue: 0, red: 1 }],
  [
    'each type apart',
    'A*5:bug active@0 block@1d done@2d; B*5 active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web active@0 block@1d done@2d; B*5 active@0 done@1d', 'where capability=web', 1],
])('interruptions count %s', async (_, log, question, mean) => {
  expect(await figure(interruptions, log, question)).toEqual(mean);
});
