import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds, type ModelRecord } from '#model/records.ts';
import { kindTables } from '../columns/kind-tables.ts';
import type { ReadFile } from '../define.ts';
import type { SheetOut, Written } from '../xlsx/write-sheet.ts';
import { writtenWorkbook } from '../xlsx/write-workbook.ts';
import { anyRecords } from './fixtures/any-records.ts';
import { kindSheet, listSheet, sheetKinds } from './sheets.ts';
import { workbook } from './workbook.ts';
import { workbookOf } from './write.ts';

const about = { workspace: 'Acme', design: 'current', asOf: '2026-06-01T00:00:00Z', kinds: undefined };
const workspace = { currency: 'EUR', timeZone: 'UTC', fiscalYearStart: 1 };

const readAgain = (records: readonly ModelRecord[]): Promise<ReadFile> =>
  workbook.read({
    name: 'book.xlsx',
    bytes: workbookOf(records, { ...about, kinds: [...new Set(records.map(({ kind }) => kind))] }).bytes,
    workspace,
  });

test('whatever records say comes back from a workbook to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      const { records: read, rejected, rows } = await readAgain(records);
      expect(rejected).toEqual([]);
      expect(rows.accepted).toBe(rows.total);
      expect(read.map(({ kind, body }) => ({ kind, body }))).toEqual(records.map(({ kind, body }) => ({ kind, body })));
    }),
    { numRuns: 150 },
  );
});

test('every kind has a sheet, every list one of its own, and no two are called alike or too long', () => {
  const names = sheetKinds.flatMap((kind) => [
    kindSheet(kind),
    ...kindTables(kind).lists.map((list) => listSheet({ kind }, list)),
  ]);
  expect(sheetKinds.toSorted()).toEqual(['design', ...kinds.filter((kind) => kind !== 'response')].toSorted());
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => name.length > 31)).toEqual([]);
});

/** A workbook of sheets given as rows; the first one holds the heads. */
const bookOf = (sheets: Readonly<Record<string, readonly (readonly Written[])[]>>): Uint8Array =>
  writtenWorkbook(
    Object.entries(sheets).map(([name, [heads = [], ...rows]]): SheetOut => {
      const wide = Math.max(heads.length, ...rows.map((row) => row.length));
      const named = Array.from({ length: wide }, (_, index) => {
        const head = heads[index];
        return typeof head === 'string' ? head : '';
      });
      return { name, columns: named.map((head) => ({ head, width: 10, holds: 'text' as const })), rows };
    }),
  );

const read = (sheets: Parameters<typeof bookOf>[0]): Promise<ReadFile> =>
  workbook.read({ name: 'book.xlsx', bytes: bookOf(sheets), workspace });

const told = ({ rejected }: ReadFile): string[] =>
  rejected.map(
    ({ place, found, expected }) => `${place.sheet} ${place.row} ${place.field ?? ''}: ${found}, ${expected}`,
  );

test.each<[string, Parameters<typeof bookOf>[0], unknown[], string[]]>([
  [
    'an empty cell says nothing, and (none) takes a field away',
    {
      Initiatives: [
        ['Key', 'Name', 'Team'],
        ['a', undefined, '(none)'],
      ],
    },
    [{ key: 'a', team: null }],
    [],
  ],
  [
    'a list without its record is of the record that stands',
    {
      'Investment spend': [
        ['Investment', 'On', 'Amount: amount'],
        ['erp', { day: '2026-03-31' }, { decimal: '12.50' }],
      ],
    },
    [{ key: 'erp', spend: [{ on: '2026-03-31', amount: { amount: '12.50', currency: 'EUR' } }] }],
    [],
  ],
  [
    'an empty list is told by its column',
    {
      Investments: [
        ['Key', 'Spend'],
        ['erp', '(none)'],
      ],
    },
    [{ key: 'erp', spend: [] }],
    [],
  ],
  [
    'a row of a list that cannot be read takes its record with it',
    {
      Investments: [
        ['Key', 'Class'],
        ['erp', 'run'],
        ['crm', 'grow'],
      ],
      'Investment spend': [
        ['Investment', 'On', 'Amount: amount'],
        ['erp', { day: '2026-03-31' }, 'much'],
      ],
    },
    [{ key: 'crm', class: 'grow' }],
    [
      'Investment spend 2 Amount: amount: "much", a number',
      'Investments 2 : a part of the investment erp, of which another row is rejected, every row of a record to be right',
    ],
  ],
  [
    'an entry of a list without a record is rejected',
    {
      'Goal weights': [
        ['Goal', 'Period', 'Weight'],
        [undefined, 'q1', 1],
      ],
    },
    [],
    ['Goal weights 2 Goal: nothing, the key of the goal that the entry is of'],
  ],
  [
    'a list is not empty that has rows',
    {
      Goals: [
        ['Key', 'Weights'],
        ['g', '(none)'],
      ],
      'Goal weights': [
        ['Goal', 'Period', 'Weight'],
        ['g', 'q1', 1],
      ],
    },
    [],
    [
      'Goals 2 Weights: (none), an empty cell, because Goal weights has rows of it',
      'Goal weights 2 : a part of the goal g, of which another row is rejected, every row of a record to be right',
    ],
  ],
  [
    'titles above the heads are passed over',
    { Roles: [['Roles of Acme'], [], ['key', 'LEVEL'], ['cio', 'executive']] },
    [{ key: 'cio', level: 'executive' }],
    [],
  ],
])('%s', async (_, sheets, bodies, rejected) => {
  const file = await read(sheets);
  expect(file.records.map(({ body }) => body)).toEqual(bodies);
  expect(told(file)).toEqual(rejected);
  expect(file.rows.total).toBe(file.rows.accepted + file.rows.rejected);
});

test('sums of money are held against the workbook, and each record knows what it adds', async () => {
  const file = await read({
    'Investment spend': [
      ['Investment', 'On', 'Amount: amount', 'Amount: currency'],
      ['erp', { day: '2026-03-31' }, { decimal: '12.50' }, 'EUR'],
      ['erp', { day: '2026-04-30' }, { decimal: '0.10' }, 'EUR'],
      ['crm', 5, { decimal: '7.00' }, 'EUR'],
      ['crm', 4, { decimal: '9' }, 'USD'],
    ],
  });
  expect(file.ties).toEqual([
    {
      what: 'Investment spend, Amount',
      unit: 'EUR',
      file: '19.60',
      taken: '12.60',
      rows: 3,
      rest: [{ why: 'in rows that cannot be read', rows: 1 }],
    },
    {
      what: 'Investment spend, Amount',
      unit: 'USD',
      file: '9',
      taken: '0',
      rows: 1,
      rest: [{ why: 'in rows that cannot be read', rows: 1 }],
    },
  ]);
  expect(file.records.map(({ counts }) => counts)).toEqual([[{ tie: 0, amount: '12.60', rows: 2 }]]);
});

test('sheets and columns that are not known are told', async () => {
  const { remarks } = await read({
    Roles: [
      ['Key', 'Salary'],
      ['cio', 1],
    ],
    Notes: [['Foo'], ['bar']],
  });
  expect(remarks).toEqual([
    { what: 'cells of a column that is called like no field', count: 1, example: 'Roles: Salary' },
    { what: 'a sheet that is called like no kind of record, or names no field', count: 1, example: 'Notes' },
  ]);
});
