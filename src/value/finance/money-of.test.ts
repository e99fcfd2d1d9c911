import { expect, test } from 'vitest';
import { compileChain } from '../chain/chain.ts';
import { portfolio, toEuro } from './fixtures/portfolio.ts';
import type { Basis } from './money-line.ts';
import { moneyOf } from './money-of.ts';

const look = (chain: string, money: string, basis: string, subject = 'p1', today = '2026-06-30') => {
  const model = portfolio(chain, money);
  const compiled = compileChain(model);
  const node = compiled.find(subject.startsWith('i') ? 'investment' : 'initiative', subject);
  if (!node) throw new Error(`no ${subject}`);
  return moneyOf({ chain: compiled, model, subject: node, basis: basis as Basis, today, convert: toEuro, startsIn: 1 });
};

/** `2026 -100 +50 -5`: the year, its cost, its benefit, its disbenefit where there is one. */
const told = (found: ReturnType<typeof moneyOf>): string =>
  found.flows
    .map(({ year, cost, benefit, disbenefit }) =>
      [year, `-${cost}`, `+${benefit}`, ...(disbenefit === '0' ? [] : [`-${disbenefit}`])].join(' '),
    )
    .join(', ');

const whole = 'i1>p1 1 B; p1>c1 1 B owes=1; c1>o1 1 C owes=1; o1>b1 1 D owes=1';
const half = 'i1>p1 0.6 B; p1>c1 1 B owes=0.5; c1>o1 1 C owes=0.5; o1>b1 1 D owes=0.8';
const spent = 'i1=100.00 EUR 2026-02-01; i1=50 USD 2026-07-01';

test.each([
  ['budgets and plans', whole, 'i1 budget y26=100; b1 plan y27=50', 'plan', '2026 -100.00 +0, 2027 -0 +50.00'],
  ['a share of each', half, 'i1 budget y26=100; b1 plan y27=50', 'plan', '2026 -60.00 +0, 2027 -0 +10.00'],
  [
    'years of nothing between them',
    whole,
    'i1 budget y25=1; b1 plan y27=1',
    'plan',
    '2025 -1.00 +0, 2026 -0 +0, 2027 -0 +1.00',
  ],
  ['the year for its quarters', whole, 'i1 budget y26=100 q1=25 q2=75', 'plan', '2026 -100.00 +0'],
  [
    'what is planned in another currency',
    whole,
    'i1 budget y26=100 USD; b1 plan y27=10 USD',
    'plan',
    '2026 -90.00 +0, 2027 -0 +9.00',
  ],
  ['no plan that is a draft', whole, 'b1 plan draft y27=50', 'plan', ''],
  ['no plan that is approved later', whole, 'b1 plan 2026-07-01 y27=50', 'plan', ''],
  ['a plan from the day on that it is approved', whole, 'b1 plan 2026-06-30 y27=50', 'plan', '2027 -0 +50.00'],
  [
    'no draft where nothing is forecast',
    whole,
    'b1 plan draft y27=50 y28=60; b1 forecast 2026-01-01 y27=40',
    'outlook',
    '2027 -0 +40.00',
  ],
  ['no forecast in a plan', whole, 'b1 plan y27=50; b1 forecast 2026-01-01 y27=40', 'plan', '2027 -0 +50.00'],
  [
    'what is lost beside what is gained',
    `${whole}; o1>b2 - D owes=1`,
    'b1 plan y27=50; b2 loses; b2 plan y27=5',
    'plan',
    '2027 -0 +50.00 -5.00',
  ],
  ['what went out by today', `${spent}; ${whole}`, 'i1 budget y26=900', 'actual', '2026 -100.00 +0'],
  ['what came in', whole, 'b1 plan y25=7; b1 realised y25=6 y27=5', 'actual', '2025 -0 +6.00'],
  [
    'what is left of a budget',
    `${spent}; ${whole}`,
    'i1 budget y26=900 y27=10',
    'outlook',
    '2026 -900.00 +0, 2027 -10.00 +0',
  ],
  ['no less than was spent', `${spent}; ${whole}`, 'i1 budget y26=90', 'outlook', '2026 -100.00 +0'],
  [
    'no budget that is over',
    `${spent}; ${whole}`,
    'i1 budget y25=90 q1=700 q2=100 q3=30',
    'outlook',
    '2026 -230.00 +0',
  ],
  [
    'what was said last of a period',
    whole,
    'b1 plan y26=1 y27=2 y28=3; b1 forecast 2026-01-01 y27=4 y28=5; b1 forecast 2026-05-01 y28=6; b1 realised y26=7',
    'outlook',
    '2026 -0 +7.00, 2027 -0 +4.00, 2028 -0 +6.00',
  ],
  [
    'a year beside its quarter that has come in',
    whole,
    'b1 plan y26=365; b1 realised q1=1',
    'outlook',
    '2026 -0 +276.00',
  ],
  ['no forecast of later days', whole, 'b1 plan y27=2; b1 forecast 2026-07-01 y27=4', 'outlook', '2027 -0 +2.00'],
])('money is found with %s', (_, chain, money, basis, expected) => {
  expect(told(look(chain, money, basis))).toBe(expected);
});

