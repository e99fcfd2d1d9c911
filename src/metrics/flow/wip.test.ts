import { describe, expect, test } from 'vitest';
import { figure } from '../fixtures/readings.ts';
import { wip } from './wip.ts';

const two = 'A red active@0 done@2d; B blue active@1d12h done@3d12h; C red new@0';

describe('work in progress counts', () => {
  test.each([
    ['items at the end of each day', two, '0..4d', 0.75],
    ['what was under way before the window', two, '2d..4d', 0.5],
    ['one that starts in a day at its end', two, '1d..2d', 1],
    ['nothing that starts with the next day', 'A active@1d; B active@2d', '0..2d', 0.5],
    ['nothing that ends with the day', 'A active@0 done@1d; B active@0', '0..1d', 1],
    ['nothing that comes and goes as the day ends', 'A active@1d done@1d; B active@0; C .@2d', '0..2d', 1],
    ['nothing that comes and goes within a day', 'A active@1h done@2h; B active@0', '0..1d', 1],
    ['nothing that never started', 'A new@0; B active@0', '0..1d', 1],
    ['nothing that was done without a start', 'A new@0 done@1d12h; B active@0', '0..2d', 1],
    ['nothing that is cancelled', 'A active@0 dropped@12h; B active@0', '0..1d', 1],
    ['a reopened item also while it was done', 'A active@0 done@1d active@3d done@4d', '0..4d', 0.75],
    ['days with nothing', 'A active@0 done@1d12h; B active@9d', '0..4d', 0.25],
    ['no days that begin after the last row', 'A active@0; B active@1d', '0..4d', 1.5],
    ['only days that end in the window', 'A active@0; B active@1d', '0..1d12h', 1],
    ['the day in which the window opens', 'A active@0 done@2d; B active@0', '12h..1d', 2],
    ['nothing of an empty log', '', '0..4d', null],
    ['nothing of a log that begins later', 'A active@9d', '0..4d', null],
    ['nothing of a log that was over before', 'A active@0 done@1d', '1d..4d', null],
    ['nothing where no day ends', 'A active@0', '0..12h', null],
    ['each team on every day', two, '0..4d by team', { blue: 0.5, red: 0.25 }],
    ['a team that was over before the window not at all', two, '2d..4d by team', { blue: 0.5 }],
    ['no team that starts as the window closes', 'A red active@0; B blue active@2d', '0..2d by team', { red: 1 }],
    ['no team whose work takes no time', 'A red active@0; B blue active@1h done@1h', '0..2d by team', { red: 1 }],
    ['one team alone', two, '0..4d where team=red', 0.25],
    [
      'each type of one team',
      'A:bug red active@0; B red active@1d; C:bug blue active@0',
      '0..2d by item-type where team=red',
      { '(none)': 0.5, bug: 1 },
    ],
    [
      'each capability',
      'A+web active@0 done@1d; B+app active@0; C+app active@1d',
      '0..2d by capability',
      { app: 1.5, web: 0 },
    ],
    ['each month', 'A active@0 done@32d; B active@30d', '0..33d by period', { '2024-01': 1.032258, '2024-02': 1 }],
  ])('%s', async (_, log, question, items) => {
    expect(await figure(wip, log, question)).toEqual(items);
  });

  test('days by local midnight', async () => {
    const asked = [
      figure(wip, 'A active@23h', '0..1d'),
      figure(wip, 'A active@23h', '0..1d', { timeZone: 'Europe/Berlin' }),
    ];
    expect(await Promise.all(asked)).toEqual([1, 0]);
  });

  test('teams that are shown as one added up', async () => {
    expect(await figure(wip, two, '0..4d by team', { shownTeam: () => 'all' })).toEqual({ all: 0.75 });
  });
});
