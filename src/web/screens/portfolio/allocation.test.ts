import { expect, test } from 'vitest';
import type { AllocationPeriod } from '#api/value.ts';
import { type Allocation, byCapability, fundedOf, historyOf, planToNowOf, sharesOf, unitsOf } from './allocation.ts';

const row = (
  capability: string | null,
  amount: string,
  strategic: boolean | null = false,
  currency = 'EUR',
): AllocationPeriod['rows'][number] => ({
  currency,
  class: 'grow',
  capability,
  name: capability,
  strategic: capability === null ? null : strategic,
  reason: capability === null ? 'no-initiative' : null,
  amount,
  share: null,
});

const period = (name: string, changed: Partial<AllocationPeriod>): AllocationPeriod => ({
  period: name,
  name,
  from: '2026-01-01',
  until: '2026-04-01',
  rows: [],
  totals: [],
  priorities: { list: null, approvedOn: null, rows: [] },
  importance: [],
  leftOut: [],
  ...changed,
});

const told = {
  from: '2026-01-01',
  until: '2026-07-01',
  asOf: '2026-06-30T00:00:00Z',
  notices: [],
  kind: 'quarter',
  outside: { n: 0, amounts: [] },
  rates: null,
  missing: null,
  instead: null,
} as const satisfies Partial<Allocation>;

const spend: Allocation = {
  ...told,
  periods: [
    period('Q1', {
      rows: [row('sales', '30.00', true), row('mail', '40.00'), row(null, '30.00'), row('sales', '9.00', true, 'CHF')],
      totals: [{ currency: 'EUR', whole: '100.00', mapped: '70.00', strategic: '30.00' }],
      importance: [{ capability: 'sales', name: 'Sales', share: 0.75, strategic: true }],
      priorities: {
        list: 'l1',
        approvedOn: '2026-01-01',
        rows: [
          { currency: 'EUR', initiative: 'crm', name: 'CRM', rank: 2, amount: '30.00' },
          { currency: 'EUR', initiative: 'post', name: 'Post', rank: null, amount: '40.00' },
        ],
      },
    }),
    period('Q2', {
      rows: [row('sales', '10.00', true)],
      totals: [{ currency: 'EUR', whole: '10.00', mapped: '10.00', strategic: null }],
      priorities: {
        list: null,
        approvedOn: null,
        rows: [{ currency: 'EUR', initiative: 'crm', name: 'CRM', rank: null, amount: '10.00' }],
      },
    }),
  ],
};

test('money is told by capability over all periods, and by why it goes to none, in one currency', () => {
  expect(byCapability(spend, 'EUR', 'H1').rows.map(({ name, parts }) => [name, parts])).toEqual([
    ['sales', [{ part: 'strategic', amount: 40 }]],
    ['mail', [{ part: 'other', amount: 40 }]],
    ['no initiative', [{ part: 'unmapped', amount: 30 }]],
  ]);
  expect(unitsOf(spend)).toEqual(['CHF', 'EUR']);
});

test('the way from budget to spend has a step for each capability that differs, the greatest first', () => {
  const budget = { ...told, periods: [period('Q1', { rows: [row('sales', '50.00'), row('mail', '40.00')] })] };
  const { plan, steps, now } = planToNowOf(budget, spend, 'EUR', 'H1');
  expect([plan.value, steps.map(({ name, change }) => `${name} ${change}`), now.value]).toEqual([
    90,
    ['no initiative 30', 'sales -10'],
    110,
  ]);
});

test('a period without importance has no weight, and one without money no share', () => {
  expect(historyOf(spend, 'EUR', 'H1').priorities).toEqual([
    {
      key: 'value.capability:sales',
      name: 'Sales',
      steps: [
        { period: 'Q1', spent: 0.3, weight: 0.75 },
        { period: 'Q2', spent: 1, weight: null },
      ],
    },
  ]);
});

test('initiatives stand by their rank, and have what they took in all', () => {
  expect(fundedOf(spend, 'EUR').map(({ key, rank, amount }) => [key, rank, amount])).toEqual([
    ['crm', 2, 40],
    ['post', null, 40],
  ]);
});

test('what is not mapped stays in the whole, and money without weights is not judged', () => {
  const { total, strategic, unmapped } = sharesOf(spend, 'EUR');
  expect([total, strategic, unmapped?.toFixed(4)]).toEqual([110, 0.3, '0.2727']);
});
