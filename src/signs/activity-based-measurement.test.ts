import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { activityBasedMeasurement } from './activity-based-measurement.ts';
import { evidence } from './fixtures/evidence.ts';
import { readRules } from './read.ts';

const signals = new Map([
  ['flow.velocity', 4],
  ['flow.flow-time', 3],
]);

const ruleIn = (design: DesignInput, id: string) =>
  readRules(activityBasedMeasurement, evidence({ design, signals })).find(({ rule }) => rule.endsWith(`.${id}`));

/** `a=4 b=0>a`: a measure with its signal and what it feeds; `metric`, `outcome` and `benefit` for a signal are one of these. */
const scorecards = (...cards: readonly string[]): DesignInput => ({
  scorecards: cards.map((card, index) => ({
    key: `card-${index}`,
    audience: 'the board',
    measures: card.split(' ').flatMap((word) => {
      const [, key = '', of = '', feeds] = /^(\w+)=([\w.-]+)(?:>(\w+))?$/u.exec(word) ?? [];
      if (key === '') return [];
      return [{ key, ...measured(of), ...(feeds === undefined ? {} : { feeds }) }];
    }),
  })),
});

const measured = (of: string) => {
  if (of === 'outcome') return { outcome: 'o' };
  if (of === 'benefit') return { benefit: 'b' };
  return of.includes('.') ? { metric: of } : { signal: Number(of) };
};

test.each([
  ['own measures by what they state', ['a=4 b=4 c=3 d=2 e=1'], 0.4, 1],
  ['metrics by what they are', ['a=flow.velocity b=flow.flow-time c=3 d=2 e=1'], 0.2, 1],
  ['outcomes and benefits as results', ['a=outcome b=benefit c=4 d=4 e=4'], 0.6, 1],
  ['all scorecards together', ['a=4 b=4 c=3', 'a=2 b=1'], 0.4, 1],
  ['no metric that nobody knows', ['a=4 b=4 c=3 d=2 e=1 f=flow.nothing'], 0.4, 5 / 6],
])('measures of activity count %s', (_, cards, value, coverage) => {
  expect(ruleIn(scorecards(...cards), 'activity-share')).toMatchObject({ value, coverage, n: 5, interval: 'complete' });
});

test.each([
  ['no scorecard', [], 'no scorecard with measures is on record'],
  ['an empty one', [''], 'no scorecard with measures is on record'],
  ['four measures', ['a=4 b=4 c=3 d=1'], 'too few measures on scorecards: 4 of at least 5'],
  ['four that are known', ['a=4 b=4 c=3 d=1 e=flow.nothing'], 'too few measures on scorecards: 4 of at least 5'],
])('measures of activity are not counted with %s', (_, cards, missing) => {
  expect(ruleIn(scorecards(...cards), 'activity-share')?.missing).toBe(missing);
});

const three = 'a=4>o b=4>o c=4>o o=outcome';

test.each([
  ['what feeds nothing', `${three} d=4 e=4`, 0.4],
  ['what feeds another kind of activity only', `${three} d=4>e e=4`, 0.4],
  ['what feeds a figure of flow that feeds nothing', `${three} d=4>f e=4>f f=3`, 0.4],
  ['nothing that feeds an outcome through others', `${three} d=4>f e=4>f f=3>o`, 0],
  ['nothing that feeds a benefit', `${three} d=4>f e=4>f f=benefit`, 0],
  ['nothing that feeds what states to be an outcome', `${three} d=4>f e=4>f f=1`, 0],
  ['what feeds a decision', `${three} d=4>f e=4>f f=2`, 0.4],
  ['what goes round', `${three} d=4>e e=4>d`, 0.4],
  ['what feeds a metric that nobody knows', `${three} d=4>f e=4>f f=flow.nothing`, 0.4],
  ['what feeds what is not there', `${three} d=4>x e=4>x`, 0.4],
])('activity that leads nowhere counts %s', (_, card, value) => {
  expect(ruleIn(scorecards(card), 'not-linked-upward')).toMatchObject({ value, n: 5 });
});

test('a measure feeds those of its own scorecard only', () => {
  const cards = scorecards('a=4>o b=4>o c=4>o', 'o=outcome d=4>o e=4>o');
  expect(ruleIn(cards, 'not-linked-upward')?.value).toBe(0.6);
});

test('of fewer than five measures of activity nothing is told', () => {
  expect(ruleIn(scorecards('a=4 b=4 c=4 d=4 e=3'), 'not-linked-upward')?.missing).toBe(
    'too few measures of activity on scorecards: 4 of at least 5',
  );
});

