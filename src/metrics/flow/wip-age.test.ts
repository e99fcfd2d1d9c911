import { expect, test } from 'vitest';
import { beside, figure } from '../fixtures/readings.ts';
import { wipAge } from './wip-age.ts';

const ages = 'A active@0; B active@1d; C active@2d; D active@3d; E active@8d';

test.each([
  ['the median age at the end of the window', ages, '0..10d', 8],
  ['the median age at its end, not at that of the log', ages, '0..9d', 7],
  ['the age from the start, not from creation', 'A*5^-9d new@0 queue@2d', '0..10d', 8],
  ['work that was done later', 'A*5 active@1d done@12d', '0..10d', 9],
  ['work that was cancelled later', 'A*5 active@1d dropped@12d', '0..10d', 9],
  ['no work that ends with the window', 'A*5 active@1d done@10d; B*5 active@5d', '0..10d', 5],
  ['no work that starts with the end of the window', `${ages}; F*9 active@10d`, '0..10d', 8],
  ['no work that ended before', 'A*5 active@1d done@4d; B*5 active@5d', '0..10d', 5],
  ['no work that never started', `${ages}; F*9 new@0`, '0..10d', 8],
  ['nothing of fewer than five', 'A*4 active@0', '0..10d', null],
  ['nothing of an empty log', '', '0..10d', null],
  ['each team apart', 'A*5 red active@0; B*5 blue active@1d', '0..10d by team', { blue: 9, red: 10 }],
  ['one type', 'A*5:bug active@0; B*5 active@1d', '0..10d where item-type=bug', 10],
  ['each capability apart', 'A*5+web active@0; B*5 active@1d', '0..10d by capability', { '(none)': 9, web: 10 }],
])('age of work counts %s', async (_, log, question, days) => {
  expect(await figure(wipAge, log, `${question} at 60d`)).toEqual(days);
});

test('ages end where the evidence does', async () => {
  expect(await figure(wipAge, ages, '0..10d')).toEqual(6);
});

const older = 'A*4 active@10d done@12d; B active@10d done@18d; C*3 active@14d; D*2 active@17d';

test.each([
  ['older than 85% of those done', older, '0..20d', 0.6],
  ['older than the limit, not as old', 'A*5 active@10d done@12d; C*5 active@8d', '0..10d', null],
  ['not older when just as old', 'A*5 active@0 done@2d; C*5 active@8d', '0..10d', 0],
  ['without a limit from fewer than five done', 'A*4 active@0 done@2d; C*5 active@1d', '0..10d', null],
  [
    'without a limit from those that never started',
    'A*4 active@0 done@2d; B new@0 done@1d; C*5 active@1d',
    '0..10d',
    null,
  ],
  [
    'without a limit from those cancelled',
    'A*4 active@0 done@2d; B active@0 dropped@2d; C*5 active@1d',
    '0..10d',
    null,
  ],
  ['by the limit of those done as the window opens', 'A*5 active@0 done@2d; C*5 active@5d', '2d..10d', 1],
  ['without a limit of those done before the window', 'A*5 active@0 done@2d; C*5 active@5d', '3d..10d', null],
  ['without a limit of those done as the window closes', 'A*5 active@0 done@10d; C*5 active@5d', '0..10d', null],
  [
    'by the limit of their own team',
    'A*5 red active@0 done@1d; B*9 blue active@0 done@9d; C*5 red active@7d',
    '0..10d where team=red',
    1,
  ],
  [
    'by the limit of their own type',
    'A*5:bug active@0 done@1d; B*9 active@0 done@9d; C*5:bug active@7d',
    '0..10d by item-type',
    1,
  ],
  [
    'by the limit of their own capability',
    'A*5+web active@0 done@1d; B*9 active@0 done@9d; C*5+web active@7d',
    '0..10d by capability',
    1,
  ],
])('beside the age stands the share of work %s', async (_, log, question, share) => {
  expect(await beside(wipAge, log, `${question} at 60d`)).toEqual({ olderThanP85: share });
});
