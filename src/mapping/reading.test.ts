import { expect, test } from 'vitest';
import { Mapping } from './mapping.ts';
import { readingOf } from './reading.ts';

const mapping = (is: string, states = {}): Mapping =>
  Mapping.parse({
    columns: { item: 'item', at: 'at', person: 'who' },
    time: { formats: ['iso'], zone: 'UTC' },
    roles: { rules: [{ is, to: 'clerk' }] },
    states,
  });

test('a fingerprint of reading tells nothing of the people whose roles it knows', () => {
  expect(readingOf(mapping('Ada Lovelace'))).toMatch(/^[0-9a-f]{64}$/u);
});

test.each([
  ['other when somebody has another role', mapping('Ada Byron'), false],
  ['the same when states are resolved otherwise', mapping('Ada Lovelace', { keep: true }), true],
])('a fingerprint of reading is %s', (_, other, same) => {
  expect(readingOf(other) === readingOf(mapping('Ada Lovelace'))).toBe(same);
});
