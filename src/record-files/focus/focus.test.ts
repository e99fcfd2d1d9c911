import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOfDecimals } from '#model/decimal.ts';
import { recordKinds } from '#model/records.ts';
import { bodies, csvOf, readText } from '../fixtures/read-rows.ts';
import { focus } from './focus.ts';

const columns = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'BillingAccountId',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargeClass',
  'ServiceCategory',
  'ServiceName',
  'ProviderName',
  'SubAccountId',
  'SubAccountName',
  'Tags',
  'Id',
];

const charge = {
  BilledCost: '1.00000000000',
  EffectiveCost: '0.5',
  BillingCurrency: 'USD',
  BillingAccountId: '123',
  BillingPeriodStart: '2024-09-01 00:00:00',
  BillingPeriodEnd: '2024-10-01T00:00:00Z',
  ChargePeriodStart: '2024-09-02 13:00:00',
  ChargeClass: 'NULL',
  ServiceCategory: 'Compute',
  ServiceName: 'EC2',
  ProviderName: 'AWS',
  SubAccountId: '9',
  SubAccountName: 'Atlas',
  Tags: '{"application": "shop"}',
};

type Row = Partial<Record<keyof typeof charge, string>>;
const bill = (rows: readonly Row[], mapping?: unknown) =>
  readText(
    focus,
    'focus.csv',
    csvOf(
      columns,
      rows.map((row) => ({ ...charge, ...row })),
    ),
    mapping,
  );

