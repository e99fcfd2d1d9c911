import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { feedbackCloses } from './feedback-closes.ts';

/** Every thirty days. */
const channels: DesignInput['channels'] = [{ key: 'monthly', kind: 'review', cadenceDays: 30 }];

/** Four reviews that were answered on their day. */
const four = '01-05 01-06 01-07 01-08'.split(' ').map((day) => ({ review: `2026-${day}`, action: true }));

type Told = {
  readonly review: string;
  readonly forum?: string;
  readonly action?: boolean;
  readonly idle?: boolean;
  readonly decided?: string;
  readonly due?: string;
};

/** Reviews, each with an action on a finding, a finding nobody acts on, a decision taken or one that was due. */
const reviewed = (told: readonly Told[]): DesignInput => ({
  channels,
  findings: [finding('acted', true), finding('idle', false)],
  decisions: told.flatMap(({ decided, due }, n) =>
    [decided, due].flatMap((at) => (at === undefined ? [] : [decision(`d-${n}`, at)])),
  ),
  reviews: told.map(({ review, forum = 'board', action, idle, decided, due }, n) => ({
    key: `r-${n}`,
    on: review,
    forum,
    agenda: [
      ...(action ? [{ finding: 'acted' }] : []),
      ...(idle ? [{ finding: 'idle' }] : []),
      ...(due === undefined ? [] : [{ decision: `d-${n}` }]),
    ],
    decisions: decided === undefined ? [] : [`d-${n}`],
  })),
});

const finding = (key: string, acts: boolean, scope = {}): NonNullable<DesignInput['findings']>[number] => ({
  key,
  rule: 'delivery.within-target',
  period: { from: '2025-10-01', to: '2026-01-01' },
  n: 9,
  scope,
  ...(acts ? { action: { what: 'mend it', owner: 'lead', due: '2026-12-31' } } : {}),
});

const decision = (key: string, at: string, subject = {}): NonNullable<DesignInput['decisions']>[number] => ({
  key,
  type: 'bet',
  raisedAt: '2026-01-01T00:00:00Z',
  subject,
  ...(at === 'open' ? {} : { decidedAt: at.includes('T') ? at : `${at}T10:00:00Z` }),
});

const day = '2026-03-01';
const tooFew = 'not-enough-data: too few: 4 of at least 5';

test.each<[string, Told, string, string]>([
  ['one with an action on a finding', { review: day, action: true }, '06-01', '5/5'],
  ['one with a finding that nobody acts on as open', { review: day, idle: true }, '06-01', '4/5'],
  ['one with nothing on its agenda as open', { review: day }, '06-01', '4/5'],
  ['one that took a decision', { review: day, decided: day }, '06-01', '5/5'],
  ['one whose decision was made a cadence later', { review: day, decided: '2026-03-31' }, '06-01', '5/5'],
  ['one whose decision was made after that as open', { review: day, decided: '2026-04-01' }, '06-01', '4/5'],
  ['one whose decision was made before it as open', { review: day, due: '2026-02-28' }, '06-01', '4/5'],
  ['one with a due decision that was made', { review: day, due: '2026-03-20' }, '06-01', '5/5'],
  ['one with a decision that was not made as open', { review: day, decided: 'open' }, '06-01', '4/5'],
  ['none whose cadence is not over', { review: day }, '03-31T23:59', tooFew],
  ['none that was answered by then', { review: day, action: true }, '03-31T23:59', tooFew],
  ['one whose cadence was over yesterday', { review: day }, '04-01', '4/5'],
  ['one that was answered before', { review: day, action: true }, '04-01', '5/5'],
])('reviews that close count %s', async (_, last, asOf, expected) => {
  expect(told(await readIn(feedbackCloses, { design: reviewed([...four, last]), asOf }))).toBe(expected);
});

test.each([
  ['one as the window opens', '2026-01-01', '4/5', [4, 5]],
  ['none before the window', '2025-12-31', tooFew, [4, 4]],
  ['none as the window closes', '2027-01-01', tooFew, [4, 4]],
])('of reviews around a window there counts %s', async (_, review, expected, counts) => {
  const result = await readIn(feedbackCloses, { design: reviewed([...four, { review }]), asOf: '2027-06-01' });
  expect(told(result)).toBe(expected);
  expect(result.details.sources).toMatchObject({ rows: [['board', ...counts]] });
});

