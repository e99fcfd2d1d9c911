import { expect, test } from 'vitest';
import { allocated } from './allocation.ts';
import { compileChain } from './chain.ts';
import { chainModel } from './fixtures/chains.ts';
import { type FundingBasis, fundingIn } from './funding.ts';

const always = { from: '0001-01-01', to: '9999-01-01' };

const parts = (text: string): string[] => {
  const model = chainModel(text);
  return allocated(compileChain(model), fundingIn(model, 'spend', always).lines).map(
    ({ investment, initiative, capability, amount, reason, grade }) =>
      [investment, initiative, capability, amount.amount, reason, grade].filter((each) => each !== undefined).join(' '),
  );
};

test.each([
  ['nowhere, without an initiative', 'i1=5; i1>p1', ['i1 5.00 no-initiative']],
  ['to an initiative, without a capability', 'i1=5; i1>p1 1 B', ['i1 p1 5.00 no-capability B']],
  [
    'to capabilities, by the weaker grade',
    'i1=5; i1>p1 1 C; p1>c1 0.5 B; p1>c2 0.5 D',
    ['i1 p1 c1 2.50 C', 'i1 p1 c2 2.50 D'],
  ],
  [
    'by each initiative apart',
    'i1=5; i1>p1 0.4 A; i1>p2 0.6 A; p1>c1 1 A; p2>c1 1 A',
    ['i1 p1 c1 2.00 A', 'i1 p2 c1 3.00 A'],
  ],
  [
    'and the rest at each step',
    'i1=10; i1>p1 0.5 A; p1>c1 0.5 A',
    ['i1 5.00 no-initiative', 'i1 p1 2.50 no-capability A', 'i1 p1 c1 2.50 A'],
  ],
  ['to the cent', 'i1=0.05; i1>p1 1 A; p1>c1 0.5 A; p1>c2 0.5 A', ['i1 p1 c1 0.03 A', 'i1 p1 c2 0.02 A']],
  [
    'line by line, each by the links of its day',
    'i1=1 EUR 2025-12-31; i1=2; i1>p1 1 A; p1>c1 1 A to=2026-01-01; p1>c2 1 A from=2026-01-01',
    ['i1 p1 c1 1.00 A', 'i1 p1 c2 2.00 A'],
  ],
  ['as credits too', 'i1=-3; i1>p1 1 A; p1>c1 1 A', ['i1 p1 c1 -3.00 A']],
])('money is allocated %s', (_, text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test('money of no known line of funding is allocated to nothing', () => {
  const line = { investment: undefined, on: '2026-01-01', amount: { amount: '5', currency: 'EUR' } };
  const [part] = allocated(compileChain(chainModel('i1>p1 1')), [line]);
  expect(part).toMatchObject({ amount: { amount: '5.00', currency: 'EUR' }, reason: 'no-investment' });
});

const periods = [
  { key: 'y', kind: 'year' as const, from: '2026-01-01', to: '2027-01-01' },
  { key: 'q1', kind: 'quarter' as const, from: '2026-01-01', to: '2026-04-01' },
  { key: 'q2', kind: 'quarter' as const, from: '2026-04-01', to: '2026-07-01' },
];

const funded = (basis: FundingBasis, budget: string, from: string, to: string) => {
  const amounts = budget.split(' ').map((text) => {
    const [period = '', amount = ''] = text.split('=');
    return { period, amount: { amount, currency: 'EUR' } };
  });
  const investments = [{ key: 'i1', basis: 'run' as const, class: 'run' as const, budget: amounts }];
  const model = chainModel('', { planningPeriods: periods, investments });
  const { lines, leftOut } = fundingIn(model, basis, { from, to });
  return [
    ...lines.map(({ on, amount }) => `${on} ${amount.amount}`),
    ...leftOut.map(({ amount }) => `not ${amount.amount}`),
  ];
};

test.each([
  ['of a period between the days', 'y=5', '2026-01-01', '2027-01-01', ['2026-01-01 5']],
  ['of no period that is only partly there', 'y=5', '2026-01-01', '2026-12-31', ['not 5']],
  ['of no period outside', 'y=5 q2=2', '2026-01-01', '2026-04-01', ['not 5']],
  ['of the year and not of its quarters too', 'q1=2 y=5', '2026-01-01', '2027-01-01', ['2026-01-01 5']],
  ['of the quarter where that is asked for', 'y=5 q1=2', '2026-01-01', '2026-04-01', ['2026-01-01 2']],
  ['of each quarter', 'q1=2 q2=3', '2026-01-01', '2026-07-01', ['2026-01-01 2', '2026-04-01 3']],
])('a budget counts %s', (_, budget, from, to, expected) => {
  expect(funded('budget', budget, from, to)).toEqual(expected);
});
