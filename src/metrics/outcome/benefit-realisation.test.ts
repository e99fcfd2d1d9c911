import { expect, test } from 'vitest';
import { companionOf } from '../companion.ts';
import type { Metric } from '../define.ts';
import { benefitsIn } from '../fixtures/benefits.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { benefitRealisation } from './benefit-realisation.ts';

const told = (text: string) => ({
  records: benefitsIn(`period p@0..10d q@10d..20d r@20d..40d h@0..20d s@40d..50d; ${text}`),
});

const a = 'benefit a:cost plan@0 p=10 q=10 r=20 did p=6';
const waning = 'benefit a:cost plan@0 p=10 q=10 r=20 s=-60 did p=6';
const kinds = `${a}; benefit b:revenue plan@0 p=30 did p=30`;

test.each([
  ['what came of what was planned of the same days', `${a} q=8`, '', 0.7],
  ['all benefits together', kinds, '', 0.9],
  ['what was planned of days that are not over as nothing yet', `${a} r=20`, '0..15d', 0.6],
  ['a period that is over as the window closes', `${a} q=8`, '0..20d', 0.7],
  ['no period that is not', `${a} q=8`, '0..19d', 0.6],
  ['periods that were over before the window', a, '15d..18d', 0.6],
  ['no period that is not over when figures are read', `${a} q=8`, '0..30d at 19d', 0.6],
  ['a period that is over just then', `${a} q=8`, '0..30d at 20d', 0.7],
  ['nothing of what nobody measured', a, '', 0.6],
  ['nothing of what is half measured', 'benefit a:cost plan@0 h=20 r=5 did p=6', '', null],
  ['parts of a period that was planned as one', 'benefit a:cost plan@0 h=20 did p=6 q=6', '', 0.6],
  ['more than was planned', 'benefit a:cost plan@0 p=10 did p=15', '', 1.5],
  ['nothing without a plan', 'benefit a:cost did p=15', '', null],
  ['nothing by a plan that nobody approved', 'benefit a:cost plan p=10 did p=15', '', null],
  ['nothing by a plan that is approved later', 'benefit a:cost plan@25d p=10 did p=15', '0..25d', null],
  ['a plan of the last day', 'benefit a:cost plan@25d p=10 did p=15', '0..26d', 1.5],
  ['a plan of the day of reading', 'benefit a:cost plan@25d p=10 did p=15', '0..30d at 25d', 1.5],
  ['a plan that was forecast before', 'benefit a:cost plan@15d p=10 then@5d p=3 did p=15', '', 1.5],
  [
    'by what was known then, a longer forecast came later',
    'benefit a:cost plan@0 p=10 q=10 then@22d h=15 r=9 did p=6',
    '0..22d',
    0.6,
  ],
  ['by what is known since', 'benefit a:cost plan@0 p=10 q=10 then@22d h=15 r=9 did p=6', '0..23d', null],
  ['no benefit that feeds others', `${a}; benefit b:cost supporting plan@0 p=90 did p=90`, '', 0.6],
  ['no disbenefit', `${a}; benefit b:cost loss plan@0 p=90 did p=90`, '', 0.6],
  ['nothing in a unit of its own', `${a}; benefit b:cost:hours plan@0 p=90 did p=90`, '', 0.6],
  ['nothing without a rate', `${a}; benefit b:cost:USD plan@0 p=90 did p=90`, '', 0.6],
  [
    'plans by the budget rate of the first day, and what came by the average one',
    'benefit a:cost:USD plan@0 p=10 q=10 did p=10 q=10; rate USD=2@0:budget USD=9@11d:budget USD=1@0 USD=3@10d USD=9@12d',
    '',
    1,
  ],
  ['cents', 'benefit a:cost plan@0 p=0.04 did p=0.03', '', 0.75],
  ['nothing of a plan of nothing', 'benefit a:cost plan@0 p=0 did p=5', '', null],
  ['nothing of plans that are less than nothing', 'benefit a:cost plan@0 p=-10 did p=-5', '', null],
  ['each effect apart', kinds, 'by effect', { cost: 0.6, revenue: 1 }],
  ['one effect', kinds, 'where effect=cost', 0.6],
])('benefits realised counts %s', async (_, text, question, share) => {
  expect(await figure(benefitRealisation, told(text), question)).toEqual(share);
});

