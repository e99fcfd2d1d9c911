import { expect, test } from 'vitest';
import { DesignModel } from './design-model.ts';
import { everyKind } from './fixtures/every-kind.ts';
import { spendLines } from './spend.ts';

test('every line of spend names its investment, its day and its row of the ledger', () => {
  expect(spendLines(DesignModel.parse(everyKind))).toEqual([
    {
      investment: 'digital-channels',
      on: '2026-01-31',
      amount: { amount: '-12.10', currency: 'EUR' },
      category: 'licences',
      vendor: 'Acme',
      sourceRow: 'ledger.csv:12',
    },
  ]);
});
