import { expect, test } from 'vitest';
import { DesignModel } from './design-model.ts';
import { everyKind } from './fixtures/every-kind.ts';
import { spendLines } from './spend.ts';

test('spend is what investments state, then what statements do, whether an investment is known or not', () => {
  expect(spendLines(DesignModel.parse(everyKind))).toEqual([
    {
      investment: 'digital-channels',
      on: '2026-01-31',
      amount: { amount: '-12.10', currency: 'EUR' },
      category: 'licences',
      vendor: 'Acme',
      sourceRow: 'ledger.csv:12',
    },
    {
      investment: 'digital-channels',
      on: '2026-01-05',
      amount: { amount: '42.00', currency: 'EUR' },
      category: 'Compute',
      vendor: 'Cloud',
      sourceRow: 'cloud.2026-01: web',
    },
    {
      investment: undefined,
      on: '2026-01-06',
      amount: { amount: '-0.50', currency: 'EUR' },
      category: undefined,
      vendor: undefined,
      sourceRow: 'cloud.2026-01: attic',
    },
  ]);
});
