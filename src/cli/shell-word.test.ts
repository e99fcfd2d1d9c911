import { expect, test } from 'vitest';
import { inFolder, word } from './shell-word.ts';

test.each([
  ['stays as it is', 'my-it/model.yaml', 'my-it/model.yaml'],
  ['with a blank is quoted', 'my it', "'my it'"],
  ['with a quote is quoted round it', "it's", "'it'\\''s'"],
  ['with a dollar is quoted', '$HOME', "'$HOME'"],
])('a path %s', (_, path, expected) => {
  expect(word(path)).toBe(expected);
});

test.each([
  ['no folder where it is the one the caller is in', 'Type "throughline conform".', '.', 'Type "throughline conform".'],
  [
    'its folder',
    '"throughline record undo 3" takes it back.',
    'my it',
    `"throughline record undo 3 'my it'" takes it back.`,
  ],
  ['its folder, each', '"throughline a" or "throughline b --c"', 'it', '"throughline a it" or "throughline b --c it"'],
  ['no second folder', 'Type "throughline init x".', 'it', 'Type "throughline init x".'],
])('a command that is to be typed gets %s', (_, text, folder, expected) => {
  expect(inFolder(text, folder)).toBe(expected);
});