const outcome = (more: Partial<NonNullable<DesignInput['outcomes']>[number]>): DesignInput => ({
  ...reviewed(four),
  outcomes: [
    {
      key: 'faster',
      direction: 'up',
      baseline: { on: '2026-02-01', value: 0 },
      target: { on: '2026-05-12', value: 100 },
      ...more,
    },
  ],
  chainLinks: [
    link({ capability: 'pay' }, { outcome: 'faster' }),
    link({ initiative: 'app' }, { capability: 'pay' }),
    link({ capability: 'web' }, { outcome: 'other' }),
  ],
});

const link = (
  giver: NonNullable<DesignInput['chainLinks']>[number]['giver'],
  receiver: NonNullable<DesignInput['chainLinks']>[number]['receiver'],
) => ({ giver, receiver, grade: 'D' as const, rationale: 'so it is' });

/** On the fiftieth day of a hundred half of the way is due. */
const half = '2026-03-23';
const measured = (value: number, on = half) => ({ measurements: [{ on, value }] });

test.each<[string, Parameters<typeof outcome>[0], string]>([
  ['one below the way to its target', measured(49), '4/5'],
  ['none on the way', measured(50), tooFew],
  ['none above it', measured(51), tooFew],
  ['one above the way where less is better', { ...measured(51), direction: 'down' }, '4/5'],
  ['none below it where less is better', { ...measured(49), direction: 'down' }, tooFew],
  ['one below the target on its day', measured(99, '2026-05-12'), '4/5'],
  ['one below the target later', measured(99, '2026-06-12'), '4/5'],
  ['none at the target', measured(100, '2026-06-12'), tooFew],
  ['none before the baseline', measured(-9, '2026-01-31'), tooFew],
  ['one on the day of the baseline', measured(-1, '2026-02-01'), '4/5'],
  ['none on the way from nowhere', { ...measured(-9), baseline: undefined }, tooFew],
  ['one below the target without a baseline', { ...measured(9, '2026-05-12'), baseline: undefined }, '4/5'],
  ['none without a target', { ...measured(9), target: undefined }, tooFew],
  ['none without a direction', { ...measured(9), direction: undefined }, tooFew],
])('measurements that close count %s', async (_, more, expected) => {
  const design: DesignInput = JSON.parse(JSON.stringify(outcome(more)));
  expect(told(await readIn(feedbackCloses, { design, asOf: '09-01' }))).toBe(expected);
});

test.each<[string, DesignInput, string]>([
  [
    'a decision on the capability behind it',
    { decisions: [decision('x', '2026-03-30', { capability: 'pay' })] },
    '5/5',
  ],
  ['one on the initiative behind that', { decisions: [decision('x', '2026-03-30', { initiative: 'app' })] }, '5/5'],
  ['no decision on anything else', { decisions: [decision('x', '2026-03-30', { capability: 'web' })] }, '4/5'],
  ['no decision on nothing', { decisions: [decision('x', '2026-03-30')] }, '4/5'],
  ['no decision that is too late', { decisions: [decision('x', '2026-04-23', { capability: 'pay' })] }, '4/5'],
  ['the last one in time', { decisions: [decision('x', '2026-04-22', { capability: 'pay' })] }, '5/5'],
  ['an action on what was found of it', found(true, { capability: 'pay' }), '6/6'],
  ['no finding without one', found(false, { capability: 'pay' }), '4/6'],
  ['no action on anything else', found(true, { capability: 'web' }), '5/6'],
])('a measurement off target is answered by %s', async (_, more, expected) => {
  const design = { ...outcome(measured(9)), ...more };
  expect(told(await readIn(feedbackCloses, { design, asOf: '09-01' }))).toBe(expected);
});

/** A fifth review within the cadence, with a finding of its own. */
function found(acts: boolean, scope: object): DesignInput {
  const { reviews = [], findings = [] } = reviewed([...four, { review: '2026-03-25' }]);
  return {
    findings: [...findings, finding('own', acts, scope)],
    reviews: reviews.map((review, n) => (n === 4 ? { ...review, agenda: [{ finding: 'own' }] } : review)),
  };
}

test('a measurement of what nothing leads to lowers the coverage', async () => {
  const design = { ...outcome(measured(9)), ...reviewed([...four, { review: day, action: true }]), chainLinks: [] };
  expect(await readIn(feedbackCloses, { design, asOf: '09-01' })).toMatchObject({ value: 1, n: 5, coverage: 5 / 6 });
});

const survey = (closesOn: string | undefined, answered: boolean, reviews: readonly Told[]): DesignInput => ({
  ...reviewed(reviews),
  surveys: [
    {
      key: 'pulse',
      opensOn: '2026-01-02',
      ...(closesOn === undefined ? {} : { closesOn }),
      questions: [{ key: 'q', text: 'How is it?', scale: '1-5' }],
      audience: [{ group: 'sales' }],
    },
  ],
  responses: answered ? [{ survey: 'pulse', token: 't', group: 'sales', answers: { q: 3 } }] : [],
});

