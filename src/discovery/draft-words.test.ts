import { expect, test } from 'vitest';
import { Key } from '#model/key.ts';
import { countText, daysText, isNamed, Keys, roundedUp, shareText } from './draft-words.ts';

test.each([
  [7.9, 'P8D'],
  [8, 'P8D'],
  [1, 'P1D'],
  [0.99, 'PT24H'],
  [0.5, 'PT12H'],
  [0.001, 'PT1H'],
  [0, 'PT1H'],
])('%f days are rounded up to %s', (days, duration) => {
  expect(roundedUp(days)).toBe(duration);
});

test('no two names get one key, one name keeps its key, and every key is one', () => {
  const keys = new Keys('team');
  const names = ['Team A', 'team-a', 'Team  A', '???', '!!', 'Z'.repeat(120), `${'z'.repeat(110)}!`, 'a..b'];
  const made = names.map((name) => keys.of(name));
  expect(new Set(made).size).toBe(names.length);
  expect(made.every((key) => Key.safeParse(key).success)).toBe(true);
  expect(names.map((name) => keys.of(name))).toEqual(made);
  expect(made.slice(0, 5)).toEqual(['team-a', 'team-a-2', 'team-a-3', 'team', 'team-2']);
});

test('a key that mappings give stays, and a name that would have it is meant by it', () => {
  const keys = new Keys('team');
  for (const name of ['customer-web', 'Not A Key']) keys.stay(name);
  const names = ['Customer Web', 'customer-web', 'customer web', 'Web', 'web', 'Not A Key'];
  expect(names.map((name) => keys.of(name))).toEqual([
    'customer-web',
    'customer-web',
    'customer-web',
    'web',
    'web-2',
    'not-a-key',
  ]);
  expect(names.filter((name) => keys.joins(name))).toEqual(['Customer Web', 'customer web']);
});

test.each([
  ['its key where that is the same', 'payments', { key: 'payments' }],
  ['its name beside another key', 'Payments Team', { key: 'payments-team', name: 'Payments Team' }],
])('a record is named by %s', (_, name, fields) => {
  expect(new Keys('team').naming(name)).toEqual(fields);
});

test.each([
  [{ value: 0.6, lower: 0.3127, upper: 0.8318, n: 10 }, '60% (31% to 83% with 95% confidence, n = 10)'],
  [{ value: 1, lower: null, upper: null, n: 5 }, '100% (n = 5)'],
  [{ value: 1, lower: 0.51, upper: 1, n: 4 }, 'too few to tell a share (n = 4)'],
  [{ value: null, lower: null, upper: null, n: 0 }, 'no data'],
])('the share %j reads %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test('counts and days read as a person would write them', () => {
  expect([countText(1, 'item'), countText(1234, 'item'), daysText(1), daysText(0.25), daysText(0.001)]).toEqual([
    '1 item',
    '1,234 items',
    '1 day',
    '6 hours',
    '2 minutes',
  ]);
});

test.each([
  ['(small teams)', false],
  ['payments', true],
])('%s is the name of one team: %s', (name, named) => {
  expect(isNamed(name)).toBe(named);
});
