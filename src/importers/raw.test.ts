import { expect, test } from 'vitest';

import { Mapping } from '#mapping/mapping.ts';
import { columnIn, timeColumns, word } from './raw.ts';

const mapping = (parts: Record<string, unknown>): Mapping =>
  Mapping.parse({
    columns: { item: 'item', at: 'at', created: 'opened', promised: 'due' },
    time: { formats: ['iso'], zone: 'UTC' },
    ...parts,
  });

const neededBy = { type: { always: 'x' }, steps: [{ state: 'x', to: 'ask' }], neededBy: 'need' };

test.each([
  ['the four times', { decisions: neededBy }, { at: 'instant', opened: 'created', due: 'promised', need: 'needed_by' }],
  [
    'one column that is two times, by the first of them',
    { columns: { item: 'item', at: 'at', created: 'at' } },
    { at: 'instant' },
  ],
  ['no column of people', { people: ['due'] }, { at: 'instant', opened: 'created' }],
])('the columns that are held as instants are %s', (_, parts, expected) => {
  expect(Object.fromEntries(timeColumns(mapping(parts)))).toEqual(expected);
});

test.each([
  ['of a time is its microseconds', 'opened', '"created"::text'],
  ['of anything else is what stands there', 'note', 'c7'],
])('the text %s', (_, name, expected) => {
  expect(columnIn(mapping({}), () => word('c7'))(name).statement.text).toBe(expected);
});
