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
    'not-enough-data: no decision made in the window passed anybody with 50 words of known outcome (0 of 49)',
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

const opens = 'raised=2025-12-01 decided=01-01';
const before = 'raised=2025-12-01 decided=2025-12-31';
const closes = 'raised=12-01 decided=2027-01-01';

test.each([
  ['a no as the window opens', 'board 49 approved', `E ${opens} decided_by=board outcome=rejected`, '50/50'],
  ['no yes before the window', 'board 99 yes,board 1 denied', `E ${before} decided_by=board outcome=yes`, '100/100'],
  ['no yes as the window closes', 'board 99 yes,board 1 denied', `E ${closes} decided_by=board outcome=yes`, '100/100'],
])('forums that decide count %s', async (_, lines, more, expected) => {
  const decisions = `${by(...lines.split(','))}; ${more}`;
  const result = await readIn(forumsDecide, { design, decisions });
  expect(told(result)).toBe(expected);
  expect(result.coverage).toBe(1);
});

test.each([
  ['a no as the window opens', '50 board approved', opens, 'rejected', '61/61'],
  ['no yes before the window', '99 board yes;1 board denied', before, 'yes', '100/100'],
  ['no yes as the window closes', '99 board yes;1 board denied', closes, 'yes', '100/100'],
])('on the way to a decision there counts %s', async (_, words, time, outcome, expected) => {
  const decisions = `${by(`lead ${expected === '61/61' ? 60 : 100} rejected`)}; E ${time} decided_by=lead outcome=rejected`;
  const approvals = `${words.split(';').map(onTheWay).join(';')}; E board ${outcome}`;
  expect(told(await readIn(forumsDecide, { design, decisions, approvals }))).toBe(expected);
});

const lead = { key: 'lead', level: 'product' } as const;

test.each([
  ['without a forum, role or right', {}, 'not-designed'],
  ['with a role', { roles: [lead] }, 'read'],
  [
    'with a right',
    { decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }] },
    'read',
  ],
] satisfies [string, World['design'], string][])('%s something is designed, or nothing', async (_, other, status) => {
  expect((await readIn(forumsDecide, { design: other, decisions: by('board 50 approved') })).status).toBe(status);
});

test('the deciders of the window are listed, first who refuses least, of equals who spoke more', async () => {
  const lines = ['board 50 approved', 'head 95 yes', 'head 5 denied', 'lead 54 yes', 'lead 6 denied', 'council 60 yes'];
  const nobody = Array.from({ length: 50 }, (_, index) => `N${index} decided=03-05 outcome=yes`).join(';');
  const decisions = `${by(...lines)}; ${nobody}`.replaceAll('decided_by=board', 'decided_by=board layer_wait=172800');
  const { details } = await readIn(forumsDecide, { design, decisions });
  expect(details).toMatchObject({
    deciders: {
      rows: [
        ['council', 60, 0, null],
        ['board', 50, 0, 2],
        ['head', 100, 5, null],
        ['lead', 60, 6, null],
      ],
    },
  });
});

test('a case says what it passed, and when it was decided', async () => {
  const decisions = by('board 50 approved').replaceAll('decided=', 'raised=02-01 decided=');
  const { examples } = await readIn(forumsDecide, { design, decisions });
  expect(examples[0]).toMatchObject({
    at: '2026-03-05T00:00:00.000Z',
    because: 'passed board, which refused 0 of 50',
  });
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
