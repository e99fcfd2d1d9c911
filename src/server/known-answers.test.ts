import { expect, test } from 'vitest';
import { KnownAnswers } from './known-answers.ts';

const state = (id: string) => ({ id, outside: '', records: 0, stands: true });

test('an answer is known in its state, and in no other', () => {
  const known = new KnownAnswers();
  known.keep('how long', state('a'), { days: 3 });
  expect(known.answerTo('how long', state('a'))).toEqual({ days: 3 });
  expect(known.answerTo('how many', state('a'))).toBeUndefined();
  expect(known.answerTo('how long', state('b'))).toBeUndefined();
  known.keep('how many', state('b'), { items: 7 });
  expect(known.answerTo('how long', state('a'))).toBeUndefined();
});

test('what is forgotten is not known', () => {
  const known = new KnownAnswers();
  known.keep('how long', state('a'), { days: 3 });
  known.forget();
  expect(known.answerTo('how long', state('a'))).toBeUndefined();
});

test('of more than there is room for, the oldest go', () => {
  const known = new KnownAnswers();
  const large = 'x'.repeat(30_000_000);
  for (const question of ['first', 'second', 'third']) known.keep(question, state('a'), large);
  expect(known.answerTo('first', state('a'))).toBeUndefined();
  expect(known.answerTo('third', state('a'))).toBe(large);
  known.keep('too large', state('a'), large.repeat(3));
  expect(known.answerTo('too large', state('a'))).toBeUndefined();
  expect(known.answerTo('second', state('a'))).toBe(large);
});
