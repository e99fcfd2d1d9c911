import { expect, test } from 'vitest';
import { z } from 'zod';
import { checked } from './checked.ts';

const Input = z.strictObject({
  limit: z.int().min(1).max(9).optional(),
  day: z.string().regex(/^\d+$/u, 'a day').optional(),
  kind: z.enum(['a', 'b']).optional(),
  name: z.string().optional(),
  files: z
    .array(z.strictObject({ content: z.string().max(1_000) }))
    .max(2)
    .optional(),
});

test.each([
  ['a number too small', { limit: 0 }, 'limit is 0; at least 1 was expected.'],
  ['a number too large', { limit: 10 }, 'limit is 10; at most 9 was expected.'],
  ['a part of a number', { limit: 1.5 }, 'limit is 1.5; a whole number was expected.'],
  ['text that has its own sentence', { day: 'x' }, 'day is "x"; a day was expected.'],
  ['a word that is not on the list', { kind: 'c' }, 'kind is "c"; one of a, b was expected.'],
  [
    'a list of too many, without all that they hold',
    { files: ['a', 'b', 'c'].map((each) => ({ content: each.repeat(90) })) },
    'files is a list of 3; at most 2 was expected.',
  ],
  [
    'a text that is too long, without the text',
    { files: [{ content: 'x'.repeat(1_001) }] },
    'files.0.content is a text of 1001 characters; at most 1000 was expected.',
  ],
  ['a number where text belongs', { name: 3 }, 'name is 3; text was expected.'],
])('an input is refused for %s', (_, input, told) => {
  expect(() => checked(Input, input)).toThrow(told);
});
