import { expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { stability } from './stability.ts';

const edges =
  'A*3 active@0 done@1d; B*2 active@0 queue@0 active@0 done@1d; C*5 active@0 done@2d; D*5 active@0 queue@0 active@0 dropped@1d; E*5 active@0 queue@0 active@0';

test.each([
  [
    'what goes straight through',
    'A*3 red active@0 test/blue@1d done@3d; B*2 active@0 queue@1d active@2d done@3d',
    '',
    0.6,
  ],
  ['nothing with rework', 'A*5 active@0 queue@1d active@2d done@3d', '', 0],
  ['nothing that was reopened', 'A*5 active@0 done@1d test@2d shipped@3d', '', 0],
  ['nothing with ping-pong', 'A*5 red active@0 ./blue@1d ./red@2d done@3d', '', 0],
  ['what only returns to a team the long way', 'A*5 red active@0 ./blue@1d ./green@2d ./red@3d done@4d', '', 1],
  ['items done as the window opens', edges, '1d..2d', 0.6],
  ['no items done as the window closes', edges, '0..2d', 0.6],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red active@0 done@1d; B*5 blue active@0 queue@1d active@2d done@3d',
    'by team',
    { blue: 0, red: 1 },
  ],
  [
    'each type apart',
    'A*5:bug active@0 done@1d; B*5 active@0 queue@1d active@2d done@3d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web active@0 done@1d; B*5 active@0 queue@1d active@2d done@3d', 'where capability=web', 1],
])('right the first time counts %s', async (_, log, question, share) => {
  expect(await figure(stability, log, question)).toEqual(share);
});
