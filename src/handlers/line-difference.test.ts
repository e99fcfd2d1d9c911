import { expect, test } from 'vitest';
import { lineDifference } from './line-difference.ts';

test.each([
  ['nothing of equal texts', 'a\nb\n', 'a\nb\n', ''],
  ['a line that changed', 'a\nb\nc\n', 'a\nx\nc\n', '-b +x'],
  ['a line that is new', 'a\nc\n', 'a\nb\nc\n', '+b'],
  ['a line that is gone', 'a\nb\nc\n', 'a\nc\n', '-b'],
  ['two places apart', 'a\nb\nc\nd\n', 'x\nb\nc\ny\n', '-a +x -d +y'],
  ['every line of a new text', '', 'a\nb\n', '+a +b'],
  ['no other line breaks', 'a\r\nb\r\n', 'a\nb\n', ''],
])('a difference tells %s', (_, before, after, expected) => {
  expect(
    lineDifference(before, after)
      .map(({ mark, line }) => `${mark}${line}`)
      .join(' '),
  ).toBe(expected);
});

test('a difference of too many lines tells all of both', () => {
  const text = (from: number): string => Array.from({ length: 2100 }, (_, n) => `${from + n * 2}\n`).join('');
  expect(lineDifference(text(0), text(1))).toHaveLength(4200);
});
