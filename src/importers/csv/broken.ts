import type { Reject } from '../load.ts';
import type { Records } from './records.ts';

/** The reject for a record that could not be cut into fields. */
export const brokenRecord = (
  { breach, count, line }: Records,
  row: number,
  names: readonly string[],
  limits: { readonly field: number; readonly record: number },
): Reject => {
  const place = { row, line, column: names[count], code: breach };
  switch (breach) {
    case 'stray-quote':
      return { ...place, found: 'a quote inside a field', expected: 'the field in quotes and the quote doubled' };
    case 'quote-unclosed':
      return { ...place, found: 'a quote that opens a field', expected: 'a quote and a delimiter that close it' };
    case 'field-too-long':
      return { ...place, found: 'a longer field', expected: `a field of at most ${limits.field} bytes` };
    case 'record-too-long':
      return { ...place, found: 'a longer record', expected: `a record of at most ${limits.record} bytes` };
  }
};
