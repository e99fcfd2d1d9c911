import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { littlesLaw } from './littles-law.ts';

const steady = 'A*5 active@0 done@10d';

test.each([
  ['nothing too much where all that was there is done', steady, '0..10d1s', 0],
  ['what stays open', `${steady}; B*5 active@5d`, '0..10d1s at 10d', 0.5],
  ['what is cancelled', `${steady}; B*5 active@5d dropped@10d`, '0..10d1s', 0.5],
  ['what is done after the window as not done', 'A*5 active@0 done@4d; B*5 active@2d done@20d', '0..6d', 1],
  ['old work that leaves as less', 'A*5 active@0 done@10d', '5d..11d', -0.5],
  ['work done as the window opens', 'A*5 active@0 done@10d; B*5 active@10d done@20d', '10d..21d', -0.5],
  ['no work done as the window closes', 'A*5 active@0 done@10d; B*5 active@0 done@4d', '0..10d', 2.5],
  ['no work cancelled as the window opens', 'A*5 active@0 dropped@10d; B*5 active@10d done@20d', '10d..21d', 0],
  ['no work that starts as the window closes', 'A*5 active@0 done@9d; B*5 active@10d done@12d', '0..10d', 0],
  ['no time after the evidence', 'A*5 active@0 done@10d; B*5 active@5d', '0..30d at 10d', 0.5],
  ['no time before the window', 'A*5 active@0 done@10d; B*5 active@2d done@20d', '8d..11d', -0.5],
  ['no work done before the window', 'A*5 active@0 done@2d; B*5 active@5d done@10d', '5d..11d', 0],
  ['no work that never started', `${steady}; B*5 new@0`, '0..10d1s', 0],
  ['the pause of reopened work', 'A*5 active@0 done@2d active@8d done@10d', '0..10d1s', 0],
  ['nothing of fewer than five', 'A*4 active@0 done@10d', '0..10d1s', null],
  ['nothing where nothing was done', 'A*5 active@0', '0..10d at 20d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red active@0 done@10d; B*5 blue active@0 done@5d; C*5 blue active@0 done@20d',
    '0..10d1s by team at 20d',
    { blue: 2.000002, red: 0 },
  ],
  ['one type', 'A*5:bug active@0 done@10d; B*5 active@5d', '0..10d1s where item-type=bug', 0],
  ['one capability', 'A*5+web active@0 done@10d; B*5 active@5d', '0..10d1s where capability=web', 0],
])("Little's law counts %s", async (_, log, question, excess) => {
  expect(await figure(littlesLaw, log, question)).toEqual(excess);
});

test('beside it stand its terms, and what it presumes', async () => {
  const log =
    'A*5 active@0 done@12d; F active@9d done@12d; B*2 active@12d done@20d; C*3 active@2d; D active@11d dropped@13d; E*4 new@0; G new@0 done@12d';
  expect(await beside(littlesLaw, log, '10d..17d at 24d')).toEqual({
    meanWip: 6.428571,
    throughputPerWeek: 6,
    meanFlowTime: 10.5,
    arrivals: 3,
    departures: 7,
    wipBefore: 9,
    wipAfter: 5,
  });
});

test('beside it work counts once at the very edges of the window', async () => {
  const log = 'A*5 active@10d done@17d; B*3 active@17d done@18d; C active@0 dropped@10d; D*2 active@0 done@10d';
  expect(await beside(littlesLaw, log, '10d..17d at 24d')).toMatchObject({
    arrivals: 5,
    departures: 2,
    wipBefore: 2,
    wipAfter: 5,
  });
});

test('beside it the terms end where the evidence does', async () => {
  expect(await beside(littlesLaw, 'A*5 active@0 done@7d', '0..28d at 14d')).toMatchObject({
    meanWip: 2.5,
    throughputPerWeek: 2.5,
  });
});

test('in a window after the evidence nothing is in progress', async () => {
  expect(await beside(littlesLaw, 'A*5 active@0', '20d..30d at 10d')).toMatchObject({ wipBefore: 0, wipAfter: 0 });
});

test('items that were done without a start lower the coverage', async () => {
  const log =
    'A*5 active@2d done@4d; B*5^0 new@1d done@4d; C*2 new@0 done@1d; D*2 new@0 done@5d; E*2 new@0; F*2 new@0 done@2d';
  const [reading] = await readingsOf(littlesLaw, log, '2d..5d');
  expect(reading).toMatchObject({ n: 5, coverage: 5 / 12, also: { departures: 5, arrivals: 5 } });
});
