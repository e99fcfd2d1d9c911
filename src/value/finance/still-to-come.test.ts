import { expect, test } from 'vitest';
import { compileChain } from '../chain/chain.ts';
import { portfolio, toEuro } from './fixtures/portfolio.ts';
import { stillToCome } from './still-to-come.ts';

const whole = 'i1>p1 0.5 B; p1>c1 1 B owes=0.5; c1>o1 1 C owes=1; o1>b1 1 D owes=1; o1>b2 - D owes=1';

const look = (money: string, today = '2026-07-02', chain = whole) => {
  const model = portfolio(chain, money);
  const compiled = compileChain(model);
  const node = compiled.find('initiative', 'p1');
  if (!node) throw new Error('no p1');
  return stillToCome(compiled, model, today, toEuro)(node);
};

const month = 365.25 / 12;

test.each([
  ['the share of the days that are left of a period', 'b1 plan y26=365', { gain: 91.5, monthlyGain: month / 2 }],
  ['nothing of what has come in', 'b1 plan y25=365 y26=365; b1 realised y26=300', { gain: 0, monthlyGain: 0 }],
  [
    'a month as the mean of all days to come',
    'b1 plan y27=365 y28=732',
    { gain: 548.5, monthlyGain: (548.5 / 731) * month },
  ],
  [
    'the days that are left behind a quarter that has come in',
    'b1 plan y26=3650; b1 realised q2=900',
    { gain: 915, monthlyGain: 5 * month },
  ],
  [
    'what is lost taken off',
    'b1 plan y27=365; b2 plan y27=73; b2 loses',
    { gain: 146, monthlyGain: (146 / 365) * month },
  ],
  ['other currencies by their rate, and none without one', 'b1 plan y27=100 USD; b2 plan y27=100 CHF', { gain: 45 }],
  ['budgets of later periods, by what is passed', 'i1 budget y25=1 y27=100', { cost: 50 }],
])('still to come is %s', (_, money, expected) => {
  const found = look(money);
  for (const [name, value] of Object.entries(expected)) expect(found).toHaveProperty(name, expect.closeTo(value, 2));
});

test.each([
  ['all has a rate', 'b1 plan y27=100 USD; i1 budget y27=100', true],
  ['a benefit has none', 'b1 plan y27=100; b2 plan y27=100 CHF', false],
  ['a budget has none', 'b1 plan y27=100; i1 budget y27=100 CHF', false],
  ['what has none has come in already', 'b1 plan y27=100; i1 budget y25=100 CHF', true],
  ['what has none comes to nothing of it', 'b1 plan y27=100; i2 budget y27=100 CHF', true],
])('whether all of it has a rate, where %s', (_, money, isPriced) => {
  expect(look(money, '2026-07-02', `${whole}; i2>p2 1 B`).isPriced).toBe(isPriced);
});

test.each([
  ['nothing is on record', '', false, false],
  ['a budget is to come', 'i1 budget y27=100', true, false],
  ['a budget is over', 'i1 budget y25=100', true, false],
  ['a budget has no rate', 'i1 budget y27=100 CHF', true, false],
  ['a budget is of something else', 'i2 budget y27=100', false, false],
  ['a benefit is planned', 'b1 plan y27=100', false, true],
  ['a benefit is no more to come', 'b1 plan y25=100', false, true],
  ['a benefit only came', 'b1 realised y25=100', false, false],
])('what is known of it, where %s', (_, money, isBudgeted, isForeseen) => {
  expect(look(money, '2026-07-02', `${whole}; i2>p2 1 B`)).toMatchObject({ isBudgeted, isForeseen });
});

test('of money that went out without a budget nobody knows what is still to be spent', () => {
  expect(look('', '2026-07-02', `i1=30.00 EUR 2026-02-01; ${whole}`).isBudgeted).toBe(false);
});

test('of each benefit and disbenefit no more goes by than there is of it', () => {
  const { gain, passedBy } = look('b1 plan y27=365; b2 loses; b2 plan q3=92', '2026-07-01');
  expect(passedBy(1)).toEqual({ gain: expect.closeTo(0, 2), share: expect.closeTo((2 * month) / 457, 4) });
  expect(passedBy(6)).toEqual({
    gain: expect.closeTo((6 * month - 92) / 2, 2),
    share: expect.closeTo((6 * month + 92) / 457, 4),
  });
  expect(passedBy(24)).toEqual({ gain, share: 1 });
  expect(look('', '2026-07-01').passedBy(1)).toEqual({ gain: 0, share: 0 });
});

test('what is spent is not to come, and what is left of a budget is', () => {
  expect(look('i1 budget y26=100', '2026-07-02', `i1=30.00 EUR 2026-02-01; ${whole}`).cost).toBe(35);
});
