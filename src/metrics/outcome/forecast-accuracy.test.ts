import { expect, test } from 'vitest';
import { benefitsIn } from '../fixtures/benefits.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { forecastAccuracy } from './forecast-accuracy.ts';

const told = (text: string) => ({
  records: benefitsIn(`period p@0..10d q@10d..20d r@20d..40d h@0..20d; ${text}`),
});

const five = 'benefit a*5:cost plan@-300d p=10 q=10 did p=6';
const kinds = `${five}; benefit b*5:risk plan@-300d p=10 did p=12`;

test.each([
  ['how much less came', five, '', 0.4],
  ['how much more came', 'benefit a*5:cost plan@-300d p=10 did p=16', '', 0.6],
  ['misses both ways', 'benefit a*5:cost plan@-300d p=10 q=30 did p=6 q=34', '', 0.2],
  ['forecasts below nothing by their size', 'benefit a*5:cost plan@-300d p=-10 q=30 did p=-6 q=34', '', 0.2],
  ['the last forecast made half a year before', five.replace('did', 'then@-190d p=8 then@-100d p=6 did'), '', 0.25],
  ['no forecast made since', five.replace('did', 'then@-165d p=6 did'), '', 0.4],
  ['no draft', 'benefit a*5:cost plan p=10 did p=6', '', null],
  ['no period that has another name', 'benefit a*5:cost plan@-300d h=10 did p=6', '', null],
  ['nothing that nobody measured', 'benefit a*5:cost plan@-300d p=10', '', null],
  ['periods that end in the window', `${five} q=10`, '0..15d', 0.4],
  ['all of them', `${five} q=10`, '0..30d', 0.2],
  ['a period that ends as the window closes', `${five} q=10`, '0..20d', 0.2],
  ['no period that ends as the window opens', `${five} q=9`, '10d..30d', 0.1],
  ['no period that is not over when figures are read', `${five} q=10`, '0..30d at 19d', 0.4],
  ['a period that is over just then', `${five} q=10`, '0..30d at 20d', 0.2],
  ['nothing where nothing was forecast', 'benefit a*5:cost plan@-300d p=0 did p=6', '', null],
  ['benefits in any unit, and losses', 'benefit a*5:cost:hours supporting loss plan@-300d p=10 did p=6', '', 0.4],
  ['the middle of them', `${five.replace('5', '4')}; benefit b*3:cost plan@-300d p=10 did p=30`, '', 0.4],
  ['nothing of four', five.replace('5', '4'), '', null],
  ['each effect apart', kinds, 'by effect', { cost: 0.4, risk: 0.2 }],
  ['one effect', kinds, 'where effect=risk', 0.2],
])('the error of forecasts counts %s', async (_, text, question, error) => {
  expect(await figure(forecastAccuracy, told(text), question)).toEqual(error);
});

const thought = 'benefit a*5:cost plan@-400d p=5 q=5 then@-200d p=8 q=10 then@-100d p=16 q=4 did p=4 q=2';

test.each([
  ['forecasts made a quarter before', thought, '', { quarterAhead: 0.7 }],
  ['forecasts made a year before', thought, '', { yearAhead: 0.4 }],
  ['no forecast that was not made then', five, '', { yearAhead: null, quarterAhead: 0.4 }],
  ['that less came', thought, '', { bias: -0.666667 }],
  ['that more came', 'benefit a*5:cost plan@-300d p=10 q=-30 did p=16 q=-28', '', { bias: 0.2 }],
  [
    'no misses of nothing',
    'benefit a*5:cost plan@-400d p=0 did p=6',
    '',
    { quarterAhead: null, yearAhead: null, bias: null },
  ],
  [
    'the middle',
    `${thought}; benefit b*4:cost plan@-400d p=5 did p=50`,
    '',
    { quarterAhead: 0.7, yearAhead: 0.4, bias: -0.666667 },
  ],
])('beside the error of forecasts stands %s', async (_, text, question, expected) => {
  expect(await beside(forecastAccuracy, told(text), question)).toMatchObject(expected);
});

test('a benefit that was forecast too late, or to be nothing, lowers the coverage', async () => {
  const late = 'benefit b:cost plan@-100d p=10 did p=10; benefit c:cost plan@-300d p=0 did p=9; benefit d:cost did p=5';
  const [reading] = await readingsOf(forecastAccuracy, told(`${five.replace('5', '6')}; ${late}`));
  expect(reading).toMatchObject({ value: 0.4, n: 6, coverage: 0.75, grade: 'D' });
});