const lost = 'benefit x:cost loss plan@0 p=4';

test.each([
  ['what is lost as less', `${a}; ${lost} did p=5`, '', { net: 0.166667 }],
  ['nothing net where more is lost than won', `${a}; benefit x:cost loss plan@0 p=10 did p=5`, '', { net: null }],
  ['what is lost as measured only where it is', `${a}; ${lost}`, '', { net: 0.6 }],
  [
    'net of each effect',
    `${a}; benefit x:risk loss plan@0 p=40 did p=1`,
    'where effect=cost',
    { net: 0.6, ofLifetime: 0.15 },
  ],
  ['the whole plan', `${a} q=8; benefit b:cost plan@0 r=60`, '', { ofLifetime: 0.14 }],
  ['no disbenefit of the whole plan', `${a}; benefit x:cost loss plan@0 p=60 did p=60`, '', { ofLifetime: 0.15 }],
  ['nothing of the whole plan where nothing is measured', 'benefit b:cost plan@0 p=60', '', { ofLifetime: null }],
  [
    'nothing of the whole plan where only what was not planned is measured',
    'benefit b:cost plan@0 p=60; benefit c:cost did p=5',
    '',
    { ofLifetime: null },
  ],
  ['less than nothing of the whole plan', 'benefit b:cost plan@0 p=10 did p=-5', '', { ofLifetime: -0.5 }],
  [
    'nothing of the whole plan where only losses are',
    `benefit b:cost plan@0 p=60; ${lost} did p=4`,
    '',
    { ofLifetime: null },
  ],
  [
    'nothing of the whole plan of an effect that nobody measured',
    `${a}; benefit b:risk plan@0 p=60`,
    'where effect=risk',
    { ofLifetime: null },
  ],
  [
    'no rate of whole plans that are less than nothing',
    `${waning}; benefit b:cost plan@0 p=10 did p=20`,
    '',
    { ofLifetime: null, weighted: null, reached: 0.5 },
  ],
  [
    'no rate of whole plans that cancel out',
    `${waning}; benefit b:cost plan@0 p=20 did p=20`,
    '',
    { ofLifetime: null, weighted: null },
  ],
  ['rates by whole plans', `${a}; benefit b:cost plan@0 p=10 did p=20`, '', { weighted: 0.88 }],
  ['no disbenefit among the rates', `${a}; ${lost} did p=4`, '', { weighted: 0.6 }],
  ['no rate of what was not planned', 'benefit b:cost plan@0 p=0 q=5 did p=5', '', { weighted: null, reached: null }],
  ['rates less than nothing', 'benefit b:cost plan@0 p=10 q=5 did p=-5', '', { weighted: -0.5, reached: 0 }],
  [
    'what is at its plan in any unit',
    `${a}; benefit b*2:cost:hours plan@0 p=3 did p=3; benefit c:cost:USD plan@0 p=3 did p=2; ${lost} did p=9`,
    '',
    { reached: 0.5 },
  ],
  [
    'what is at its plan to the last digit',
    'benefit a:cost:hours plan@0 p=0.1 q=0.2 r=9 did p=0.15 q=0.15',
    '',
    { reached: 1 },
  ],
  ['no part that was not measured', 'benefit a:cost:hours plan@0 p=3 q=3 did p=3', '', { reached: 1 }],
  ['no part that is not over', 'benefit a:cost:hours plan@0 p=3 q=3 did p=2 q=9', '0..15d', { reached: 0 }],
  ['no rate where nothing is over', 'benefit a:cost:hours plan@0 r=3 did r=3', '', { reached: null }],
  ['what is measured of what is due', `${a}; benefit b:cost plan@0 p=20; ${lost}`, '', { measured: 0.25 }],
  ['no measure of what is to take', `${a}; benefit b:cost plan@0 p=-5 did p=-5`, '', { measured: 0.5 }],
  ['what is measured of days that are over', a, '0..15d', { measured: 1 }],
  [
    'what is measured of a plan of a cent',
    'benefit b:cost plan@0 p=0.01 did p=0.01',
    '',
    { measured: 1, net: 1, weighted: 1 },
  ],
  ['no measure of what is not due', 'benefit b:cost plan@0 r=20', '', { measured: null }],
])('beside benefits realised stands %s', async (_, text, question, expected) => {
  expect(await beside(benefitRealisation, told(text), question)).toMatchObject(expected);
});

