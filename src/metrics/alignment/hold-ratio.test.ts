import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { beside, figure, readingsOf, rowsOf } from '../fixtures/readings.ts';
import { holdRatio } from './hold-ratio.ts';

const q = 'q@0..90d';
const first = `${q}; list:q@0 a*5`;
/** Six, of which each moves by three places. */
const turned = `${q}; list:q@0 a*6; list:q@7d a4 a5 a6 a*3`;
const told = (text: string, initiatives = 'a*5^0@20d') => ({ records: planningIn(text, initiatives) });

/** Flow time is 21 days: from the beginning of the first day to the end of the last. */
test.each([
  ['the days until a list leaves it out', `${first}; list:q@7d b`, undefined, '', 0.333333],
  ['the days until one moves it by three places', turned, 'a*6^0@20d', '0..3d', 0.333333],
  ['nothing that others came above', `${first}; list:q@7d b c d a*5; list:q@14d d`, undefined, '0..3d', 0.666667],
  ['the days until it stands eleventh', `${first}; list:q@7d b*10 a*5`, undefined, '0..3d', 0.333333],
  [
    'the days until a list of the next period does',
    `${q}; r@90d..180d; list:q@80d a*5; list:r@87d b`,
    'a*5^80d@100d',
    '80d..90d',
    0.333333,
  ],
  [
    'no list of a period of another kind',
    `${first}; y:year@0..360d; list:y@7d b; list:q@14d b`,
    undefined,
    '',
    0.666667,
  ],
  ['no list of goals', `${first}; list:q@7d !b; list:q@14d b`, undefined, '', 0.666667],
  ['nothing that is on no list', `${first}; list:q@7d b`, 'a*5^0@20d c*9^0@90d', '', 0.333333],
  ['nothing that came below the tenth place', `${q}; list:q@0 z*10 a*5; list:q@7d b`, 'a*5^0@20d', '', null],
  ['each time it came', `${first}; list:q@7d b; list:q@8d a*5; list:q@29d b`, undefined, '', 0.333333],
  ['the time after it moved as a new one', `${turned}; list:q@14d b`, 'a*6^0@20d', '', 0.333333],
  ['what stays on through a second list', `${first}; list:q@7d a*5; list:q@14d b`, undefined, '', 0.666667],
  ['initiatives that are not done', `${first}; list:q@7d b`, 'a*3^0@20d a4^0 a5^0', '', 0.333333],
  ['no initiative that has not begun', `${first}; list:q@7d b`, 'a*4^0@20d a5', '', null],
  [
    'what began only after figures are read as not begun',
    `${first}; list:q@7d b`,
    'a*5^21d@40d',
    '0..30d at 20d',
    null,
  ],
  ['no fewer than five', `${q}; list:q@0 a*4; list:q@7d b`, undefined, '', null],
  ['priorities agreed as the window opens', `${first}; list:q@7d b`, undefined, '0..3d', 0.333333],
  ['none agreed as it closes', `${q}; list:q@2d a*5; list:q@9d b`, undefined, '0..2d', null],
  ['none agreed before it', `${first}; list:q@7d b`, undefined, '1d..9d', null],
  [
    'each team apart',
    `${q}; list:q@0 a*5 b*5; list:q@7d b*5; list:q@14d c`,
    'a*5:red^0@20d b*5:blue^0@20d',
    'by team',
    { '(none)': null, blue: 0.666667, red: 0.333333 },
  ],
  [
    'one team',
    `${q}; list:q@0 b*2 a*5; list:q@7d b*2; list:q@14d c`,
    'a*5:red^0@20d b*2:blue^0@20d',
    'where team=red',
    0.333333,
  ],
])('the hold ratio counts %s', async (_, text, initiatives, question, ratio) => {
  expect(await figure(holdRatio, told(text, initiatives), question)).toEqual(ratio);
});

test.each([
  ['given up on the day it is stopped', first, 'a*5^0@6d!stopped', { held: 7, flow: null }],
  ['given up before it is stopped', `${first}; list:q@5d b`, 'a*5^0@6d!stopped', { held: 5, flow: null }],
  ['not given up when it is done', first, 'a*5^0@6d', { held: null, flow: 7 }],
  ['not given up by a list after it was done', `${first}; list:q@9d b`, 'a*5^0@6d', { held: null, flow: 7 }],
  ['not given up when its period is over', first, 'a*5^0', { held: null, flow: null }],
])('a priority is %s', async (_, text, initiatives, expected) => {
  expect(await beside(holdRatio, told(text, initiatives))).toEqual(expected);
});

test.each([
  ['its period is over', first, '', 90],
  ['figures are read', first, '0..30d at 40d', 40],
  ['the period of a later list is over', `${q}; r@90d..120d; list:q@0 a*5; list:r@80d a*5`, '', 120],
  ['it is over', first, 'ended', 21],
])('a priority that holds held at least until %s', async (_, text, question, days) => {
  const asked = question === 'ended' ? ['a*5^0@20d', ''] : ['a*5^0', question];
  const rows = await rowsOf(holdRatio, told(text, asked[0]), asked[1]);
  expect(rows.map((row) => row.held_days)).toEqual(Array.from({ length: 5 }, () => days));
});

test('what has not begun lowers the coverage and none of the holds', async () => {
  const [reading] = await readingsOf(holdRatio, told(`${first}; list:q@7d b`, 'a*5^0@20d'));
  expect(reading).toMatchObject({ n: 6, coverage: 5 / 6 });
  const more = told(`${q}; list:q@0 a*5 n*5; list:q@7d b`, 'a*5^0@20d n*5');
  expect((await readingsOf(holdRatio, more, ''))[0]).toMatchObject({ n: 11, coverage: 5 / 11 });
});

test.each([
  ['ten of eleven', `${q}; list:q@0 z*11`, '0..1d', 10],
  ['nothing that keeps the tenth place', `${q}; list:q@0 z*9 a1; list:q@2d z*9 a1`, '1d..9d', 0],
  ['what comes from the eleventh', `${q}; list:q@0 z*10 a1; list:q@2d z*9 a1 z10`, '1d..9d', 1],
  ['what moved by three places', turned, '1d..9d', 6],
  ['nothing that keeps its place', `${q}; list:q@0 a*6; list:q@7d a*6`, '1d..9d', 0],
  ['no goal', `${q}; list:q@0 !a !b`, '0..9d', 0],
])('agreed anew is %s', async (_, text, question, holds) => {
  const rows = await rowsOf(holdRatio, told(text, ''), question);
  expect(rows.length).toBe(holds);
});

test('what is listed after it was over holds for no time', async () => {
  const rows = await rowsOf(holdRatio, told(`${q}; list:q@0 a1`, 'a1^-9d@-5d'));
  expect(rows).toMatchObject([{ held_days: 0, over: false, flow_days: 5, is_done: true }]);
});

test('what was done is not given up by a list that places it low, and the list before it does not', async () => {
  const text = `${q}; r@90d..180d; list:q@20d a1; list:q@22d b; list:r@5d z*10 a1`;
  const rows = await rowsOf(holdRatio, told(text, 'a1^0@10d'), '20d..21d');
  expect(rows).toMatchObject([{ held_days: 0, over: false, is_done: true }]);
});

test('both medians stand beside it in days', async () => {
  const unlike = 'a1^0@9d a2^0@19d a3^0@29d a4^0@39d a5^0@49d';
  expect(await beside(holdRatio, told(`${q}; list:q@0 a*5; list:q@7d b`, unlike), '0..3d')).toEqual({
    held: 7,
    flow: 30,
  });
});
