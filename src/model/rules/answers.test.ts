import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { answers } from './answers.ts';

const survey = {
  key: 'pulse',
  opensOn: '2026-03-01',
  questions: [
    { key: 'trust', text: 'Trust?', scale: '1-5' as const },
    { key: 'praise', text: 'Recommend?', scale: '0-10' as const },
    { key: 'why', text: 'Why?', scale: 'text' as const },
  ],
  audience: [{ group: 'retail' }],
};

const response = (given: Readonly<Record<string, string | number>>, group = 'retail') => ({
  surveys: [survey],
  responses: [{ survey: 'pulse', token: 't', group, answers: given }],
});

const at = 'response pulse.t';

test.each([
  ['both ends of a scale', { trust: 1, praise: 0 }, []],
  ['the other ends', { trust: 5, praise: 10, why: '' }, []],
  ['nothing at all', {}, []],
  ['nothing below one of five', { trust: 0 }, [`${at} answers.trust: 0 → a whole number from 1 to 5`]],
  ['nothing above five', { trust: 6 }, [`${at} answers.trust: 6 → a whole number from 1 to 5`]],
  ['nothing between two', { trust: 4.5 }, [`${at} answers.trust: 4.5 → a whole number from 1 to 5`]],
  ['no words for a number', { praise: '7' }, [`${at} answers.praise: 7 → a whole number from 0 to 10`]],
  ['nothing below nought', { praise: -1 }, [`${at} answers.praise: -1 → a whole number from 0 to 10`]],
  ['nothing above ten', { praise: 11 }, [`${at} answers.praise: 11 → a whole number from 0 to 10`]],
  ['no number for words', { why: 3 }, [`${at} answers.why: 3 → text`]],
  [
    'no question that was not asked',
    { trsut: 3 },
    [`${at} answers.trsut: trsut → a question of pulse (trust, praise, why); trust?`],
  ],
])('a response answers %s', (_, given, expected) => {
  expect(told(answers, response(given))).toEqual(expected);
});

test('a response comes from a group that was asked', () => {
  expect(told(answers, response({}, 'retial'))).toEqual([
    `${at} group: retial → a group that pulse asks (retail); retail?`,
  ]);
});

test('a response to no survey is left to the rule of references', () => {
  expect(told(answers, { ...response({ x: 1 }), surveys: [] })).toEqual([]);
});
