import { expect, test } from 'vitest';
import { z } from 'zod';
import { about } from './about.ts';

const Record = z.object(about);

test.each([
  ['as long as those of public portfolios', 'n'.repeat(500), undefined],
  ['without the blanks around it', ` ${'n'.repeat(500)} `, undefined],
  ['no longer', 'n'.repeat(501), 'a name of at most 500 characters; what is longer belongs in its note'],
  ['of no blanks alone', ' ', 'a name of at least one character'],
])('a name is %s', (_, name, refused) => {
  expect(Record.safeParse({ name }).error?.issues[0]?.message).toBe(refused);
});
