import { expect, test } from 'vitest';
import { changedFields, cleaned, numberOrText } from './draft.ts';

test.each([
  ['8.5', 8.5],
  ['8.', '8.'],
  ['08', '08'],
  ['-3', -3],
  ['many', 'many'],
  [' ', undefined],
  ['1e400', '1e400'],
])('%j is kept as %j', (text, value) => {
  expect(numberOrText(text)).toBe(value);
});

test.each([
  ['an empty text', '', undefined],
  ['an object of nothing', { a: '', b: undefined }, undefined],
  ['what lies inside', { a: { b: '' }, c: [{ d: '' }, { d: 1 }] }, { c: [{ d: 1 }] }],
  ['nought and no', [0, false], [0, false]],
])('%s is cleaned', (_, value, expected) => {
  expect(cleaned(value)).toEqual(expected);
});

test.each([
  ['what is the same', { a: 1, b: [1] }, { a: 1, b: [1] }, {}],
  ['another value', { a: 1 }, { a: 2 }, { a: 2 }],
  ['what was emptied', { a: 'x' }, { a: '' }, { a: null }],
  ['what was added', {}, { a: { b: 1 } }, { a: { b: 1 } }],
  ['a list that was opened and left empty', {}, { a: [] }, {}],
  ['a list that was emptied', { a: [1] }, { a: [] }, { a: [] }],
])('a form that holds %s says so', (_, before, draft, fields) => {
  expect(changedFields(before, draft)).toEqual(fields);
});
