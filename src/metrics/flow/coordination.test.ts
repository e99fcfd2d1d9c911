import { expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { coordination } from './coordination.ts';

const edges =
  'A*8 active@0 comment@0 done@1d; B*5 active@0 comment@0 comment@1d done@2d; C*5 active@0 comment@0 comment@0 comment@0 dropped@1d; D*5 active@0 comment@0 comment@0 comment@0';

test.each([
  ['comments', 'A*5 active@0 comment@1d comment@2d done@4d', '', 2],
  ['changes of person', 'A*5 active~ann@0 .~bob@1d .~ann@2d done@4d', '', 2],
  ['changes of team', 'A*5 red active@0 ./blue@1d ./red@2d done@4d', '', 2],
  ['approvals asked', 'A*5 active@0 approval@1d approval@2d done@4d', '', 2],
  ['all of them together', 'A*5 red active~ann@0 comment@1d ./blue~bob@2d approval@3d done@4d', '', 4],
  ['nothing else', 'A*5 red active~ann@0 block@1d unblock@2d .@3d done@4d', '', 0],
  ['the mean over items', edges, '', 1.384615],
  ['items done as the window opens', edges, '1d..2d', 1],
  ['no items done as the window closes', edges, '0..2d', 1],
  ['no items done before the window', edges, '2d..3d', 2],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  ['each team apart', 'A*5 red active@0 comment@0 done@1d; B*5 blue active@0 done@1d', 'by team', { blue: 0, red: 1 }],
  [
    'each type apart',
    'A*5:bug active@0 comment@0 done@1d; B*5 active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web active@0 comment@0 done@1d; B*5 active@0 done@1d', 'where capability=web', 1],
])('coordination counts %s', async (_, log, question, mean) => {
  expect(await figure(coordination, log, question)).toEqual(mean);
});
