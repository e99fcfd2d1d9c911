import { expect, test } from 'vitest';
import { RateUse } from '../exchange-rate.ts';
import { told } from '../fixtures/told.ts';
import { oneStatement } from './one-statement.ts';

const importance = (text: string) => {
  const [key = '', goal = '', capability = ''] = text.split(' ');
  return { key, goal, capability, importance: 1 };
};

test.each([
  ['of two capabilities', 'x g a; y g b', []],
  ['for two goals', 'x g a; y h a', []],
  [
    'a second time',
    'x g a; y g a',
    ['goal-capability y capability: a → one importance of it for the goal g: x has it'],
  ],
])('an importance is stated %s', (_, links, expected) => {
  expect(told(oneStatement, { goalCapabilities: links.split('; ').map(importance) })).toEqual(expected);
});

const assessment = (text: string) => {
  const [key = '', capability = '', scale = '', on = ''] = text.split(' ');
  return { key, capability, scale, on, level: 1 };
};

test.each([
  ['on two days', 'x a s 2026-01-01; y a s 2026-01-02', []],
  ['on two scales', 'x a s 2026-01-01; y a t 2026-01-01', []],
  ['of two capabilities', 'x a s 2026-01-01; y b s 2026-01-01', []],
  [
    'a second time',
    'x a s 2026-01-01; y a s 2026-01-01',
    ['maturity-assessment y on: 2026-01-01 → one assessment of a a day on the scale s: x is of that day'],
  ],
])('a maturity is assessed %s', (_, assessments, expected) => {
  expect(told(oneStatement, { maturityAssessments: assessments.split('; ').map(assessment) })).toEqual(expected);
});

const rate = (text: string) => {
  const [key = '', from = '', to = '', validFrom = '', use] = text.split(' ');
  return { key, from, to, validFrom, rate: '2', use: use === undefined ? undefined : RateUse.parse(use) };
};

test.each([
  ['on two days', 'x USD EUR 2026-01-01 budget; y USD EUR 2026-01-02 budget', []],
  ['for two uses', 'x USD EUR 2026-01-01 budget; y USD EUR 2026-01-01', []],
  ['of two currencies', 'x USD EUR 2026-01-01; y GBP EUR 2026-01-01', []],
  ['into two currencies', 'x USD EUR 2026-01-01; y USD GBP 2026-01-01', []],
  ['both ways round', 'x USD EUR 2026-01-01; y EUR USD 2026-01-01', []],
  [
    'a second time',
    'x USD EUR 2026-01-01 budget; y USD EUR 2026-01-01 budget',
    ['exchange-rate y validFrom: 2026-01-01 → one rate from USD to EUR a day for the use budget: x is of that day'],
  ],
  [
    'a second time for all',
    'x USD EUR 2026-01-01; y USD EUR 2026-01-01',
    ['exchange-rate y validFrom: 2026-01-01 → one rate from USD to EUR a day for every use: x is of that day'],
  ],
])('a rate is stated %s', (_, rates, expected) => {
  expect(told(oneStatement, { exchangeRates: rates.split('; ').map(rate) })).toEqual(expected);
});