/** The statements of a bill as the schema reads them, in short. */
const statements = async (rows: readonly Row[], mapping?: unknown): Promise<string[]> =>
  bodies(await bill(rows, mapping), 'spend-statement')
    .map((body) => recordKinds['spend-statement'].schema.parse(body))
    .map(({ key, billed, rows: sums }) => {
      const told = sums.map((sum) =>
        [
          sum.on,
          sum.rawName,
          sum.billed,
          sum.effective ?? '-',
          sum.fileRows,
          sum.investment,
          sum.correction ? 'correction' : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
      );
      return `${key} ${billed}: ${told.join('; ')}`;
    });

const september = 'focus.aws.123.2024-09-01.usd';

test.each<[string, readonly Row[], unknown, string[]]>([
  [
    'a month, an account and a service at a time',
    [{}, { ChargePeriodStart: '2024-09-05' }],
    {},
    [`${september} 2: 2024-09-01 Atlas / EC2 2 1 2`],
  ],
  [
    'a day at a time, as asked for',
    [{}, { ChargePeriodStart: '2024-09-05T00:00:00Z' }],
    { per: 'day' },
    [`${september} 2: 2024-09-02 Atlas / EC2 1 0.5 1; 2024-09-05 Atlas / EC2 1 0.5 1`],
  ],
  [
    'accounts and services apart',
    [{}, { SubAccountName: 'NULL' }, { ServiceName: 'S3' }],
    {},
    [`${september} 3: 2024-09-01 9 / EC2 1 0.5 1; 2024-09-01 Atlas / EC2 1 0.5 1; 2024-09-01 Atlas / S3 1 0.5 1`],
  ],
  [
    'corrections beside what they correct',
    [{}, { ChargeClass: 'Correction', BilledCost: '-0.25', ChargePeriodStart: '2024-08-30' }],
    {},
    [`${september} 0.75: 2024-08-01 Atlas / EC2 -0.25 0.5 1 correction; 2024-09-01 Atlas / EC2 1 0.5 1`],
  ],
  [
    'billing periods, accounts and currencies as statements of their own',
    [
      {},
      { BillingPeriodStart: '2024-10-01', BillingPeriodEnd: '2024-11-01' },
      { BillingAccountId: '/acc/7' },
      { BillingCurrency: 'EUR' },
    ],
    {},
    [
      'focus.aws.acc-7.2024-09-01.usd 1: 2024-09-01 Atlas / EC2 1 0.5 1',
      'focus.aws.123.2024-09-01.eur 1: 2024-09-01 Atlas / EC2 1 0.5 1',
      `${september} 1: 2024-09-01 Atlas / EC2 1 0.5 1`,
      'focus.aws.123.2024-10-01.usd 1: 2024-09-01 Atlas / EC2 1 0.5 1',
    ],
  ],
  [
    'to the last place',
    [{ BilledCost: '0.00000000053' }, { BilledCost: '1E-12' }],
    {},
    [`${september} 0.000000000531: 2024-09-01 Atlas / EC2 0.000000000531 1 2`],
  ],
  [
    'investments by a tag, and the unmapped beside them',
    [{}, { Tags: '{"application": "attic"}' }, { Tags: 'NULL' }],
    { investment: { tag: 'application', values: { shop: 'online-shop' } } },
    [`${september} 3: 2024-09-01 Atlas / EC2 1 0.5 1 online-shop; 2024-09-01 Atlas / EC2 2 1 2`],
  ],
  [
    'investments by a column',
    [{}, { SubAccountId: '8' }],
    { investment: { column: 'SubAccountId', values: { 8: 'data' } } },
    [`${september} 2: 2024-09-01 Atlas / EC2 1 0.5 1 data; 2024-09-01 Atlas / EC2 1 0.5 1`],
  ],
])('a bill is added up by %s', async (_, rows, mapping, expected) => {
  expect((await statements(rows, mapping)).sort()).toEqual([...expected].sort());
});

test('what was billed and what it was worth tie each by itself, and are never added', async () => {
  const { ties } = await bill([{ EffectiveCost: '' }, {}, { BillingCurrency: 'EUR', BilledCost: '7' }]);
  expect(ties).toEqual([
    { what: 'BilledCost', unit: 'USD', file: '2', taken: '2', rows: 2, rest: [] },
    { what: 'BilledCost', unit: 'EUR', file: '7', taken: '7', rows: 1, rest: [] },
    {
      what: 'EffectiveCost, which is never added to it',
      unit: 'USD',
      file: '0.5',
      taken: '0.5',
      rows: 2,
      rest: [{ why: 'that state none', rows: 1 }],
    },
    { what: 'EffectiveCost, which is never added to it', unit: 'EUR', file: '0.5', taken: '0.5', rows: 1, rest: [] },
  ]);
});

test.each<[string, Row, string, string]>([
  ['no cost', { BilledCost: '' }, 'BilledCost', 'nothing'],
  ['a cost in words', { BilledCost: 'free' }, 'BilledCost', '"free"'],
  ['no day', { ChargePeriodStart: 'NULL' }, 'ChargePeriodStart', 'nothing'],
  ['no billing period', { BillingPeriodStart: 'x' }, 'BillingPeriodStart', '"x"'],
  ['no currency', { BillingCurrency: '$' }, 'BillingCurrency', '"$"'],
  ['no account', { BillingAccountId: '' }, 'BillingAccountId', 'nothing'],
])('a row with %s is rejected, the others are not', async (_, row, field, found) => {
  const { rows, rejected, ties } = await bill([row, {}]);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(rejected).toMatchObject([{ place: { row: 2, field }, found }]);
  expect(ties.find(({ unit, what }) => unit === 'USD' && what === 'BilledCost')).toMatchObject({ taken: '1' });
});

test.each<[string, Row, readonly object[]]>([
  [
    'for its day',
    { ChargePeriodStart: 'NULL' },
    [
      {
        unit: 'USD',
        file: '2',
        taken: '1',
        rows: 2,
        rest: [{ why: 'in rows that cannot be read', rows: 1, amount: '1' }],
      },
      {
        unit: 'USD',
        file: '1',
        taken: '0.5',
        rows: 2,
        rest: [{ why: 'in rows that cannot be read', rows: 1, amount: '0.5' }],
      },
    ],
  ],
  [
    'for its currency',
    { BilledCost: '€7.50' },
    [
      { unit: '€', file: '7.5', taken: '0', rows: 1, rest: [{ rows: 1, amount: '7.5' }] },
      { unit: 'USD', file: '1', taken: '1', rows: 1, rest: [] },
      { unit: 'USD', file: '1', taken: '0.5', rows: 2, rest: [{ rows: 1, amount: '0.5' }] },
    ],
  ],
  [
    'for a share of hundred',
    { BilledCost: '12 %' },
    [
      { unit: 'USD', file: '1', taken: '1', rows: 2, rest: [{ why: 'that cannot be read', rows: 1 }] },
      { unit: 'USD', file: '1', taken: '0.5', rows: 2, rest: [{ rows: 1, amount: '0.5' }] },
    ],
  ],
])('what a bill states in a row that is rejected %s is in the sum, and told as not taken', async (_, row, expected) => {
  const { rows, ties } = await bill([row, {}]);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(ties).toMatchObject(expected);
});

test('a row of a bill with more cells than heads is rejected, since nobody knows what stands where', async () => {
  const [heads, good] = csvOf(columns, [charge]).split('\n');
  const { rows, rejected, ties } = await readText(focus, 'focus.csv', `${heads}\n${good},"7"\n${good}`);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(rejected).toMatchObject([{ place: { row: 2 }, found: '16 cells' }]);
  expect(ties.map(({ taken, rows: all, rest }) => [taken, all, rest])).toMatchObject([
    ['1', 2, [{ why: 'in rows with more cells than heads', rows: 1 }]],
    ['0.5', 2, [{ why: 'in rows with more cells than heads', rows: 1 }]],
  ]);
});

test('version 1.4, which knows the provider by another name, is read alike', async () => {
  const heads = columns.map((column) => (column === 'ProviderName' ? 'ServiceProviderName' : column));
  const { ProviderName, ...rest } = charge;
  const read = await readText(focus, 'focus.csv', csvOf(heads, [{ ...rest, ServiceProviderName: ProviderName }]));
  expect(bodies(read, 'spend-statement')).toEqual(bodies(await bill([{}]), 'spend-statement'));
});

test('a file that lacks a column is refused with the one it may have meant', async () => {
  const text = csvOf(
    columns.map((column) => (column === 'ServiceName' ? 'ServiceNam' : column)),
    [],
  );
  await expect(readText(focus, 'focus.csv', text)).rejects.toThrow('no column ServiceName (did you mean ServiceNam?)');
});

test('statements are all of the bill, in whatever order its rows come', async () => {
  const cents = fc.integer({ min: -100_000, max: 100_000 }).map((units) => (units / 1000).toFixed(3));
  const row = fc.record({
    BilledCost: cents,
    EffectiveCost: cents,
    ServiceName: fc.constantFrom('EC2', 'S3'),
    BillingAccountId: fc.constantFrom('1', '2'),
    ChargePeriodStart: fc.constantFrom('2024-08-31', '2024-09-01', '2024-09-30'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const read = await bill(rows, { per: 'day' });
      const parsed = bodies(read, 'spend-statement').map((body) => recordKinds['spend-statement'].schema.parse(body));
      const total = Number(sumOfDecimals(rows.map(({ BilledCost }) => BilledCost)));
      expect(Number(sumOfDecimals(parsed.map(({ billed }) => billed)))).toBe(total);
      expect(Number(read.ties[0]?.taken)).toBe(total);
      expect(
        parsed.flatMap((statement) => statement.rows.map(({ fileRows }) => fileRows)).reduce((a, b) => a + b),
      ).toBe(rows.length);
      expect(bodies(await bill(rows.toReversed(), { per: 'day' }), 'spend-statement')).toEqual(
        bodies(read, 'spend-statement'),
      );
    }),
    { numRuns: 50 },
  );
});
