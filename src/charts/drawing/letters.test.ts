import { expect, test } from 'vitest';
import { fitted, widthOf, wrapped } from './letters.ts';

test.each([
  ['what fits as it is', 'Network', 60, 'Network'],
  ['what does not with an ellipsis', 'Identity and access management', 100, 'Identity and a…'],
  ['no blank before the ellipsis', 'In progress', 26, 'In…'],
  ['nothing where no letter fits', 'Network', 5, ''],
  ['nothing as nothing', '', 100, ''],
  ['no half of a sign that takes two places', '🚒🚒🚒🚒', 40, '🚒🚒…'],
])('a name is shown: %s', (_, text, width, shown) => {
  expect(fitted(text, width, 12)).toBe(shown);
  expect(widthOf(shown, 12)).toBeLessThanOrEqual(width);
});

test.each([
  ['on one line where it fits', 'a short one', 200, ['a short one']],
  ['on more lines at the blanks', 'one two three', 50, ['one two', 'three']],
  ['on no more than it may take', 'one two three four five six', 40, ['one', 'two', 'thre…']],
  ['cut where a word is too long', 'Donaudampfschifffahrt', 60, ['Donau…']],
])('a sentence stands %s', (_, text, width, lines) => {
  expect(wrapped(text, width, 12)).toEqual(lines);
});

test.each([
  ['broad letters take more room than narrow ones', widthOf('iii', 12), widthOf('WWW', 12)],
  ['bold letters take more room', widthOf('bold', 12), widthOf('bold', 12, true)],
  ['large letters take more room', widthOf('bold', 12), widthOf('bold', 13)],
  ['letters of the east take more room than those of the west', widthOf('ab', 12), widthOf('網路', 12)],
])('%s', (_, less, more) => {
  expect(less).toBeLessThan(more);
});

test.each(['é', 'e\u0301', 'e\u200b'])('%j takes the room of its letter', (text) => {
  expect(widthOf(text, 12)).toBe(widthOf('e', 12));
});
