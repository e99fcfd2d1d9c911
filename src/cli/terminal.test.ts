import { expect, test } from 'vitest';
import { clipped, harmless, padded, table, terminal, widthFor, widthOf, wrapped } from './terminal.ts';

const written = (colour: boolean, use: (to: ReturnType<typeof terminal>) => void, cuts = false): string => {
  let text = '';
  use(terminal({ write: (part) => (text += part), width: 80, colour, silent: false, cuts }));
  return text;
};

test.each([
  ['a text that fits as it is', 'abc', 3, 'abc'],
  ['a longer text with its end cut off', 'abcdef', 4, 'abc…'],
  ['whole letters', '𝒳𝒴𝒵𝒳', 3, '𝒳𝒴…'],
])('clipping leaves %s', (_, text, width, short) => {
  expect(clipped(text, width)).toBe(short);
});

test('colours take no width', () => {
  const red = written(true, ({ line, style }) => line(style('red', 'abc'))).trimEnd();
  expect(red).not.toBe('abc');
  expect(widthOf(red)).toBe(3);
  expect(widthOf(padded(red, 6))).toBe(6);
});

test('without colour a style changes nothing', () => {
  expect(written(false, ({ line, style }) => line(style('bold', 'abc')))).toBe('abc\n');
});

test('words are wrapped, and later lines indented', () => {
  expect(wrapped('one two three four', 9, '  ')).toEqual(['one two', '  three', '  four']);
});

test('numbers stand under each other', () => {
  const text = written(false, (to) =>
    table(
      to,
      [{ title: 'team' }, { title: 'n', right: true }],
      [
        ['a', '1'],
        ['long', '100'],
      ],
    ),
  );
  expect(text).toBe('  team    n\n  a       1\n  long  100\n');
});

test('a log cannot write over the screen', () => {
  expect(harmless('a\u001B[2Kb\r\nc\u0007')).toBe('a [2Kb c ');
});

test.each([
  ['cut where a person looks', true, '  team\n  a l…\n'],
  ['whole in a pipe', false, '  team\n  a long name\n'],
])('a cell that is too wide is %s', (_, cuts, expected) => {
  const text = written(false, (to) => table(to, [{ title: 'team', most: 4 }], [['a long name']]), cuts);
  expect(text).toBe(expected);
});

test.each([
  ['as wide as the terminal', 120, 120],
  ['a hundred columns where nothing says how wide', undefined, 100],
  ['a hundred columns where the terminal says none', 0, 100],
  ['forty columns at least', 12, 40],
])('lines are %s', (_, columns, width) => {
  expect(widthFor(columns)).toBe(width);
});
