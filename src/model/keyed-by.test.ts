import { expect, test } from 'vitest';
import { z } from 'zod';
import { keyedBy, partsKey } from './keyed-by.ts';

const fields = z.object({ key: partsKey, of: z.string(), on: z.string().optional() });
const Record = fields.overwrite(keyedBy<z.infer<typeof fields>>(({ of, on }) => [of, on]));

test.each([
  ['its parts', { of: 'a', on: '2026-01-01' }, 'a.2026-01-01'],
  ['the parts that it has', { of: 'a' }, 'a'],
  ['the key it gives itself', { key: 'mine', of: 'a' }, 'mine'],
])('a record is called after %s', (_, record, key) => {
  expect(Record.parse(record).key).toBe(key);
});
