import { expect, test } from 'vitest';
import { z } from 'zod';
import { Key } from './key.ts';
import { keyedBy, keyOf, partsKey } from './keyed-by.ts';

const fields = z.object({ key: partsKey, of: z.string(), on: z.string().optional() });
const Record = fields.overwrite(keyedBy<z.infer<typeof fields>>(({ of, on }) => [of, on]));

test.each([
  ['its parts', { of: 'a', on: '2026-01-01' }, 'a.2026-01-01'],
  ['the parts that it has', { of: 'a' }, 'a'],
  ['the key it gives itself', { key: 'mine', of: 'a' }, 'mine'],
])('a record is called after %s', (_, record, key) => {
  expect(Record.parse(record).key).toBe(key);
});

const long = (end: string) => `${'renewal-of-'.repeat(8)}${end}`;

test.each([
  [
    'as they are where they fit',
    ['initiative', 'a'.repeat(78), '2026-01-10'],
    `initiative.${'a'.repeat(78)}.2026-01-10`,
  ],
  [
    'the long one cut where they do not',
    ['initiative', 'a'.repeat(79), '2026-01-10'],
    expect.stringMatching(/^initiative\.a{69}\.2026-01-10\.[0-9a-z]{8}$/),
  ],
  [
    'all long ones cut',
    ['capability', 'a'.repeat(90), 'outcome', 'b'.repeat(90)],
    expect.stringMatching(/^capability\.a{35}\.outcome\.b{35}\.[0-9a-z]{8}$/),
  ],
])('a key has its parts %s', (_, parts, key) => {
  expect(keyOf(parts)).toEqual(key);
});

test('long keys that begin alike are not the same, and are keys', () => {
  const keys = ['one', 'other'].map((end) => keyOf(['initiative', long(end), '2026-01-10']));
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) expect(Key.safeParse(key).success).toBe(true);
});