const ends = { i: 'initiative', c: 'capability', o: 'outcome', b: 'benefit' } as const;
const endOf = (text: string) => ({ [ends[text[0] as keyof typeof ends]]: text });

/** `i1>c1 c1>o1`: links; `initiatives` are `i1 i2:stopped i3!mandatory`. */
const chained = (initiatives: string, links: string): DesignInput => ({
  initiatives: initiatives.split(' ').map((word) => {
    const [, key = '', status, kind] = /^(\w+)(?::([\w-]+))?(?:!(\w+))?$/u.exec(word) ?? [];
    return JSON.parse(JSON.stringify({ key, status, class: kind }));
  }),
  chainLinks: links.split(' ').map((link) => {
    const [giver = '', receiver = ''] = link.split('>');
    return { giver: endOf(giver), receiver: endOf(receiver), grade: 'D', rationale: 'so it is' };
  }),
});

const five = 'i1 i2 i3 i4 i5';
const first = 'i1>c1 i2>c1 i3>c1 i4>c1 c1>o1';

test.each([
  ['what has no link', five, first, 0.2],
  ['what ends in a capability', five, `${first} i5>c2`, 0.2],
  ['nothing that leads to an outcome', five, `${first} i5>c1`, 0],
  ['nothing that leads to a benefit', five, `${first} i5>b1`, 0],
  ['nothing that leads far', five, `${first} c2>c3 i5>c2 c3>c1`, 0],
  ['a stopped one not at all', `${five} i6:stopped`, first, 0.2],
  ['a proposed one not at all', `${five} i6:proposed`, first, 0.2],
  ['one that is done', 'i1 i2 i3 i4 i5:done', first, 0.2],
  ['a mandatory one not at all', `${five} i6!mandatory`, first, 0.2],
  ['an operational one', 'i1 i2 i3 i4 i5!operational', first, 0.2],
])('initiatives for nothing count %s', (_, initiatives, links, value) => {
  expect(ruleIn(chained(initiatives, links), 'without-outcome')).toMatchObject({ value, n: 5 });
});

test.each([
  ['four', 'i1 i2 i3 i4', first, 'too few initiatives: 4 of at least 5'],
  ['no link from any', five, 'c1>o1', 'no link from an initiative is on record'],
])('initiatives for nothing are not counted with %s', (_, initiatives, links, missing) => {
  expect(ruleIn(chained(initiatives, links), 'without-outcome')?.missing).toBe(missing);
});

/** `b:m`: measured; periods p (over), q (over on the day of reading), r (not over); `q*` was approved later, `q?` never. */
const benefits = (words: string): DesignInput => ({
  planningPeriods: [
    { key: 'p', kind: 'quarter', from: '2026-01-01', to: '2026-04-01' },
    { key: 'q', kind: 'quarter', from: '2026-04-01', to: '2026-06-30' },
    { key: 'r', kind: 'quarter', from: '2026-06-30', to: '2026-10-01' },
  ],
  benefits: words.split(' ').map((word, index) => {
    const [period, mark] = [word.slice(0, 1), word.slice(1)];
    const approvedOn = { '*': '2026-07-01', '!': '2026-06-30' }[mark] ?? '2026-01-01';
    return {
      key: `b-${index}`,
      kind: 'cost' as const,
      currency: 'EUR',
      plan: { ...(mark === '?' ? {} : { approvedOn }), profile: [{ period, value: '1' }] },
      realised: mark === 'm' ? [{ period, value: '1' }] : [],
    };
  }),
});

test.each([
  ['what was never measured', 'pm pm pm p p', 0.4],
  ['what is due on the very day', 'pm pm pm q q', 0.4],
  ['what was approved on the very day', 'pm pm pm p! p!', 0.4],
  ['nothing that is not due', 'pm pm pm p p r', 0.4],
  ['nothing that is approved later', 'pm pm pm p p p*', 0.4],
  ['nothing that nobody approved', 'pm pm pm p p p?', 0.4],
])('benefits that nobody measured count %s', (_, words, value) => {
  expect(ruleIn(benefits(words), 'without-measurement')).toMatchObject({ value, n: 5 });
});

test('of fewer than five benefits nothing is told', () => {
  expect(ruleIn(benefits('p p p pm r'), 'without-measurement')?.missing).toBe(
    'too few benefits with an approved plan that are due: 4 of at least 5',
  );
});
