import { expect, test } from 'vitest';
import { ago } from './ago.ts';

const now = Date.parse('2026-05-04T12:00:00Z');

test.each([
  ['2026-05-04T11:59:30Z', 'just now'],
  ['2026-05-04T11:58:01Z', 'just now'],
  ['2026-05-04T11:58:00Z', '2 minutes ago'],
  ['2026-05-04T10:01:00Z', '119 minutes ago'],
  ['2026-05-04T10:00:00Z', '2 hours ago'],
  ['2026-05-02T12:00:00Z', '2 days ago'],
  ['2026-04-20T12:00:00Z', '2 weeks ago'],
  ['2025-12-31T12:00:00Z', '4 months ago'],
  ['2024-05-01T12:00:00Z', '2 years ago'],
  ['2026-05-05T12:00:00Z', 'in the future'],
])('%s is %s', (instant, text) => {
  expect(ago(Date.parse(instant), now)).toBe(text);
});
