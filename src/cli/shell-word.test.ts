import { expect, test } from 'vitest';
import { word } from './shell-word.ts';

test.each([
  ['stays as it is', 'my-it/model.yaml', 'my-it/model.yaml'],
  ['with a blank is quoted', 'my it', "'my it'"],
  ['with a quote is quoted round it', "it's", "'it'\\''s'"],
  ['with a dollar is quoted', '$HOME', "'$HOME'"],
])('a path %s', (_, path, expected) => {
  expect(word(path)).toBe(expected);
});
