import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../cells/cell.ts';
import { listText, quotedWhereBlank, valueIn } from './cell-value.ts';
import type { Holds } from './column.ts';

const text = (written: string): Cell => ({ is: 'text', text: written });
const number = (digits: string): Cell => ({ is: 'number', text: digits });
const day: Cell = { is: 'number', text: '46112', day: '2026-03-31' };
const choice: Holds = { type: 'choice', words: ['on-hold', 'active'] };
const words: Holds = { type: 'list', of: 'text' };

test.each<[string, Holds, Cell, unknown]>([
  ['a text', { type: 'text' }, text(' a '), ' a '],
  ['a number as text', { type: 'text' }, number('12'), '12'],
  ['a day as text', { type: 'text' }, day, '2026-03-31'],
  ['blanks in quotes', { type: 'text' }, text('"  "'), '  '],
  ['a quoted word as it is', { type: 'text' }, text('"a"'), '"a"'],
  ['a day', { type: 'day' }, day, '2026-03-31'],
  ['a day in words', { type: 'day' }, text(' 2026-03-31 '), '2026-03-31'],
  ['an instant', { type: 'instant' }, text('2026-03-31T08:00:00Z'), '2026-03-31T08:00:00Z'],
  ['a number', { type: 'number' }, number('0.1'), 0.1],
  ['all digits of a number', { type: 'number' }, number('0.30000000000000004'), 0.300_000_000_000_000_04],
  ['a number as text with thousands', { type: 'number' }, text('1,200.5'), 1200.5],
  ['hundredths', { type: 'number' }, text('60 %'), 0.6],
  ['money to the cent', { type: 'decimal' }, text('£1,029.78'), '1029.78'],
  ['yes', { type: 'yes-no' }, { is: 'yes-no', yes: true }, true],
  ['a written no', { type: 'yes-no' }, text('No'), false],
  ['a nought for no', { type: 'yes-no' }, number('0'), false],
  ['a choice', choice, text('active'), 'active'],
  ['a choice as people write it', choice, text(' On hold'), 'on-hold'],
  ['a choice that there is not, as it stands', choice, text('held'), 'held'],
  ['words', words, text('a; b'), ['a', 'b']],
  ['words on lines', words, text('a\nb'), ['a', 'b']],
  ['a word that is a number', words, number('12'), ['12']],
  ['words as JSON', words, text('["a;b",""]'), ['a;b', '']],
  ['numbers', { type: 'list', of: 'number' }, text('0.9; 0.8'), [0.9, 0.8]],
  ['JSON', { type: 'json' }, text('{"a":1}'), { a: 1 }],
])('a cell says %s', (_, holds, cell, value) => {
  expect(valueIn(cell, holds)).toEqual({ value });
});

test.each<[string, Holds, Cell, string]>([
  ['a word where a number is held', { type: 'number' }, text('many'), 'a number'],
  ['a day where a number is held', { type: 'whole' }, day, 'a whole number'],
  ['a number where a day is held', { type: 'day' }, number('46112'), 'a day such as 2026-03-31'],
  ['a number where an instant is held', { type: 'instant' }, day, 'an instant such as 2026-03-31T14:05:00Z'],
  ['a word where yes or no is held', { type: 'yes-no' }, text('maybe'), 'yes or no'],
  ['an error', { type: 'text' }, { is: 'error', text: '#N/A' }, 'text, or an empty cell'],
  [
    'a formula without its value',
    { type: 'text' },
    { is: 'formula', text: 'A1' },
    'text: open and save the file in a spreadsheet first',
  ],
  [
    'a number of sixteen digits as text',
    { type: 'text' },
    number('1.2E+15'),
    'text: of a number as long as this a spreadsheet keeps fifteen digits only',
  ],
  ['a word in a list of numbers', { type: 'list', of: 'number' }, text('1; b'), 'numbers with semicolons between them'],
  ['what is no JSON', { type: 'json' }, text('{a}'), 'JSON, such as {"trust":4}'],
])('a cell is refused for %s', (_, holds, cell, expected) => {
  expect(valueIn(cell, holds)).toEqual({ expected });
});

test('whatever text or list is put into a cell is read again', () => {
  const any = fc.string({ unit: fc.constantFrom('a', ' ', ';', '\n', '"', '[', ']', '\\', '1'), maxLength: 6 });
  fc.assert(
    fc.property(any, (written) => {
      expect(valueIn(text(quotedWhereBlank(written)), { type: 'text' })).toEqual({ value: written });
    }),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 3 }), (list) => {
      expect(valueIn(text(listText(list)), words)).toEqual({ value: list });
    }),
  );
});
