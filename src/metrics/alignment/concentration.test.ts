import { expect, test } from 'vitest';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { concentration } from './concentration.ts';

const plan = 'q@0..30d a=1; a needs c12 c22 c32 c42';
const ways = [1, 2, 3, 4].map((n) => `m${n}>i${n}:1 i${n}>c${n}:1`).join(' ');
const told = (text: string, strategy = plan, teams = '') => ({ records: fundsIn(text, strategy, teams) });
const published = `m1 40@1d; m2 30@1d; m3 20@1d; m4 10@1d; ${ways}`;

test('spend of 40, 30, 20 and 10 has the published figures', async () => {
  expect(await figure(concentration, told(published))).toBe(3.333333);
  expect(await beside(concentration, told(published))).toEqual({
    herfindahl: 0.3,
    normalised: 0.066667,
    gini: 0.25,
    giniCorrected: 0.333333,
    topThree: 0.9,
  });
});

test.each([
  ['even shares as many', `m1 25@1d; m2 25@1d; m3 25@1d; m4 25@1d; ${ways}`, '', 4],
  ['one that has all as one', `m1 25@1d; ${ways}`, '', 1],
  ['several lines of one capability together', `m1 10@1d 10@2d; m2 20@1d; ${ways}`, '', 2],
  ['no unmapped spend', `m1 20@1d; m2 20@1d; m9 900@1d; ${ways}`, '', 2],
  ['no budget', `m1 20@1d 900%q; m2 20@1d; ${ways}`, '', 2],
  ['other currencies by their rate', `m1 40USD@1d; m2 20@1d; ${ways}; USD:0.5@0`, '', 2],
  ['nothing where a credit leaves less than nothing', `m1 20@1d; m2 -10@1d; ${ways}`, '', null],
  ['nothing where nothing is spent', ways, '', null],
  ['money spent as the window opens', `m1 20@1d 900@0; m2 20@1d; ${ways}`, '1d..9d', 2],
  ['no money spent as it closes', `m1 20@1d 900@2d; m2 20@1d; ${ways}`, '0..2d', 2],
])('spread of spend counts %s', async (_, text, question, number) => {
  expect(await figure(concentration, told(text), question)).toEqual(number);
});

test.each([
  ['with a share of importance in the window', plan, '0..30d', 0.5],
  ['not those without importance', 'q@0..30d a=1; a needs c12 c22 c32 c40', '0..30d', 0.333333],
  ['not those of another time', plan, '30d..60d', 0],
  ['those whose weights end in the window', 'q@0..31d a=1; a needs c12 c22 c32 c42', '30d..60d', 0.5],
  ['not those whose weights begin as it closes', 'q@60d..90d a=1; a needs c12 c22 c32 c42', '30d..60d', 0],
])('capabilities without spend count %s', async (_, strategy, question, gini) => {
  const world = told(`m1 20@1d 20@31d; m2 20@1d 20@31d; ${ways}`, strategy);
  expect(await beside(concentration, world, question)).toMatchObject({ gini });
});

test('each team of an initiative stands apart', async () => {
  const world = told(`m1 20@1d; m2 20@1d; m3 20@1d; ${ways}`, plan, 'i1:red i2:red i3:blue');
  expect(await figure(concentration, world, 'by team')).toEqual({ '(none)': null, blue: 1, red: 2 });
});

test('unmapped spend and what has no rate lower the coverage', async () => {
  const world = told(`m1 20@1d 5USD@1d; m2 20@1d; m9 900@1d; ${ways}`, '');
  expect((await readingsOf(concentration, world))[0]).toMatchObject({
    value: 2,
    n: 2,
    coverage: 0.5,
    interval: 'complete',
  });
});

test('capabilities without spend count beside unmapped spend, and each only once', async () => {
  const world = told(`m1 20@1d; m2 20@1d; m9 900@1d; ${ways}`);
  expect(await beside(concentration, world)).toMatchObject({ gini: 0.5 });
  expect((await readingsOf(concentration, world))[0]).toMatchObject({ value: 2, n: 4, coverage: 0.8 });
});

test('where nothing is spent there is nothing on record', async () => {
  const [reading] = await readingsOf(concentration, told(ways));
  expect(reading).toMatchObject({ coverage: null, missing: 'no spend is on record in the window' });
});
