import { expect, test } from 'vitest';
import { valueText } from './value-text.ts';

test.each([
  [undefined, 'nothing'],
  [true, 'yes'],
  [8.5, '8.5'],
  ['cio', 'cio'],
  [[], 'none'],
  [['cio', 'cfo'], 'cio, cfo'],
  [{ forum: 'board' }, 'forum board'],
  [[{ from: 'new', to: ['work', 'done'] }], '(from new, to (work, done))'],
  ['x'.repeat(500), `${'x'.repeat(399)}…`],
])('%j is read as %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});
