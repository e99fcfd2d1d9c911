import { expect, test } from 'vitest';
import { isoDate } from '#model/calendar/civil.ts';
import { always, office } from '#model/calendar/fixtures/calendar.ts';
import type { PeriodKind } from '#model/calendar/periods.ts';
import type { ConformanceContext } from '../context.ts';
import { contextOf } from '../fixtures/world.ts';
import { periodEnds } from './period-ends.ts';

const berlin = 'Europe/Berlin';
const window = (from: string, until: string) => ({ from: `${from}T00:00:00Z`, until: `${until}T00:00:00Z` });
const march = window('2026-03-02', '2026-03-30');

/** Days in a row as `first–last (how many)`. */
const stretches = (days: readonly number[]): string =>
  days
    .flatMap((day) => (days.includes(day - 1) ? [] : [day]))
    .map((first) => {
      let last = first;
      while (days.includes(last + 1)) last++;
      return `${isoDate(first)}–${isoDate(last)} (${last - first + 1})`;
    })
    .join(' ');

test.each([
  ['the last ten days that are worked', 'quarter', office('UTC'), march, {}, '2026-03-18–2026-03-31 (14)'],
  ['all of the last ten where every day is worked', 'quarter', always('UTC'), march, {}, '2026-03-22–2026-03-31 (10)'],
  [
    'more days where some are holidays',
    'quarter',
    office('UTC', ['2026-03-30', '2026-03-25']),
    march,
    {},
    '2026-03-16–2026-03-31 (16)',
  ],
  ['at most the last third of a month', 'month', office('UTC'), march, {}, '2026-03-23–2026-03-31 (9)'],
  [
    'the last day of a week',
    'week',
    office('UTC'),
    window('2026-03-02', '2026-03-16'),
    {},
    '2026-03-06–2026-03-08 (3) 2026-03-13–2026-03-15 (3)',
  ],
  [
    'nothing of a week of two working days',
    'week',
    office('UTC', ['2026-03-02', '2026-03-03', '2026-03-04']),
    window('2026-03-02', '2026-03-09'),
    {},
    '',
  ],
  [
    'the organisation’s own quarters',
    'quarter',
    office('UTC'),
    march,
    { fiscalYearStart: 3 },
    '2026-05-18–2026-05-31 (14)',
  ],
  [
    'every period that the window shares',
    'quarter',
    office('UTC'),
    window('2026-03-31', '2026-04-02'),
    {},
    '2026-03-18–2026-03-31 (14) 2026-06-17–2026-06-30 (14)',
  ],
  [
    'the days of the zone',
    'quarter',
    office(berlin),
    { from: '2026-03-31T22:00:00Z', until: '2026-04-02T00:00:00Z' },
    { timeZone: berlin },
    '2026-06-17–2026-06-30 (14)',
  ],
] satisfies [string, PeriodKind, ConformanceContext['calendar'], ConformanceContext['window'], object, string][])(
  'the end of a planning period is %s',
  async (_, planningPeriod, calendar, asked, changed, expected) => {
    const context = await contextOf({}, { planningPeriod, calendar, window: asked, ...changed });
    context.engine.close();
    expect(stretches(periodEnds(context))).toBe(expected);
  },
);
