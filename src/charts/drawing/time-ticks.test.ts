import { expect, test } from 'vitest';
import { wordsIn } from './numbers.ts';
import { timeTicks } from './time-ticks.ts';

test.each([
  [
    'hours of a short case',
    '2026-11-02T09:00Z',
    '2026-11-02T14:00Z',
    'UTC',
    700,
    ['2 Nov, 09:00', '2 Nov, 10:00', '2 Nov, 11:00', '2 Nov, 12:00', '2 Nov, 13:00', '2 Nov, 14:00'],
  ],
  [
    'midnights of a case of some days',
    '2026-11-02T09:00Z',
    '2026-11-05T09:00Z',
    'UTC',
    700,
    ['2 Nov, 12:00', '3 Nov, 00:00', '3 Nov, 12:00', '4 Nov, 00:00', '4 Nov, 12:00', '5 Nov, 00:00'],
  ],
  [
    'days that begin in the time zone of the workspace',
    '2026-11-02T09:00Z',
    '2026-11-06T09:00Z',
    'Asia/Tokyo',
    700,
    ['3 Nov', '4 Nov', '5 Nov', '6 Nov'],
  ],
  ['fewer where there is less room', '2026-11-02T09:00Z', '2026-11-06T09:00Z', 'UTC', 260, ['3 Nov', '5 Nov']],
  ['the one moment there is', '2026-11-02T09:30Z', '2026-11-02T09:30Z', 'UTC', 700, ['2 Nov, 09:30']],
])('below a case stand %s', (_, first, last, timeZone, width, texts) => {
  expect(
    timeTicks(Date.parse(first), Date.parse(last), wordsIn('en-GB', timeZone), width).map(({ text }) =>
      text.replaceAll('\u00a0', ' '),
    ),
  ).toEqual(texts);
});
