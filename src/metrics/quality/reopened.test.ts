import { expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { reopened } from './reopened.ts';

const edges =
  'A*3 active@0 done@0 active@0 done@1d; B*2 active@0 done@1d; C*5 active@0 done@1d active@1d done@2d; D*5 active@0 dropped@1d; E*5 active@0';

test.each([
  ['ways out of a done stage', 'A*2 active@0 done@1d active@2d done@3d; B*3 active@0 done@1d', '', 0.4],
  [
    'an item once, however often it was',
    'A*2 active@0 done@1d active@2d done@3d queue@4d done@5d; B*3 active@0 done@1d',
    '',
    0.4,
  ],
  ['no move between done stages', 'A*5 active@0 done@1d shipped@2d', '', 0],
  ['items done as the window opens', edges, '1d..2d', 0.6],
  ['no items done as the window closes', edges, '0..2d', 0.6],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red active@0 done@1d active@2d done@3d; B*5 blue active@0 done@1d',
    'by team',
    { blue: 0, red: 1 },
  ],
  [
    'each type apart',
    'A*5:bug active@0 done@1d active@2d done@3d; B*5 active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web active@0 done@1d active@2d done@3d; B*5 active@0 done@1d', 'where capability=web', 1],
])('reopened work counts %s', async (_, log, question, share) => {
  expect(await figure(reopened, log, question)).toEqual(share);
});
