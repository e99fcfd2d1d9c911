import { expect, test } from 'vitest';
import { withoutRate } from './without-rate.ts';

const line = (key: string | null, on: string, amount: string, currency: string) => ({
  kind: 'investment',
  key,
  on,
  amount: { amount, currency },
  missing: 'no rate',
});

test('what has no rate is told once for each record and currency', () => {
  const without = [
    line('a', '2026-03-01', '1.10', 'USD'),
    line('a', '2026-01-01', '2.20', 'USD'),
    line('a', '2026-01-01', '2.20', 'USD'),
    line('a', '2026-02-01', '4.00', 'CHF'),
    line(null, '2026-02-01', '8.00', 'USD'),
  ];
  const of = { kind: 'investment', n: 1, from: '2026-02-01', until: '2026-02-01' };
  expect(withoutRate({ without })).toEqual([
    { ...of, key: 'a', currency: 'USD', n: 3, amount: '5.50', from: '2026-01-01', until: '2026-03-01' },
    { ...of, key: 'a', currency: 'CHF', amount: '4.00' },
    { ...of, key: null, currency: 'USD', amount: '8.00' },
  ]);
});