test.each([
  ['is due and not measured', 'benefit b:cost plan@0 p=9', 0.5],
  ['is lost and not measured', lost, 0.5],
  ['is in its own unit', 'benefit b:cost:hours plan@0 p=9 did p=9', 0.5],
  ['has no approved plan', 'benefit b:cost plan p=9 did p=9', 0.5],
  ['nobody planned', 'benefit b:cost', 0.5],
  ['is to bring now what it is to take then, and is not measured', 'benefit b:cost plan@0 p=9 q=-9', 0.5],
  ['is not due yet', 'benefit b:cost plan@0 r=9', 1],
  ['is not due yet, in its own unit', 'benefit b:cost:hours plan@0 r=9', 1],
  ['is lost and not due yet', 'benefit b:cost loss plan@0 r=9', 1],
  ['is planned to be nothing so far', 'benefit b:cost plan@0 p=0 r=9', 1],
  ['begins after the window', 'benefit b:cost plan@31d p=9', 1],
  ['is first thought of after the window', 'benefit b:cost plan p=9 then@31d p=9', 1],
])('the coverage of benefits realised, where another one %s', async (_, more, coverage) => {
  const [reading] = await readingsOf(benefitRealisation, told(`${a}; ${more}`), '0..30d at 40d');
  expect(reading).toMatchObject({ value: 0.6, n: 1, coverage, grade: 'D', interval: 'complete' });
});

test('a benefit of which nothing was planned so far counts once something of it is measured', async () => {
  const [reading] = await readingsOf(benefitRealisation, told(`${a}; benefit b:cost plan@0 p=0 did p=3`));
  expect(reading).toMatchObject({ value: 0.9, n: 2, coverage: 1 });
});

test.each(['ofLifetime', 'weighted'])('%s says why there is none of plans that are less than nothing', async (name) => {
  const [reading] = await readingsOf(called(name), told(waning));
  expect(reading).toMatchObject({ value: null, n: 1, missing: 'the sum it is divided by is less than zero' });
});

const called = (name: string): Metric => {
  const companion = companionOf(benefitRealisation, name);
  if (!companion) throw new Error(name);
  return companion;
};

test.each(['net', 'weighted', 'reached'])('what is not due yet is not counted in %s either', async (name) => {
  const [reading] = await readingsOf(called(name), told(`${a}; benefit b:cost plan@0 r=9`));
  expect(reading).toMatchObject({ n: 1, coverage: 1 });
});

test.each([
  ['there is none', '', /^no benefit on record was to bring anything/],
  ['none is measured', 'benefit b:cost plan@0 p=9', /^no benefit in money has an approved plan/],
  ['none is due', 'benefit b:cost plan@0 r=9', /^no benefit on record was to bring anything/],
  ['nothing was planned of what came', 'benefit b:cost plan@0 p=0 did p=9', /^nothing was planned to have come/],
  [
    'less than nothing was planned',
    'benefit b:cost plan@0 p=-9 did p=9',
    /^the sum it is divided by is less than zero/,
  ],
])('that nothing is said of benefits realised says why, where %s', async (_, text, why) => {
  expect((await readingsOf(benefitRealisation, told(text)))[0]?.missing).toMatch(why);
});
