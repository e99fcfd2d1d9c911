import { expect, test } from 'vitest';
import { reasonIn, textOfReason } from './reason.ts';

test.each([
  ['of a column', { code: 'time-missing', column: 'updated' }],
  ['of a column with a colon', { code: 'time-missing', column: 'at: local' }],
])('a reason %s is read as it was written', (_, reason) => {
  expect(reasonIn(textOfReason(reason))).toEqual(reason);
});

test('a reason of the row as a whole has an empty column', () => {
  expect(reasonIn(textOfReason({ code: 'ragged', column: null }))).toEqual({ code: 'ragged', column: '' });
});

test('no reason asks for all rows', () => {
  expect([reasonIn(undefined), reasonIn('')]).toEqual([{}, {}]);
});