test.each([
  ['all of its own money', half, 'i1', '2026 -100.00 +0'],
  [
    'what its links are contributed',
    'i1>p1 0.5 B owes=0.5; p1>c1 1 B owes=1; c1>o1 1 C owes=1; o1>b1 1 D owes=1',
    'i1',
    '2026 -100.00 +0, 2027 -0 +25.00',
  ],
])('a line of funding has %s', (_, chain, subject, expected) => {
  expect(told(look(chain, 'i1 budget y26=100; b1 plan y27=50', 'plan', subject))).toBe(expected);
});

test.each([
  ['in other units', whole, 'b1 hours; b1 plan y27=50', 'plan', ['benefit b1: it is in hours, not in money']],
  ['of which nothing is said', whole, 'b1 plan y27=50', 'actual', ['benefit b1: nothing of it is realised']],
  ['of which a plan is a draft', whole, 'b1 plan draft y27=50', 'plan', ['benefit b1: no plan of it is approved']],
  [
    'of which nothing but a draft is said',
    whole,
    'b1 plan draft y27=50',
    'outlook',
    ['benefit b1: no plan of it is approved, and nothing is forecast or realised'],
  ],
  [
    'without a rate',
    whole,
    'b1 plan y27=50 CHF',
    'plan',
    ['benefit b1: 50 CHF: no rate from CHF to EUR for the use budget on 2027-01-01'],
  ],
  [
    'that nobody claims a share of',
    'i1=5; i1>p1; p1>c1 1 B owes=1; c1>o1 1 B; o1>b1 1 B owes=1',
    'b1 plan y27=5 y28=5',
    'outlook',
    [
      'investment i1: no link on the way from it says what it passes',
      'benefit b1: no link on the way to it says what is contributed',
    ],
  ],
  ['of other chains', `${whole}; i2=5; i2>p2 1 B; o2>b2 1 B`, 'b1 plan y27=50; b2 hours', 'plan', []],
])('what is left out of the money is told: records %s', (_, chain, money, basis, expected) => {
  expect(look(chain, money, basis).leftOut.map(({ kind, key, why }) => `${kind} ${key}: ${why}`)).toEqual(expected);
});

test.each([
  ['of the amounts', 'i1>p1 1 A; p1>c1 1 A owes=1; c1>o1 1 A owes=1; o1>b1 1 A owes=1', 'b1 plan y27=5', 'plan', 'D'],
  ['of the links', whole.replace('1 C', '1 E'), 'b1 plan y27=5', 'plan', 'E'],
  ['of money out of a ledger', `i1=5; ${whole}`, '', 'actual', 'B'],
])('money has the weakest grade %s', (_, chain, money, basis, grade) => {
  expect(look(chain, money, basis).grade).toBe(grade);
});

test('what was counted is told: how many amounts, on which sides, and of what share of the records', () => {
  const found = look(`i1=5; ${whole}; o1>b2 - B owes=1`, 'b1 plan y27=5 y28=5; b2 hours; b2 plan y27=1', 'outlook');
  expect(found).toMatchObject({ n: 3, hasCost: true, hasGain: true, coverage: 2 / 3 });
  expect(look(`i1=5; i1=5 CHF 2026-02-01; ${whole}`, 'b1 realised y25=7', 'actual').coverage).toBe(0.5);
  expect(look(whole, '', 'actual')).toMatchObject({
    n: 0,
    hasCost: false,
    hasGain: false,
    coverage: 0,
    grade: undefined,
  });
  expect(look('p1>c1 1 B', '', 'actual').coverage).toBe(null);
});
