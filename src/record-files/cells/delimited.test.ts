import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownCell } from './cell.ts';
import { delimitedTable } from './delimited.ts';

const textOf = (bytes: Uint8Array): string =>
  delimitedTable('t.csv', bytes)
    .rows.map(
      ({ row, cells }) =>
        `${row}: ${cells.map((cell) => (cell.is === 'text' ? cell.text : shownCell(cell))).join('|')}`,
    )
    .join(' / ');

const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

test.each<[string, string | Uint8Array, string]>([
  ['commas', 'a,b\r\n1,2\r\n', '1: a|b / 2: 1|2'],
  ['semicolons', 'a;b\n1,5;2\n', '1: a|b / 2: 1,5|2'],
  ['tabs', 'a\tb\n1\t2', '1: a|b / 2: 1|2'],
  ['bars', 'a|b\n1|2', '1: a|b / 2: 1|2'],
  ['a line that names the delimiter', 'sep=;\na;b\n1;2', '2: a|b / 3: 1|2'],
  ['one column', 'a\n1\n', '1: a / 2: 1'],
  ['a delimiter in quotes', 'a,b\n"1,2",3', '1: a|b / 2: 1,2|3'],
  ['a line end in quotes', 'a,b\n"1\r\n2",3', '1: a|b / 2: 1\r\n2|3'],
  ['a doubled quote', 'a,b\n"say ""x""",3', '1: a|b / 2: say "x"|3'],
  ['quotes that hold nothing', 'a,b\n"",3', '1: a|b / 2: |3'],
  ['text behind a closing quote', 'a,b\n"1"2,3', '1: a|b / 2: 12|3'],
  ['line ends of old Macs', 'a,b\r1,2\r', '1: a|b / 2: 1|2'],
  ['a row that holds nothing', 'a,b\n,\n\n1,2', '1: a|b / 4: 1|2'],
  ['rows of different lengths', 'a,b\n1\n1,2,3', '1: a|b / 2: 1 / 3: 1|2|3'],
  ['a byte order mark, written twice', '\uFEFF\uFEFFa,b\n1,2', '1: a|b / 2: 1|2'],
  ['UTF-16', utf16('a,ä\n1,2'), '1: a|ä / 2: 1|2'],
  ['windows-1252', Uint8Array.from([0x61, 0x2c, 0xa3, 0x0a, 0x31, 0x2c, 0x32]), '1: a|£ / 2: 1|2'],
])('delimited text is cut at %s', (_, text, rows) => {
  expect(textOf(typeof text === 'string' ? Buffer.from(text) : text)).toBe(rows);
});

test('a guessed encoding is told', () => {
  const { remarks } = delimitedTable('t.csv', Uint8Array.from([0x61, 0x2c, 0xa3, 0x0a]));
  expect(remarks.map(({ what }) => what)).toEqual(['read as windows-1252, because it is not valid UTF-8']);
});

const small = { field: 10, columns: 3, rows: 4 };

test.each([
  ['a quote that is never closed', 'a,b\n1,"2\n3', 't.csv cannot be read at row 2: cell 2 begins with a quote'],
  [
    'a cell without end',
    `a,b\n1,${'x'.repeat(11)}`,
    't.csv cannot be read at row 2: cell 2 has more than 10 characters',
  ],
  ['cells without end', 'a,b\n1,2,3,4', 't.csv cannot be read at row 2: it has more than 3 cells'],
  ['rows without end', 'a,b\n1,2\n1,2\n1,2\n1,2', 't.csv cannot be read at row 5: it has more than 4 rows'],
  ['a program', 'a,b\0\n1', 't.csv is not a text file'],
  ['nothing', ' \r\n', 't.csv is empty'],
])('delimited text is refused for %s', (_, text, sentence) => {
  expect(() => delimitedTable('t.csv', Buffer.from(text), {}, small)).toThrow(sentence);
});

test('whatever is written by RFC 4180 is read again', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', ' ', 'é') });
  const row = fc
    .array(cell, { minLength: 2, maxLength: 4 })
    .filter((cells) => cells.some((each) => each.trim() !== ''));
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((cells) => cells.map(quoted).join(',')).join('\r\n');
      const read = delimitedTable('t.csv', Buffer.from(text), { delimiter: ',' }).rows;
      expect(read.map(({ cells }) => cells.map((each) => (each.is === 'text' ? each.text : each)))).toEqual(rows);
    }),
  );
});