test.each<[string, DesignInput, string]>([
  ['one that any review answers', survey(day, true, [...four, { review: '2026-03-31', action: true }]), '6/6'],
  [
    'one that a review answers by a decision',
    survey(day, true, [...four, { review: '2026-02-20', decided: day }]),
    '6/6',
  ],
  ['one that a review answers too late', survey(day, true, [...four, { review: '2026-04-01', action: true }]), '5/6'],
  ['one that reviews answered before', survey(day, true, four), '4/5'],
  ['one that closed as a review was held', survey('2026-01-08', true, four), '5/5'],
  ['none that nobody answered', survey(day, false, four), tooFew],
  ['none that goes on', survey(undefined, true, four), tooFew],
])('surveys that close count %s', async (_, design, expected) => {
  expect(told(await readIn(feedbackCloses, { design, asOf: '09-01' }))).toBe(expected);
});

test.each<[string, DesignInput, string]>([
  ['that of the forum of the channel', { channels: [{ key: 'c', kind: 'review', forum: 'board' }] }, '5/5'],
  [
    'its own before that of its forum',
    { channels: [{ key: 'c', kind: 'review', forum: 'board', cadenceDays: 9 }] },
    '4/5',
  ],
  [
    'the slowest of several',
    {
      channels: [
        { key: 'c', kind: 'review', cadenceDays: 40 },
        { key: 'd', kind: 'review', cadenceDays: 9 },
        { key: 'e', kind: 'intake', cadenceDays: 1 },
      ],
    },
    '5/5',
  ],
  [
    'not that of an intake',
    {
      channels: [
        { key: 'c', kind: 'review', cadenceDays: 9 },
        { key: 'e', kind: 'intake', cadenceDays: 90 },
      ],
    },
    '4/5',
  ],
])('the cadence is %s', async (_, more, expected) => {
  const forums: DesignInput['forums'] = [{ key: 'board', level: 'board', purpose: 'decide', cadenceDays: 20 }];
  const design = { ...reviewed([...four, { review: day, decided: '2026-03-21' }]), forums, ...more };
  expect(told(await readIn(feedbackCloses, { design, asOf: '09-01' }))).toBe(expected);
});

test('the design of the day says how long the cadence is', async () => {
  const records = reviewed([...four, { review: day, decided: '2026-03-21' }]);
  const designs: DesignInput[] = [
    { ...records, design: { key: 'old', status: 'in-force', to: '2026-02-01' } },
    {
      ...records,
      design: { key: 'new', status: 'in-force', from: '2026-02-01' },
      channels: [{ key: 'c', kind: 'review', cadenceDays: 9 }],
    },
  ];
  expect(told(await readIn(feedbackCloses, { designs, asOf: '09-01' }))).toBe('4/5');
});

test('without a review channel that has a cadence nothing is designed', async () => {
  const design = { ...reviewed(four), channels: [{ key: 'c', kind: 'review' as const }] };
  expect((await readIn(feedbackCloses, { design })).status).toBe('not-designed');
});

test('what nothing followed says what it was, and sources are told apart', async () => {
  const design = outcome({ measurements: [{ on: half, value: 9 }] });
  const { examples, details } = await readIn(feedbackCloses, { design, asOf: '09-01' });
  expect(examples.map(({ object, because }) => [object, because])).toEqual([
    ['faster', '9 was measured where 50 was due, and no decision or action followed within 30 days'],
  ]);
  expect(details.sources).toMatchObject({
    rows: [
      ['faster', 0, 1],
      ['board', 4, 4],
    ],
  });
});

test('sources come with the smallest share first, of equals the one that told more, and last what nothing could answer', async () => {
  const held = (forum: string, ...actions: boolean[]): Told[] =>
    actions.map((action) => ({ review: day, forum, action }));
  const reviews = [
    ...held('small', true, false),
    ...held('large', true, true, false, false),
    ...held('rare', true, false, false, false),
  ];
  const design = { ...outcome(measured(9)), ...reviewed(reviews), chainLinks: [] };
  const { details } = await readIn(feedbackCloses, { design, asOf: '09-01' });
  expect(details.sources).toMatchObject({
    rows: [
      ['rare', 1, 4],
      ['large', 2, 4],
      ['small', 1, 2],
      ['faster', 0, 0],
    ],
  });
});
