import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Records } from './records.ts';

const chunkSizes = [1, 2, 3, 7, 65_536];

test.each([
  ['fields at delimiters', 'a,b,c\nd,e,f\n', 'L1 a|b|c · L2 d|e|f'],
  ['a last line without an end', 'a,b', 'L1 a|b'],
  ['\\r\\n, \\n and a lone \\r as line ends', 'a\r\nb\nc\rd', 'L1 a · L2 b · L3 c · L4 d'],
  ['two lone \\r as an empty line', 'a\r\rb', 'L1 a · L2 blank · L3 b'],
  ['empty lines, also of blanks', 'a\n\n  \t\nb\n\n', 'L1 a · L2 blank · L3 blank · L4 b · L5 blank'],
  ['empty fields', ',\n,,', 'L1 | · L2 ||'],
  ['an empty field in quotes as no empty line', '""\n', 'L1 '],
  ['delimiters and line ends in quotes', '"a,b","c\nd"\ne', 'L1 a,b|c\nd · L3 e'],
  ['\\r\\n in quotes as one line', '"a\r\nb\r\rc"\nd', 'L1 a\r\nb\r\rc · L5 d'],
  ['doubled quotes', '"a""b",""""\n', 'L1 a""b|""'],
  ['blanks around quotes', ' "a" ,\t"b"\t\n', 'L1 a|b'],
  ['a stray quote, and goes on behind its line', 'a"b,c\nd', 'L1 stray-quote@0 · L2 d'],
  ['text behind a closing quote', 'x,"a"b\nd', 'L1 stray-quote@1 · L2 d'],
  ['a second quote behind a blank', '"a" "b"\nd', 'L1 stray-quote@0 · L2 d'],
  ['an unclosed quote at the start, and goes on at the next line', '"a,b\nc\nd', 'L1 quote-unclosed@0 · L2 c · L3 d'],
  ['an unclosed quote in the middle', 'a\nb,"c\nd\r\ne', 'L1 a · L2 quote-unclosed@1 · L3 d · L4 e'],
  ['an unclosed quote at the end', 'a\nb,"', 'L1 a · L2 quote-unclosed@1'],
  ['an unclosed quote that a later quote seems to close', '1,"a\n2,"b"\n3,c', 'L1 quote-unclosed@1 · L2 2|b · L3 3|c'],
  [
    'an unclosed quote beyond the limit of a field',
    '"abc\nde\nfghijklmnop\nq',
    'L1 quote-unclosed@0 · L2 de · L3 field-too-long@0 · L4 q',
  ],
  ['a long field, and goes on behind its line', 'a,12345678901,b\nc', 'L1 field-too-long@1 · L2 c'],
  ['a long field in quotes', '"12345678901",b\nc', 'L1 field-too-long@0 · L2 c'],
  ['a field of exactly the limit', '1234567890,b\nc', 'L1 1234567890|b · L2 c'],
  ['a long record', '123456789,123456789,123456789\nc', 'L1 record-too-long@2 · L2 c'],
  ['a stray quote behind the limit of a field as a long field', '123456789012"\nc', 'L1 field-too-long@0 · L2 c'],
  ['more fields than are kept', 'a,b,c,d,e,f\n', 'L1 a|b|c|d (6)'],
  ['a NUL', 'a\0,b\nc', 'L1 a\0|b NUL · L2 c'],
])('cutting a file finds %s', (_, text, expected) => {
  for (const size of chunkSizes) expect(cut(Buffer.from(text), size)).toBe(expected);
});

test('a cut does not depend on where chunks end', () => {
  const alphabet = fc.constantFrom('a', 'b', ',', '"', '"', '\n', '\r', ' ', '\0', 'é');
  const text = fc.array(alphabet, { maxLength: 60 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 8 }), (text, size) => {
      const bytes = Buffer.from(text);
      expect(cut(bytes, size)).toBe(cut(bytes, 1000));
    }),
    { numRuns: 2000 },
  );
});

/** Records in a line of text: `L` and the line, the fields with bars between them, or the breach and its field. */
const cut = (bytes: Uint8Array, size: number): string => {
  const records = new Records({ delimiter: 0x2c, quote: 0x22 }, { field: 10, record: 25, columns: 4 });
  const found: string[] = [];
  const drain = (): void => {
    for (let next = records.next(); next !== 'more' && next !== 'end'; next = records.next()) {
      if (next === 'broken') found.push(`L${records.line} ${records.breach}@${records.count}`);
      else found.push(`L${records.line} ${next === 'blank' ? next : fieldsOf(records)}`);
    }
  };
  for (let at = 0; at < bytes.length; at += size) {
    records.feed(bytes.subarray(at, at + size));
    drain();
  }
  records.finish();
  drain();
  return found.join(' · ');
};

const fieldsOf = ({ bytes, starts, ends, count, nul }: Records): string => {
  const kept = Array.from({ length: Math.min(count, 4) }, (_, i) =>
    Buffer.from(bytes.subarray(starts[i], ends[i])).toString(),
  );
  return `${kept.join('|')}${count > 4 ? ` (${count})` : ''}${nul ? ' NUL' : ''}`;
};
