import { expect, test } from 'vitest';
import { portfolio } from '../finance/fixtures/portfolio.ts';
import { benefitAmounts } from './benefit-amounts.ts';
import { compileChain } from './chain.ts';

const days = { from: '2026-01-01', to: '2028-01-01' };

const look = (money: string, of: 'realised' | 'planned') => {
  const model = portfolio('o1>b1 0.5 B; o1>b2 0.5 B', money);
  return benefitAmounts(compileChain(model), model, { of, days, today: '2026-06-30' }).map(
    ({ node, on, amount, unit }) => `${node?.key} ${on} ${amount} ${unit}`,
  );
};

test.each([
  ['what is approved', 'b1 plan 2026-06-30 y26=5 y27=6', ['b1 2026-01-01 5 EUR', 'b1 2027-01-01 6 EUR']],
  ['no draft', 'b1 plan draft y26=5; b2 plan y26=7', ['b2 2026-01-01 7 EUR']],
  ['nothing that is approved later', 'b1 plan 2026-07-01 y26=5', []],
  ['what is lost, against it', 'b1 loses; b1 plan y26=5', ['b1 2026-01-01 -5 EUR']],
  ['no other days', 'b1 plan y25=5 y28=6', []],
])('planned is %s', (_, money, expected) => {
  expect(look(money, 'planned')).toEqual(expected);
});

test('realised is what came of it, whether or not a plan was approved', () => {
  expect(look('b1 plan draft y26=5; b1 realised y26=4', 'realised')).toEqual(['b1 2026-01-01 4 EUR']);
});
