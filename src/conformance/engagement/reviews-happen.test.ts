import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { reviewsHappen } from './reviews-happen.ts';

const forums: DesignInput['forums'] = [
  { key: 'weekly', level: 'board', purpose: 'status', cadenceDays: 7 },
  { key: 'other', level: 'board', purpose: 'status', cadenceDays: 7 },
  { key: 'loose', level: 'board', purpose: 'status' },
];

/** `weekly 03-02 03-09`: meetings of a forum at ten o'clock, or at the time that follows the day. */
const meetings = (lines: string): DesignInput['meetings'] =>
  lines.split('; ').flatMap((line) => {
    const [forum = '', ...days] = line.split(' ');
    return days.map((day) => ({
      key: `${forum}-${day.toLowerCase().replace(':', '-')}`,
      forum,
      heldAt: `${/^\d{4}/u.test(day) ? day : `2026-${day}`}${day.includes('T') ? '' : 'T10:00'}:00Z`,
    }));
  });

/** The first is no due one, so these are four in time. */
const four = 'weekly 03-02 03-09 03-16 03-23 03-30';
const soon = '04-02';

test.each([
  ['one that was held when it was due', `${four} 04-06`, '04-07', '5/5'],
  ['one that was half a cadence late but for a minute', `${four} 04-09T21:59`, '04-10', '5/5'],
  ['one that was half a cadence late as missed and held the next time', `${four} 04-09T22:00`, '04-10', '5/6'],
  ['two that were missed in one long wait', `${four} 04-20`, '04-21', '5/7'],
  ['one that was held early', `${four} 04-01`, soon, '5/5'],
  ['one that has been due for half a cadence as missed', four, '04-09T22:00', '4/5'],
  ['none that has not been due for as long', four, '04-09T21:59', 'not-enough-data: too few: 4 of at least 5'],
  ['no first meeting of another forum', `${four}; other 04-01`, soon, 'not-enough-data: too few: 4 of at least 5'],
  ['another forum beside it', `${four}; other 03-25 04-01`, soon, '5/5'],
  ['no forum without a cadence', `${four}; loose 03-25 04-01`, soon, 'not-enough-data: too few: 4 of at least 5'],
  ['one after a meeting before the window', 'weekly 2025-12-30 01-06 01-13 01-20 01-27 02-03', '02-04', '5/5'],
])('meetings that happen count %s', async (_, lines, asOf, expected) => {
  expect(told(await readIn(reviewsHappen, { design: { forums, meetings: meetings(lines) }, asOf }))).toBe(expected);
});

const january = { window: { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' } };
const short = 'not-enough-data: too few: 3 of at least 5';

test.each([
  ['one as the window opens', 'weekly 2025-12-25 01-01T00:00 01-08 01-15 01-22 01-29', '5/5', [5, 5]],
  ['none before the window', 'weekly 2025-12-18 2025-12-25 01-08 01-15 01-22 01-29', '4/5', [4, 5]],
  ['none as the window closes', 'weekly 01-04 01-11 01-18 01-25 02-01T00:00', short, [3, 3]],
])('of meetings around a window there counts %s', async (_, lines, expected, counts) => {
  const design = { forums: forums.slice(0, 1), meetings: meetings(lines) };
  const result = await readIn(reviewsHappen, { design, asOf: '02-02' }, january);
  expect(told(result)).toBe(expected);
  expect(result.details).toMatchObject({ forums: { rows: [['weekly', 7, ...counts]] } });
});

test('forums come with the smallest share first, of equals the one with more due, and last what was never due', async () => {
  const lines = ['half 03-16 03-30', 'long 03-02 03-16 03-30', 'rare 03-02 03-30', 'none 03-16'];
  const names = ['half', 'long', 'rare', 'none', 'new'];
  const design = {
    forums: names.map((key) => ({ key, level: 'board', purpose: 'status' as const, cadenceDays: 7 })),
    meetings: meetings(lines.join('; ')),
  };
  const { details } = await readIn(reviewsHappen, { design, asOf: '04-01T10:00' });
  expect(details).toMatchObject({
    forums: {
      rows: [
        ['none', 7, 0, 1],
        ['rare', 7, 1, 4],
        ['long', 7, 2, 4],
        ['half', 7, 1, 2],
        ['new', 7, 0, 0],
      ],
    },
  });
});

test('a forum without a recorded meeting lowers the coverage', async () => {
  const design = { forums, meetings: meetings(`${four} 04-06`) };
  expect(await readIn(reviewsHappen, { design, asOf: '04-07' })).toMatchObject({ value: 1, n: 5, coverage: 5 / 6 });
});

test('a forum that a later design has no more misses nothing from then on', async () => {
  const designs: DesignInput[] = [
    {
      design: { key: 'old', status: 'in-force', to: '2026-04-08' },
      forums,
      meetings: meetings(`${four} 04-06`),
    },
    { design: { key: 'new', status: 'in-force', from: '2026-04-08' } },
  ];
  expect(told(await readIn(reviewsHappen, { designs }))).toBe('5/5');
});

test('without a meeting of a forum with a cadence nothing is designed', async () => {
  const design = { forums, meetings: meetings('loose 03-02 03-09') };
  expect((await readIn(reviewsHappen, { design })).status).toBe('not-designed');
});

test('a missed meeting says how often there is to be one, and forums are told apart', async () => {
  const design = { forums, meetings: meetings(`${four} 04-13`) };
  const { details, examples } = await readIn(reviewsHappen, { design, asOf: '04-14' });
  expect(examples).toMatchObject([
    { object: 'weekly', at: '2026-04-06T10:00:00.000Z', because: 'did not meet, although it is to meet every 7 days' },
  ]);
  expect(details).toMatchObject({
    forums: {
      rows: [
        ['weekly', 7, 5, 6],
        ['other', 7, 0, 0],
      ],
    },
  });
});
