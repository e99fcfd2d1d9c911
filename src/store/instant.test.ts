import { expect, test } from 'vitest';
import { instantOf } from './instant.ts';

test.each([
  ['seconds', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
  ['an offset', '2026-03-01T01:00:00+02:00', '2026-02-28T23:00:00.000Z'],
  ['more digits than it keeps', '2026-03-01T10:00:00.1239Z', '2026-03-01T10:00:00.123Z'],
])('an instant is read from %s', (_, text, instant) => {
  expect(instantOf(text)).toBe(instant);
});

test.each([
  ['a day', '2026-03-01'],
  ['a time without a zone', '2026-03-01T10:00:00'],
  ['a day that does not exist', '2026-13-01T10:00:00Z'],
  ['a year that leaves four digits', '9999-12-31T23:30:00-01:00'],
  ['nothing', ''],
])('no instant is read from %s', (_, text) => {
  expect(() => instantOf(text)).toThrow(TypeError);
});
