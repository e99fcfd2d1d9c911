import { expect, test } from 'vitest';
import { SpendStatement } from './spend-statement.ts';

const statement = (billed: string, rows: readonly string[]) => ({
  key: 'cloud.2026-01',
  source: 'Cloud, account 12',
  from: '2026-01-01',
  to: '2026-02-01',
  currency: 'EUR',
  billed,
  rows: rows.map((row) => ({ on: '2026-01-01', rawName: 'web', billed: row, fileRows: 1 })),
});

test.each([
  ['its rows', '3.30', ['1.10', '2.20'], []],
  ['its rows, to the last place', '0.300000000001', ['0.1', '0.200000000001'], []],
  ['its rows, written with other places', '3.3', ['1.10', '2.20'], []],
  ['a credit too', '-1', ['1', '-2'], []],
  ['nothing where it has no rows', '0', [], []],
  ['no more than its rows', '3.31', ['1.10', '2.20'], ['3.30, the sum of what its rows say']],
])('a statement is the sum of %s', (_, billed, rows, messages) => {
  const { error } = SpendStatement.safeParse(statement(billed, rows));
  expect((error?.issues ?? []).map(({ message }) => message)).toEqual(messages);
});
