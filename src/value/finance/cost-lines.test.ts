import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { costLines } from './cost-lines.ts';
import { toEuro } from './fixtures/portfolio.ts';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

const model = DesignModel.parse({
  planningPeriods: [{ key: 'y26', kind: 'year', from: '2026-01-01', to: '2027-01-01' }],
  investments: [
    {
      key: 'shop',
      basis: 'run',
      class: 'run',
      budget: [{ period: 'y26', amount: euros('100') }],
      spend: [{ on: '2026-02-01', amount: euros('10') }],
    },
  ],
  spendStatements: [
    {
      key: 'cloud',
      source: 'Cloud',
      from: '2026-03-01',
      to: '2026-04-01',
      currency: 'EUR',
      billed: '37',
      rows: [
        { on: '2026-03-01', rawName: 'web', investment: 'shop', billed: '30', fileRows: 1 },
        { on: '2026-03-01', rawName: 'attic', billed: '7', fileRows: 1 },
      ],
    },
  ],
});

test.each([
  ['what a statement says of it, and none that is unmapped', 'actual', ['10', '30']],
  ['so much less of a budget that is left', 'outlook', ['10', '30', '60']],
  ['its budget alone where a plan is asked for', 'plan', ['100']],
] as const)('a line of funding costs %s', (_, basis, amounts) => {
  const lines = costLines(model, basis, '2026-06-30', toEuro);
  expect(lines.map(({ conversion }) => conversion.converted?.amount)).toEqual(amounts);
});
