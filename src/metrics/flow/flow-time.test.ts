import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { flowTime } from './flow-time.ts';

const edges = 'A*5 active@0 done@1d; B*5 active@0 done@2d; C*5 active@0 dropped@1d; D*5 active@0';

test.each([
  ['from the start, not from creation', 'A*5^-9d new@0 active@3d done@10d', '', 7],
  ['from a queue', 'A*5 new@0 queue@1d active@3d done@10d', '', 9],
  ['to the last end of a reopened item', 'A*5 active@0 done@1d active@2d done@5d', '', 5],
  ['to the first of several done stages', 'A*5 active@0 done@1d shipped@5d', '', 1],
  ['the median of several', 'A*3 active@0 done@1d; B*2 active@0 done@9d', '', 1],
  ['items done as the window opens', edges, '1d..2d', 1],
  ['no items done as the window closes', edges, '0..2d', 1],
  ['no items done before the window', edges, '2d..3d', 2],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of fewer than five', 'A*4 active@0 done@1d', '', null],
  ['nothing of an empty log', '', '', null],
  ['not what never started', 'A*5 new@0 done@1d', '', null],
  ['each team apart', 'A*5 red active@0 done@1d; B*5 blue active@0 done@2d', 'by team', { blue: 2, red: 1 }],
  [
    'one type of one team',
    'A*5:bug red active@0 done@1d; B*5:bug blue active@0 done@2d; C*5 blue active@0 done@4d',
    'by team where item-type=bug',
    { blue: 2, red: 1 },
  ],
  ['each capability apart', 'A*5+web active@0 done@1d; B*5 active@0 done@2d', 'by capability', { '(none)': 2, web: 1 }],
])('flow time counts %s', async (_, log, question, days) => {
  expect(await figure(flowTime, log, question)).toEqual(days);
});

test('beside it stand higher percentiles, the mean and working hours', async () => {
  const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 21];
  const log = days.map((day) => `A${day} active@0 done@${day}d`).join(';');
  expect(await beside(flowTime, log)).toMatchObject({ p85: 8.5, p95: 15, mean: 6, workingP50: 40 });
});

test.each([
  ['what was reopened', 'A*5 active@0 done@1d active@2d done@3d; B*2 active@0 done@1d', { assumed: 0, reopened: 5 }],
  ['a reopened item once', 'A*5 active@0 done@1d active@2d done@3d active@4d done@5d', { assumed: 0, reopened: 5 }],
  ['what began before its first row', 'A*2^-1d active@0 done@1d; B*3 active@0 done@1d', { assumed: 2, reopened: 0 }],
  ['what told no stage at first', 'A*2 .@0 active@1d done@2d; B*3 active@0 done@1d', { assumed: 2, reopened: 0 }],
  [
    'nothing of what never started',
    'A*3^-1d new@0 done@1d queue@2d done@3d; B*4^-1d new@0 done@1d new@2d done@3d; C*5 active@0 done@1d',
    { assumed: 3, reopened: 3 },
  ],
  ['complete counts, however few', 'A^-1d active@0 done@1d active@2d done@3d', { mean: null, assumed: 1, reopened: 1 }],
])('beside flow time is counted %s', async (_, log, expected) => {
  expect(await beside(flowTime, log)).toMatchObject(expected);
});

test('work that never started lowers the coverage, and cancelled work does not', async () => {
  const [reading] = await readingsOf(flowTime, 'A*6 active@0 done@1d; B*4 new@0 done@1d; C*5 active@0 dropped@1d');
  expect(reading).toMatchObject({ n: 6, coverage: 0.6 });
});
