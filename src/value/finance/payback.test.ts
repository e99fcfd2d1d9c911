import { expect, test } from 'vitest';
import { paybackOf } from './payback.ts';

const years = (text: string) =>
  text
    .split(' ')
    .filter((amount) => amount !== '')
    .map((amount, index) => ({ year: String(2026 + index), amount }));

test.each([
  ['at the end of a year', '-100 50 50', { years: 2, inYear: '2028', crossings: 1 }],
  ['inside a year', '-100 50 100', { years: 1.5, inYear: '2028', crossings: 1 }],
  ['by tenths that are no binary fractions', '-0.3 0.1 0.1 0.1', { years: 3, inYear: '2029', crossings: 1 }],
  ['for the last time', '-100 150 -100 100', { years: 2.5, inYear: '2029', crossings: 2 }],
  ['at once, where nothing is ever owed', '100 50', { years: 0, inYear: '2026', crossings: 0 }],
  ['after years of putting in', '-50 -50 -50 300', { years: 2.5, inYear: '2029', crossings: 1 }],
])('money comes back %s', (_, amounts, payback) => {
  expect(paybackOf(years(amounts)).value).toEqual(payback);
});

test.each([
  ['it does not by the end', '-100 99.99', 'not in the horizon: it does not come back by the end of 2027'],
  ['it does, and is put in again', '-100 150 -60', 'by the end of 2028'],
  ['there is no year', '', 'there is no year of it'],
])('money does not come back where %s', (_, amounts, why) => {
  expect(paybackOf(years(amounts)).missing).toContain(why);
});
