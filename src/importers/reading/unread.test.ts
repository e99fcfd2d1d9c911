import { expect, test } from 'vitest';
import { unreadShown } from './unread.ts';

test.each([
  ['as it is without a letter', '2025-3-3_25:00', '2025-3-3_25:00'],
  ['as it is with words of times', '3 March 2025 8 AM', '3 March 2025 8 AM'],
  ['as it is when it means nothing', '#N/A', '#N/A'],
  ['by its shape when it may be a name', 'Zoë Ångström-Lee', 'xxx xxxxxxxx-xxx'],
  ['by its shape when it may be a number of somebody', 'u4711', 'x0000'],
  ['by its shape when it may be an address', 'ann.lee@example.org', 'xxx.xxx@xxxxxxx.xxx'],
  ['by its shape when a month is all its name', 'April May', 'xxxxx xxx'],
  ['by its shape when an accent stands by itself', 'Zoe\u0308', 'xxxx'],
])('what is no time is told %s', (_, text, shown) => {
  expect(unreadShown(text)).toBe(shown);
});
