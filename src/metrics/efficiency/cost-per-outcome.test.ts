import { expect, test } from 'vitest';
import { boughtIn } from '../fixtures/bought.ts';
import { figure, readingsOf, rowsOf } from '../fixtures/readings.ts';
import { costPerOutcome } from './cost-per-outcome.ts';

const five = [1, 2, 3, 4, 5];
const ways = `m1>i1:1 i1>web:1 ${five.map((n) => `web>o${n}:0.2`).join(' ')}`;
const told = (money: string, aims: string, links = ways) => ({ records: boughtIn(`${money}; ${links}`, aims) });

const all = 'outcome o*5:cost 10@0>20@20d 14@5d';
const more = [6, 7, 8, 9, 10];
const two = `${all}; ${more.map((n) => `outcome o${n}:risk 10@0>20@20d 15@5d`).join('; ')}`;
const both = `m1>i1:1 i1>web:1 ${[...five, ...more].map((n) => `web>o${n}:0.1`).join(' ')}`;

test.each([
  ['money by the way that has come', 'm1 100@3d', all, '', 50],
  ['cents', 'm1 0.05@3d', 'outcome o*5 10@0>20@20d 20@5d', '', 0.01],
  ['an outcome at its target as one', 'm1 100@3d', 'outcome o*5 10@0>20@20d 20@5d', '', 20],
  ['an outcome beyond it as more', 'm1 100@3d', 'outcome o*5 20@0<10@20d 0@5d', '', 10],
  [
    'what moved the wrong way as none',
    'm1 100@3d',
    'outcome o*4 10@0>20@20d 15@5d; outcome o5 10@0>20@20d 0@5d',
    '',
    50,
  ],
  ['nothing where none has come any way', 'm1 100@3d', 'outcome o*5 10@0>20@20d 9@5d', '', null],
  ['money of any time before the end', 'm1 40@-90d 60@9d', all, '5d..10d', 50],
  ['no money of the day after', 'm1 100@3d 900@10d', all, '5d..10d', 50],
  ['no money after figures are read', 'm1 100@3d 900@10d', all, '0..30d at 9d', 50],
  ['no budget', 'm1 100@3d 900%now', all, '', 50],
  [
    'shares by the links of the day',
    'm1 50@3d 100@9d',
    all,
    '',
    50,
    ways.replaceAll(':0.2', ':0.2@..4d') + five.map((n) => ` web>o${n}:0.1@4d..`).join(''),
  ],
  ['a link that ends on the day as over', 'm1 100@3d 900@4d', all, '', 50, ways.replaceAll(':0.2', ':0.2@..4d')],
  ['a link that begins on the day', 'm1 900@2d 100@3d', all, '', 50, ways.replaceAll(':0.2', ':0.2@3d..')],
  ['the last measurement', 'm1 100@3d', 'outcome o*5 10@0>20@20d 12@5d 14@6d', '', 50],
  ['none of the day after the window', 'm1 100@3d', 'outcome o*5 10@0>20@20d 14@5d 18@10d', '0..10d', 50],
  ['no measurement of the day of the baseline', 'm1 100@3d', 'outcome o*5 10@5d>20@20d 14@5d', '', null],
  ['no outcome that begins later', 'm1 100@3d', `${all}; outcome p*9 10@10d>20@20d`, '0..10d', 50],
  ['an outcome from the day of its baseline', 'm1 100@3d', 'outcome o*5 10@9d>20@20d 14@12d', '0..10d', null],
  ['nothing where there is no way to go', 'm1 100@3d', 'outcome o*5 10@0>10@20d 14@5d', '', null],
  ['nothing of four', 'm1 100@3d', all.replace('5', '4'), '', null],
  ['each effect apart', 'm1 100@3d', two, 'by effect', { cost: 25, risk: 20 }, both],
  ['one effect', 'm1 100@3d', two, 'where effect=risk', 20, both],
])('the cost of an outcome counts %s', async (_, money, aims, question, cost, links = ways) => {
  expect(await figure(costPerOutcome, told(money, aims, links), question)).toEqual(cost);
});

test('what no money comes to, what has no rate and what was not measured lowers the coverage', async () => {
  const aims = `${all}; outcome x 10@0>20@20d 14@5d; outcome y 10@0>20@20d; outcome z 10@0>20@20d 14@5d`;
  const links = `${ways} m2>i2:1 i2>app:1 app>y:0.5 app>z:0.5`;
  const [reading] = await readingsOf(costPerOutcome, told('m1 100@3d; m2 10@3d 9USD@3d', aims, links));
  expect(reading).toMatchObject({ value: 50, unit: 'EUR', n: 5, coverage: 5 / 8, interval: 'bootstrap', lower: 50 });
});

test('money that comes by claimed shares is never more than measured with weaknesses', async () => {
  expect(await readingsOf(costPerOutcome, told('m1 100@3d', all))).toMatchObject([{ coverage: 1, grade: 'C' }]);
});

test.each([
  ['begins as the window ends', 'outcome x 10@10d>20@20d', 1],
  ['begins later', 'outcome x 10@11d>20@20d', 1],
  ['begins on its last day', 'outcome x 10@9d>20@20d', 5 / 6],
  ['has no baseline', 'outcome x ?>20@20d 14@5d', 5 / 6],
])('the coverage of the cost of an outcome, where another one %s', async (_, more, coverage) => {
  const [reading] = await readingsOf(costPerOutcome, told('m1 100@3d', `${all}; ${more}`), '0..10d');
  expect(reading).toMatchObject({ value: 50, coverage });
});

test('a row says what a unit of its own cost', async () => {
  const [row] = await rowsOf(costPerOutcome, told('m1 100@3d', 'outcome o1 20@0<10@20d 15@5d'));
  expect(row).toMatchObject({ outcome: 'o1', spent: 20, come: 0.5, cost_of_unit: 4 });
  const [still] = await rowsOf(costPerOutcome, told('m1 100@3d', 'outcome o1 20@0<10@20d 20@5d'));
  expect(still).toMatchObject({ come: 0, cost_of_unit: null });
  const [worse] = await rowsOf(costPerOutcome, told('m1 100@3d', 'outcome o1 20@0<10@20d 25@5d'));
  expect(worse).toMatchObject({ come: 0, cost_of_unit: null });
  const [nowhere] = await rowsOf(costPerOutcome, told('m1 100@3d', 'outcome o1 20@0<20@20d 25@5d'));
  expect(nowhere).toMatchObject({ come: null, cost_of_unit: null });
});

test.each([
  ['there is none', '', /^no outcome is on record/],
  ['none has come any way', 'outcome o*5 10@0>20@20d 9@5d', /^no outcome that money came to has come any part/],
  ['none was measured', 'outcome o*5 10@0>20@20d', /^no outcome that money comes to has a baseline/],
])('that nothing is said of the cost of an outcome says why, where %s', async (_, aims, why) => {
  const links = aims === '' ? 'm1>i1:1' : ways;
  expect((await readingsOf(costPerOutcome, told('m1 100@3d', aims, links)))[0]?.missing).toMatch(why);
});
