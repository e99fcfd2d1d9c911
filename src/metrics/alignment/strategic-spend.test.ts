import { expect, test } from 'vitest';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategicSpend } from './strategic-spend.ts';

const plan = 'q@0..30d a=0.6 b=0.4; a needs web2 app1; b needs ops3';
const ways = 'm1>i1:1 m2>i2:1 i1>web:1 i2>app:1';
const told = (text: string, strategy = plan, teams = '') => ({ records: fundsIn(text, strategy, teams) });

test.each([
  ['what goes to what some goal needs at the cut', `m1 40@1d; m2 60@1d; ${ways}`, '', 0.4],
  ['the share that each link passes on', 'm1 100@1d; m1>i1:0.5 m1>i2:0.5 i1>web:0.6 i1>app:0.4 i2>ops:0.2', '', 0.4],
  ['what goes nowhere as not strategic', `m1 40@1d; m2 60@1d; m1>i1:1 i1>web:1`, '', 0.4],
  ['what an initiative keeps as not strategic', 'm1 100@1d; m1>i1:1 i1>web:0.4', '', 0.4],
  ['parts to the cent', 'm1 0.01@1d; m1>i1:1 i1>web:0.6 i1>app:0.4', '', 1],
  ['each amount by the links of its day', 'm1 40@1d 60@2d; m1>i1:1 i1>web:1@..2d i1>app:1@2d..', '', 0.4],
  [
    'each amount by the weights of its day',
    `m1 40@1d; m2 60@31d; m1>i1:1 m2>i2:1 i1>web:1 i2>web:1`,
    '0..60d',
    0.4,
    `${plan}; r@30d..60d b=1`,
  ],
  ['other currencies by their rate', `m1 80USD@1d; m2 60@1d; ${ways}; USD:0.5@0`, '', 0.4],
  ['other currencies by the rate of the day', `m1 80USD@3d; m2 60@1d; ${ways}; USD:9@0; USD:0.5@2d; USD:9@4d`, '', 0.4],
  ['credits as less', `m1 50@1d -10@2d; m2 60@1d; ${ways}`, '', 0.4],
  ['nothing where all is credited', `m1 50@1d -50@2d; ${ways}`, '', null],
  ['nothing where nothing is spent', ways, '', null],
  ['no budget', `m1 40@1d; m2 60@1d 900%q; ${ways}`, '', 0.4],
  ['money spent as the window opens', `m1 40@1d; m2 60@1d 900@0; ${ways}`, '1d..9d', 0.4],
  ['no money spent as it closes', `m1 40@1d; m2 60@1d 900@2d; ${ways}`, '0..2d', 0.4],
  ['no money of a later day than that of reading', `m1 40@1d; m2 60@1d 900@6d; ${ways}`, '0..30d at 5d', 0.4],
  ['money of that very day', `m1 40@1d; m2 60@5d; ${ways}`, '0..30d at 5d', 0.4],
  ['each capability apart', `m1 40@1d; m2 60@1d 9@2d; ${ways}`, 'by capability', { app: 0, web: 1 }],
  ['one capability', `m1 40@1d; m2 60@1d; ${ways}`, 'where capability=web', 1],
])('spend on strategic capabilities counts %s', async (_, text, question, share, strategy = plan) => {
  expect(await figure(strategicSpend, told(text, strategy), question)).toEqual(share);
});

test('each team of an initiative stands apart, and so does what reaches none', async () => {
  const world = told(`m1 40@1d; m2 60@1d; m3 9@1d; ${ways}`, plan, 'i1:red i2:blue');
  expect(await figure(strategicSpend, world, 'by team')).toEqual({ '(none)': 0, blue: 0, red: 1 });
});

test('what is unmapped and what is run are told beside it', async () => {
  const world = told(`m1!run 40@1d; m2!transform 30@1d; m3!run 20@1d; m4 10@1d; ${ways} m4>i4:1 i4>ops:1`);
  expect(await beside(strategicSpend, world)).toEqual({
    ofMapped: 0.625,
    mapped: 0.8,
    ofRun: 0.666667,
    ofChange: 0.25,
  });
  expect((await readingsOf(strategicSpend, world))[0]).toMatchObject({
    value: 0.5,
    lower: 0.5,
    upper: 0.5,
    n: 4,
    interval: 'complete',
    coverage: 1,
  });
});

test('what has no rate, or falls on a day without weights, lowers the coverage and counts as nothing', async () => {
  const rated = told(`m1 40@1d 900USD@1d; m2 60@1d 900USD@2d; ${ways}; USD:0.5@3d`);
  expect((await readingsOf(strategicSpend, rated))[0]).toMatchObject({ value: 0.4, n: 2, coverage: 0.5 });
  const weighed = told(`m1 40@1d 900@31d; m2 60@1d 900@32d; ${ways}`);
  expect((await readingsOf(strategicSpend, weighed, '0..60d'))[0]).toMatchObject({ value: 0.4, n: 2, coverage: 0.5 });
  const none = told(`m1 40@31d; ${ways}`);
  expect((await readingsOf(strategicSpend, none, '0..60d'))[0]?.missing).toMatch(/^no spend has a rate/);
});

test('money of days without weights is in no share beside it but that of what is mapped', async () => {
  const world = told(`m1!run 40@1d 100@31d; m2 60@1d; ${ways}`);
  expect(await beside(strategicSpend, world, '0..60d')).toMatchObject({
    ofMapped: 0.4,
    mapped: 1,
    ofRun: 1,
    ofChange: 0,
  });
});

test('money of days without weights is unmapped only where no link passes it on', async () => {
  const world = told(`m1 40@1d 60@31d; m2 60@1d; m3 40@32d; ${ways}`);
  expect(await beside(strategicSpend, world, '0..60d')).toMatchObject({ ofMapped: 0.4, mapped: 0.8 });
  const none = told(`m1 40@31d; m2 40@31d; m3 20@32d; ${ways}`);
  expect(await beside(strategicSpend, none, '0..60d')).toMatchObject({ ofMapped: null, mapped: 0.8 });
});
