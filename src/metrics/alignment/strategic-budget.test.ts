import { expect, test } from 'vitest';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategicBudget } from './strategic-budget.ts';

const plan = 'q@0..30d a=0.6 b=0.4; r@30d..60d b=1; a needs web2 app1; b needs ops3';
const ways = 'm1>i1:1 m2>i2:1 i1>web:1 i2>app:1';
const told = (text: string, strategy = plan, teams = '') => ({ records: fundsIn(text, strategy, teams) });

test.each([
  ['what is granted for what some goal needs at the cut', `m1 40%q; m2 60%q; ${ways}`, '', 0.4],
  ['what goes nowhere as not strategic', 'm1 40%q; m2 60%q; m1>i1:1 i1>web:1', '', 0.4],
  ['no spend', `m1 40%q; m2 60%q 900@1d; ${ways}`, '', 0.4],
  ['no spend in a window that holds the day', `m1 40%q; m2 60%q 900@0; ${ways}`, '0..60d', 0.4],
  ['no spend of a line without a budget', `m1 40%q; m2 60%q; m3 900@1d; ${ways}`, '0..60d', 0.4],
  ['periods that begin as the window opens', `m1 40%q; m2 60%q; ${ways}`, '0..60d', 0.4],
  ['no period that began before it', `m1 40%q; m2 60%q; ${ways}`, '1d..60d', null],
  ['no period that ends after it', `m1 40%q; m2 60%q; ${ways}`, '0..29d', null],
  ['the weights of its first day', `m1 40%q; m2 60%q; m3 100%r; ${ways} m3>i3:1 i3>web:1`, '0..60d', 0.2],
  ['the links of its first day', 'm1 100%q; m1>i1:1 i1>web:0.4@..1d i1>web:1@1d..', '', 0.4],
  ['the rate of its first day', `m1 80USD%q; m2 60%q; ${ways}; USD:0.5@0; USD:9@1d`, '', 0.4],
  ['no period that has not begun', `m1 40%q 900%r; m2 60%q; ${ways}`, '0..60d at 29d', 0.4],
  ['a period from its first day on', `m1 40%q; m2 60%q 100%r; ${ways}`, '0..60d at 30d', 0.2],
  ['each capability apart', `m1 40%q; m2 60%q; ${ways}`, 'by capability', { app: 0, web: 1 }],
])('budget for strategic capabilities counts %s', async (_, text, question, share) => {
  expect(await figure(strategicBudget, told(text), question)).toEqual(share);
});

const years = 'y:year@0..60d a=1; q@0..30d a=1; r@30d..60d a=1; z:half@15d..90d a=1; w@60d..100d a=1; a needs web2';

test.each([
  ['the longest that fits', 'm1 40%y 900%q 900%r; m2 60%y; m1>i1:1 i1>web:1', '0..60d', 0.4],
  ['the longest, told last', 'm1 900%q 900%r 40%y; m2 60%y; m1>i1:1 i1>web:1', '0..60d', 0.4],
  ['the parts where the whole does not fit', 'm1 900%y 40%q; m2 60%q; m1>i1:1 i1>web:1', '0..30d', 0.4],
  ['one that a longer one begins within', 'm1 40%q 900%z; m2 60%q; m1>i1:1 i1>web:1', '0..90d', 0.94],
  ['one that a longer one ends within', 'm1 40%w 40%z; m2 20%q; m1>i1:1 i1>web:1', '0..100d', 0.8],
  ['parts of another investment', 'm1 40%y; m2 60%q; m1>i1:1 i1>web:1', '0..60d', 0.4],
])('of budgets within each other counts %s', async (_, text, question, share) => {
  expect(await figure(strategicBudget, told(text, years), question)).toEqual(share);
});

test('each team of an initiative stands apart, and what is unmapped stands beside', async () => {
  const world = told(`m1 40%q; m2 40%q; m3 20%q; ${ways}`, plan, 'i1:red i2:blue');
  expect(await figure(strategicBudget, world, 'by team')).toEqual({ '(none)': 0, blue: 0, red: 1 });
  expect(await beside(strategicBudget, world)).toEqual({ ofMapped: 0.5, mapped: 0.8 });
});

test('what has no rate, or begins on a day without weights, lowers the coverage', async () => {
  const rated = told(`m1 40%q; m2 60%q; m3 900USD%q; ${ways}; USD:0.5@3d`);
  expect((await readingsOf(strategicBudget, rated))[0]).toMatchObject({ value: 0.4, n: 2, coverage: 2 / 3 });
  const weighed = told(`m1 40%q; m2 60%q; m3 900%r; ${ways}`, 'q@0..30d a=1; r@30d..60d; a needs web2');
  expect((await readingsOf(strategicBudget, weighed, '0..60d'))[0]).toMatchObject({
    value: 0.4,
    n: 2,
    coverage: 2 / 3,
  });
});

test('a budget that begins on a day without weights is unmapped only where no link passes it on', async () => {
  const world = told(`m1 40%q 60%r; m2 60%q; m3 40%r; ${ways}`, 'q@0..30d a=1; r@30d..60d; a needs web2');
  expect(await beside(strategicBudget, world, '0..60d')).toEqual({ ofMapped: 0.4, mapped: 0.8 });
});
