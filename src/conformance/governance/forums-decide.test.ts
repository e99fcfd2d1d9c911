import { expect, test } from 'vitest';
import { readIn, told, type World } from '../fixtures/world.ts';
import { forumsDecide } from './forums-decide.ts';

const design: World['design'] = {
  forums: [{ key: 'board', level: 'board', purpose: 'decide' }],
};
/** `board 49 approved`: so many decisions by the board. */
const by = (...lines: string[]): string =>
  lines
    .flatMap((line, block) => {
      const [decider = '', n = '', outcome = ''] = line.split(' ');
      return Array.from(
        { length: Number(n) },
        (_, index) => `I${block}-${index} decided=03-05 decided_by=${decider} outcome=${outcome}`,
      );
    })
    .join(';');

test.each([
  ['a forum that refuses one in fifty', by('board 49 approved', 'board 1 rejected'), '50/50'],
  ['other words for no', by('board 49 approved', 'board 1 Declined'), '50/50'],
  ['no forum that never refuses', by('board 50 approved'), '0/50'],
  ['no forum that refuses one in a hundred and one', by('board 100 approved', 'board 1 rejected'), '0/101'],
  ['a forum that refuses one in a hundred', by('board 99 approved', 'board 1 rejected'), '100/100'],
  [
    'no forum with too few cases',
    by('board 48 approved', 'board 1 rejected'),
    'not-enough-data: none of 49 rows can be held against the design',
  ],
  ['each forum by itself', by('board 50 approved', 'lead 49 ok', 'lead 1 refused'), '50/100'],
])('forums that decide count %s', async (_, decisions, expected) => {
  expect(told(await readIn(forumsDecide, { design, decisions }))).toBe(expected);
});

/** `50 board approved`: that word on the way to each of the first fifty decisions. */
const onTheWay = (line: string): string => {
  const [n = '', ...word] = line.split(' ');
  return Array.from({ length: Number(n) }, (_, index) => `I0-${index} ${word.join(' ')}`).join(';');
};

test.each([
  ['no decision that passed such a forum on its way', '50 board approved', '10/60'],
  ['decisions on whose way a forum may refuse', '49 board approved;1 board rejected', '60/60'],
  ['nothing against a forum with few cases on the way', '49 board approved', '60/60'],
  ['no word whose outcome is not known', '50 board', '60/60'],
])('forums that decide count %s', async (_, words, expected) => {
  const decisions = by('lead 60 rejected');
  const approvals = words.split(';').map(onTheWay).join(';');
  expect(told(await readIn(forumsDecide, { design, decisions, approvals }))).toBe(expected);
});

test('without a forum, role or right nothing is designed', async () => {
  expect((await readIn(forumsDecide, { design: {}, decisions: by('board 50 approved') })).status).toBe('not-designed');
});

test('the forums of the window are listed', async () => {
  const { details, examples } = await readIn(forumsDecide, { design, decisions: by('board 50 approved') });
  expect(details).toMatchObject({
    deciders: { rows: [['board', 50, 0, null]] },
  });
  expect(examples[0]?.because).toBe('passed board, which refused 0 of 50');
});

test('the habit of a forum is that of the window, also for the trend of its periods', async () => {
  const words = (day: string, from: number, n: number, decider: string, outcome: string): string =>
    Array.from(
      { length: n },
      (_, index) => `${decider}${from + index} raised=${day} decided=${day} decided_by=${decider} outcome=${outcome}`,
    ).join(';');
  const decisions = [
    words('05-05', 0, 30, 'board', 'approved'),
    words('08-05', 30, 30, 'board', 'approved'),
    words('05-05', 60, 60, 'lead', 'rejected'),
    words('08-05', 120, 60, 'lead', 'rejected'),
  ].join(';');
  const { value, trend } = await readIn(forumsDecide, { design, decisions, asOf: '11-20' });
  expect(value).toBeCloseTo(120 / 180);
  expect(trend).toMatchObject({
    thisPeriod: { value: expect.closeTo(60 / 90), n: 90 },
    lastPeriod: { value: expect.closeTo(60 / 90), n: 90 },
  });
});
