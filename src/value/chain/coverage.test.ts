import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { compileChain } from './chain.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { chainModel } from './fixtures/chains.ts';
import { fundingIn } from './funding.ts';

const year = { from: '2026-01-01', to: '2027-01-01' };

const covered = (text: string, more: Partial<DesignInput> = {}): Coverage => {
  const model = chainModel(text, more);
  return coverageOf(compileChain(model), model, { days: year, lines: fundingIn(model, 'spend', year).lines });
};

const whole = 'i1>p1 1 B; p1>c1 1 A; c1>o1 1 C; o1>b1 1 A';

test.each([
  ['all, with the weakest grade', `i1=7; ${whole}`, '7.00 = 7.00 (C 7.00)'],
  [
    'each way by its own grade',
    `i1=10; i1>p2 0 A; ${whole.replace('p1>c1 1 A', 'p1>c1 0.3 A; p1>c2 0.7 E; c2>o1 1 A')}`,
    '10.00 = 10.00 (C 3.00, E 7.00)',
  ],
  [
    'no investment without an initiative',
    `i1=7; i1>p1 0.5; ${whole.slice('i1>p1 1 B; '.length)}`,
    '7.00 = 3.50 (E 3.50) + no-initiative 3.50',
  ],
  ['no initiative without a capability', 'i1=7; i1>p1 1', '7.00 = 0 () + no-capability 7.00'],
  ['no capability without an outcome', 'i1=7; i1>p1 1; p1>c1 1', '7.00 = 0 () + no-outcome 7.00'],
  ['no outcome without a benefit', 'i1=7; i1>p1 1; p1>c1 1; c1>o1 1', '7.00 = 0 () + no-benefit 7.00'],
  ['no benefit that nothing measures', `i1=7; b1?; ${whole}`, '7.00 = 0 () + no-measure 7.00'],
  [
    'a benefit that feeds another for what stays there',
    `i1=7; b1>b2 0.5 A; b2?; ${whole}`,
    '7.00 = 3.50 (C 3.50) + no-measure 3.50',
  ],
  ['no money of other days', `i1=7; i1=9 EUR 2025-12-31; i1=9 EUR 2027-01-01; ${whole}`, '7.00 = 7.00 (C 7.00)'],
])('of money is traced %s', (_, text, expected) => {
  const told = covered(text).money.map(({ invested, traced, byGrade, stubs }) => {
    const grades = Object.entries(byGrade).map((each) => each.join(' '));
    return [
      `${invested} = ${traced} (${grades.join(', ')})`,
      ...Object.entries(stubs).map((each) => each.join(' ')),
    ].join(' + ');
  });
  expect(told).toEqual([expected]);
});

/** `p1 after no-outcome`: what a standing says of a node. */
const standings = (some: Coverage['initiatives']): string[] =>
  some.map(({ node, ahead, behind }) => `${node.key} ${behind ?? 'funded'} ${ahead ?? 'whole'}`);

test.each([
  ['whole, whatever shares are claimed', 'i1>p1; p1>c1; c1>o1; o1>b1', ['p1 funded whole']],
  ['not funded', 'p1>c1; c1>o1; o1>b1', ['p1 no-investment whole']],
  ['broken where its best way ends', 'i1>p1; p1>c1; p1>c2; c2>o1; o1>b1; b1?', ['p1 funded no-measure']],
  ['whole by a benefit that feeds a measured one', 'i1>p1; p1>c1; c1>o1; o1>b1; b1>b2; b1?', ['p1 funded whole']],
  ['broken where a link holds on other days', 'i1>p1; p1>c1 - E to=2026-01-01', ['p1 funded no-capability']],
  [
    'whole by a link that holds on one of the days',
    'i1>p1 - E from=2026-12-31; p1>c1; c1>o1; o1>b1',
    ['p1 funded whole'],
  ],
])('the chain of an initiative is %s', (_, text, expected) => {
  expect(standings(covered(text).initiatives)).toEqual(expected);
});

test.each([
  ['proposed', { status: 'proposed' as const }, 0],
  ['over before', { actualEnd: '2025-12-31' }, 0],
  ['over on the first day', { actualEnd: '2026-01-01' }, 1],
  ['to begin after', { plannedStart: '2027-01-01' }, 0],
  ['begun before it was planned', { plannedStart: '2027-01-01', actualStart: '2026-12-31' }, 1],
])('an initiative that is %s is looked at as often as it is of these days', (_, dates, expected) => {
  expect(covered('p1>c1', { initiatives: [{ key: 'p1', ...dates }] }).initiatives).toHaveLength(expected);
});

test.each([
  ['whole', 'i1>p1; p1>c1; c1>o1; o1>b1', ['b1 funded whole']],
  ['of no money', 'p1>c1; c1>o1; o1>b1', ['b1 no-investment whole']],
  ['of a capability that nobody builds', 'c1>o1; o1>b1', ['b1 no-initiative whole']],
  ['of no outcome', 'b1', ['b1 no-outcome whole']],
  ['by the benefit that feeds it', 'i1>p1; p1>c1; c1>o1; o1>b1; b1>b2', ['b1 funded whole', 'b2 funded whole']],
])('the chain of a benefit back to money is %s', (_, text, expected) => {
  expect(standings(covered(text).benefits)).toEqual(expected);
});

test.each([
  ['nothing of a whole chain', `i1=1; ${whole}`, []],
  [
    'each end, with its money',
    'i1=4; i2=2; i1>p1 1; p1>c1 1',
    ['i2 after no-initiative 2.00 EUR', 'c1 after no-outcome 4.00 EUR'],
  ],
  [
    'what is only partly passed on, with its links',
    'i1=4; i1>p1 0.5; i1>p2; p1>c1 1; p2>c1 1; c1>o1 1; o1>b1 1',
    ['i1 after no-initiative 2.00 EUR of 2, 1 unshared'],
  ],
  [
    'what nothing leads to',
    'p1>c1; o1>b1; b2',
    ['c1 after no-outcome', 'p1 before no-investment', 'o1 before no-capability', 'b2 before no-outcome'],
  ],
  ['an outcome that nothing follows', 'o1', ['o1 after no-benefit', 'o1 before no-capability']],
  ['no capability that nobody works at', 'c1', []],
  ['a benefit that nothing measures', 'b1?; o1>b1', ['b1 after no-measure', 'o1 before no-capability']],
])('a break is %s', (_, text, expected) => {
  const told = covered(text).breaks.map(({ node, side, reason, amounts, links, unshared }) =>
    [
      `${node?.key} ${side} ${reason}`,
      ...amounts.map(({ amount, currency }) => `${amount} ${currency}`),
      ...(links > 0 ? [`of ${links}, ${unshared} unshared`] : []),
    ].join(' '),
  );
  expect(told).toEqual(expected);
});

test('money of no known line of funding is a break by itself', () => {
  const model = chainModel(whole);
  const lines = [{ investment: undefined, on: '2026-01-01', amount: { amount: '5', currency: 'EUR' } }];
  const { money, breaks } = coverageOf(compileChain(model), model, { days: year, lines });
  expect(money).toEqual([
    { currency: 'EUR', invested: '5.00', traced: '0', byGrade: {}, stubs: { 'no-investment': '5.00' } },
  ]);
  expect(breaks).toEqual([
    {
      node: undefined,
      side: 'before',
      reason: 'no-investment',
      amounts: [{ amount: '5.00', currency: 'EUR' }],
      links: 0,
      unshared: 0,
    },
  ]);
});
