import { expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { velocity } from './velocity.ts';

test.each([
  ['items done in the window', 'A active@0 done@1d; B active@0 done@2d', '', 2],
  ['an item done as the window opens', 'A active@0 done@1d', '1d..2d', 1],
  ['no item done as the window closes', 'A active@0 done@2d', '1d..2d', 0],
  ['no item done before the window', 'A active@0 done@1d', '2d..3d', 0],
  ['no open work', 'A active@0 done@1d; B active@2d', '', 1],
  ['no cancelled work', 'A active@0 done@1d; B active@0 dropped@1d', '', 1],
  ['items that never started', 'A new@0 done@1d', '', 1],
  ['a reopened item once, at its last end', 'A active@0 done@1d active@2d done@9d', '0..5d', 0],
  ['nothing of an empty log as zero, because nothing is a complete count', '', '', 0],
  [
    'each team apart',
    'A red active@0 done@1d; B blue active@0 done@1d; C red active@0 done@1d',
    'by team',
    { blue: 1, red: 2 },
  ],
  ['one team alone', 'A red active@0 done@1d; B blue active@0 done@1d', 'where team=red', 1],
  [
    'each type of one team',
    'A:bug red active@0 done@1d; B:idea red active@0 done@1d; C:bug blue active@0 done@1d',
    'by item-type where team=red',
    { bug: 1, idea: 1 },
  ],
  ['each capability apart', 'A+web active@0 done@1d; B active@0 done@1d', 'by capability', { '(none)': 1, web: 1 }],
  ['each month apart', 'A active@0 done@1d; B active@0 done@40d', '0..60d by period', { '2024-01': 1, '2024-02': 1 }],
])('velocity counts %s', async (_, log, question, items) => {
  expect(await figure(velocity, log, question)).toEqual(items);
});
