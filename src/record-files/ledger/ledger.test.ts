import { expect, test } from 'vitest';
import { recordKinds } from '#model/records.ts';
import { bodies, readText } from '../fixtures/read-rows.ts';
import { ledger } from './ledger.ts';

const columns = { on: 'Posted', amount: 'Net', rawName: 'Cost centre', vendor: 'Supplier' };
const mapping = { source: 'SAP', columns, file: { days: 'day-first', decimal: '.' } };

const heads = 'Ledger of 2026;;;\nPosted;Cost centre;Net;Supplier\n';
const take = (rows: readonly string[], more: object = {}) =>
  readText(ledger, 'ledger.csv', `${heads}${rows.join('\n')}`, { ...mapping, ...more });

const told = async (rows: readonly string[], more: object = {}): Promise<string[]> =>
  bodies(await take(rows, more), 'spend-statement')
    .map((body) => recordKinds['spend-statement'].schema.parse(body))
    .map(({ key, to, billed, rows: sums }) => {
      const parts = sums.map((sum) =>
        [sum.on, sum.rawName, sum.billed, sum.vendor ?? '-', sum.investment ?? 'unmapped', sum.fileRows].join(' '),
      );
      return `${key} until ${to} ${billed}: ${parts.join('; ')}`;
    });

test.each<[string, readonly string[], object, string[]]>([
  [
    'a month and a name at a time',
    ['05/01/2026;4711;€1,029.78;Acme', '31/01/2026;4711;(29.78);Acme'],
    {},
    ['ledger.sap.2026-01.eur until 2026-02-01 1000: 2026-01-01 4711 1000 Acme unmapped 2'],
  ],
  [
    'a day at a time, as asked for',
    ['05/01/2026;4711;1;Acme', '31/01/2026;4711;2;Acme'],
    { per: 'day' },
    ['ledger.sap.2026-01.eur until 2026-02-01 3: 2026-01-05 4711 1 Acme unmapped 1; 2026-01-31 4711 2 Acme unmapped 1'],
  ],
  [
    'months apart, over the end of a year',
    ['31/12/2025;4711;1;', '01/01/2026;4711;2;'],
    {},
    [
      'ledger.sap.2025-12.eur until 2026-01-01 1: 2025-12-01 4711 1 - unmapped 1',
      'ledger.sap.2026-01.eur until 2026-02-01 2: 2026-01-01 4711 2 - unmapped 1',
    ],
  ],
  [
    'investments by a column, and the unmapped beside them',
    ['05/01/2026;4711;1;', '05/01/2026;0815;2;'],
    { investment: { column: 'Cost centre', values: { 4711: 'shop' } } },
    ['ledger.sap.2026-01.eur until 2026-02-01 3: 2026-01-01 0815 2 - unmapped 1; 2026-01-01 4711 1 - shop 1'],
  ],
  [
    'another currency',
    ['05/01/2026;4711;1;'],
    { file: { days: 'day-first', currency: 'GBP' } },
    ['ledger.sap.2026-01.gbp until 2026-02-01 1: 2026-01-01 4711 1 - unmapped 1'],
  ],
])('a ledger is added up by %s', async (_, rows, more, expected) => {
  expect(await told(rows, more)).toEqual(expected);
});

test.each([
  ['no day', 'soon;4711;1;', 'Posted', '"soon"', ['EUR 3: 2 and 1 in rows that cannot be read']],
  ['no amount', '05/01/2026;4711;free;', 'Net', '"free"', ['EUR 2: 2 and none that cannot be read']],
  ['a power of ten', '05/01/2026;4711;1e3;', 'Net', '"1e3"', ['EUR 2: 2 and none that cannot be read']],
  ['a share of hundred', '05/01/2026;4711;12 %;', 'Net', '"12 %"', ['EUR 2: 2 and none that cannot be read']],
  [
    'an amount in another currency',
    '05/01/2026;4711;£1,029.78;',
    'Net',
    '"£1,029.78"',
    ['£ 1029.78: 0 and 1029.78 in rows that cannot be read', 'EUR 2: 2'],
  ],
  ['no name', '05/01/2026;;1;', 'Cost centre', 'nothing', ['EUR 3: 2 and 1 in rows that cannot be read']],
  [
    'more cells than heads',
    '05/01/2026;4711;1;029;78',
    undefined,
    '5 cells',
    ['EUR 2: 2 and none in rows with more cells than heads'],
  ],
])('a row with %s is rejected, the others are not, and the sum ties', async (_, row, field, found, expected) => {
  const { rows, rejected, ties } = await take([row, '05/01/2026;4711;2;']);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(rejected).toMatchObject([{ place: field === undefined ? { row: 3 } : { row: 3, field }, found }]);
  const sums = ties.map(({ unit, file, taken, rest }) =>
    [`${unit} ${file}: ${taken}`, ...rest.map(({ why, amount }) => `${amount ?? 'none'} ${why}`)].join(' and '),
  );
  expect(sums).toEqual(expected);
});

test('a ledger without a mapping is refused, and so is one whose mapping names no column for the amount', async () => {
  await expect(readText(ledger, 'l.csv', heads)).rejects.toThrow('a ledger needs a mapping');
  await expect(take([], { columns: { on: 'Posted' } })).rejects.toThrow('mapping.columns.amount');
});
