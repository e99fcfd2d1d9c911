import { expect, test } from 'vitest';
import { isFound } from './found.ts';

test.each([
  ['anything where nothing is looked for', undefined, true],
  ['a part of a word', 'sav', true],
  ['words in another order', 'cost lower', true],
  ['large and small letters alike', 'LOWER', true],
  ['nothing that lacks one of the words', 'lower price', false],
])('a text is found by %s', (_, find, expected) => {
  expect(isFound('lower-cost Lower cost of savings', find)).toBe(expected);
});
