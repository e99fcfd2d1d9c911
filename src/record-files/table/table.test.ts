import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ReadFile } from '../define.ts';
import type { Written } from '../xlsx/write-sheet.ts';
import { writtenWorkbook } from '../xlsx/write-workbook.ts';
import { openZip } from '../zip/read-zip.ts';
import { zipped } from '../zip/write-zip.ts';
import { table } from './table.ts';

const workspace = { currency: 'GBP', timeZone: 'UTC', fiscalYearStart: 4 };

const read = (text: string | Uint8Array, mapping: string, name = 't.csv'): Promise<ReadFile> =>
  table.read({ name, bytes: Buffer.from(text), mapping: parse(mapping), workspace });

const bodies = ({ records }: ReadFile): unknown[] => records.map(({ kind, body }) => ({ of: kind, ...body }));

/** A workbook whose numbers have another format. */
const reformatted = (bytes: Uint8Array, format: string): Uint8Array => {
  const zip = openZip('t.xlsx', bytes);
  return zipped(
    zip.names.map((name) => {
      const text = Buffer.from(zip.bytes(name)).toString();
      const changed = text.replaceAll(/(numFmtId="\d+" formatCode=")[^"]*0\.00(?=")/gu, `$1${format}`);
      return { name, bytes: Buffer.from(name.endsWith('styles.xml') ? changed : text) };
    }),
  );
};

const initiative = '{kind: initiative, key: ID, fields: {name: Name}}';

const period2024 = {
  of: 'planning-period',
  key: 'fy-2024-25',
  name: 'FY 2024/25',
  kind: 'year',
  from: '2024-04-01',
  to: '2025-04-01',
};

test.each<[string, string, string, unknown[]]>([
  [
    'columns as fields, with keys made of what is called',
    'ID,Name,Team\nP 1,Portal,Blue Team',
    'records: [{kind: initiative, key: ID, fields: {name: Name, team: Team}}]',
    [{ of: 'initiative', key: 'p-1', name: 'Portal', team: 'blue-team' }],
  ],
  [
    'keys of several parts and fixed values',
    'Dept,ID\nHMRC,7',
    'records: [{kind: initiative, key: [Dept, {is: project}, ID], fields: {class: {is: strategic}}}]',
    [{ of: 'initiative', key: 'hmrc-project-7', class: 'strategic' }],
  ],
  [
    'words that stand for others',
    'ID,RAG\n1,green\n2,n/k\n3,Blue',
    'records: [{kind: initiative, key: ID, fields: {status: {column: RAG, values: {Green: active, n/k: null}, otherwise: on-hold}}}]',
    [
      { of: 'initiative', key: '1', status: 'active' },
      { of: 'initiative', key: '2' },
      { of: 'initiative', key: '3', status: 'on-hold' },
    ],
  ],
  [
    'one row as several records',
    'ID,Name,Gain\n1,Portal,faster',
    `records: [${initiative}, {kind: outcome, key: [ID, {is: outcome}], fields: {name: Gain}}]`,
    [
      { of: 'initiative', key: '1', name: 'Portal' },
      { of: 'outcome', key: '1-outcome', name: 'faster' },
    ],
  ],
  [
    'only the rows that are meant',
    'ID,Name,Type\n1,Portal,Project\n2,Desk,Service',
    'records: [{kind: initiative, key: ID, when: {column: Type, is: [project]}, fields: {name: Name}}]',
    [{ of: 'initiative', key: '1', name: 'Portal' }],
  ],
  [
    'titles above and line breaks in heads',
    'Report,,\n,,\nID,"Project\nName",\n1,Portal,',
    'records: [{kind: initiative, key: ID, fields: {name: Project Name}}]',
    [{ of: 'initiative', key: '1', name: 'Portal' }],
  ],
  [
    'a table on its side',
    'ID,1,2\nName,Portal,Shop',
    `{file: {transposed: true}, records: [${initiative}]}`,
    [
      { of: 'initiative', key: '1', name: 'Portal' },
      { of: 'initiative', key: '2', name: 'Shop' },
    ],
  ],
  [
    'amounts as people write them',
    'ID;Cost\n1;£1.029,78\n2;(12)\n3;12,5k',
    '{file: {decimal: ","}, records: [{kind: team, key: ID, fields: {costPerFteYear.amount: Cost, costPerFteYear.currency: {is: GBP}}}]}',
    [
      { of: 'team', key: '1', costPerFteYear: { amount: '1029.78', currency: 'GBP' } },
      { of: 'team', key: '2', costPerFteYear: { amount: '-12', currency: 'GBP' } },
      { of: 'team', key: '3', costPerFteYear: { amount: '12500', currency: 'GBP' } },
    ],
  ],
  [
    'amounts in millions, to the last digit',
    'ID,Cost\n1,0.1',
    'records: [{kind: team, key: ID, fields: {costPerFteYear.amount: {column: Cost, times: "1000000"}, costPerFteYear.currency: {is: GBP}}}]',
    [{ of: 'team', key: '1', costPerFteYear: { amount: '100000.0', currency: 'GBP' } }],
  ],
  [
    'percentages as shares',
    'Goal,Period,Weight\ng,x,12.5%',
    'records: [{kind: goal, key: Goal, lists: {weights: [{period: Period, weight: Weight}]}}]',
    [{ of: 'goal', key: 'g', weights: [{ period: 'x', weight: 0.125 }] }],
  ],
  [
    'days in the order that is said',
    'ID,Start\n1,03/04/2026',
    '{file: {days: day-first}, records: [{kind: initiative, key: ID, fields: {plannedStart: Start}}]}',
    [{ of: 'initiative', key: '1', plannedStart: '2026-04-03' }],
  ],
  [
    'fiscal periods, which are planning periods then',
    'ID,FY24/25,2025/26\n1,5,',
    'records: [{kind: investment, key: ID, lists: {budget: [{period: {is: fy-2024-25}, amount.amount: FY24/25}, {period: {is: fy-2025-26}, amount.amount: 2025/26}]}}]',
    [
      { of: 'investment', key: '1', budget: [{ period: 'fy-2024-25', amount: { amount: '5', currency: 'GBP' } }] },
      period2024,
    ],
  ],
  [
    'rows that add to one list',
    'ID,Year,Cost\n1,FY2024/25,5\n1,FY2025/26,6',
    'records: [{kind: investment, key: ID, lists: {budget: [{period: Year, amount.amount: Cost}]}}]',
    [
      {
        of: 'investment',
        key: '1',
        budget: [
          { period: 'fy-2024-25', amount: { amount: '5', currency: 'GBP' } },
          { period: 'fy-2025-26', amount: { amount: '6', currency: 'GBP' } },
        ],
      },
      period2024,
      { ...period2024, key: 'fy-2025-26', name: 'FY 2025/26', from: '2025-04-01', to: '2026-04-01' },
    ],
  ],
])('a table is read with %s', async (_, text, mapping, expected) => {
  const file = await read(text, mapping);
  expect(file.rejected).toEqual([]);
  expect(bodies(file)).toEqual(expected);
});

test('what is kept back, what states nothing and what cannot be read is told apart in the sum', async () => {
  const text = 'ID,Cost\n1,"£1,029.78"\n2,Exempt under Section 43\n3,n/a\n4,\n5,much\n6,0.22';
  const mapping =
    '{file: {decimal: "."}, records: [{kind: team, key: ID, fields: {costPerFteYear.currency: {is: GBP}, costPerFteYear.amount: Cost}}]}';
  const file = await read(text, mapping);
  expect(file.ties).toEqual([
    {
      what: 'Cost',
      unit: 'GBP',
      file: '1030.00',
      taken: '1030.00',
      rows: 6,
      rest: [
        { why: 'exempt', rows: 1 },
        { why: 'that state none', rows: 2 },
        { why: 'that cannot be read', rows: 1 },
      ],
    },
  ]);
  expect(file.rows).toEqual({ total: 6, accepted: 5, rejected: 1 });
  expect(file.rejected).toEqual([{ place: { row: 6, field: 'Cost' }, found: '"much"', expected: 'a number' }]);
});

const budgets =
  'records: [{kind: initiative, key: ID, fields: {plannedStart: Start, expectation.budget.amount: Cost}}]';

/** The sums of a table in short: `GBP 30: 10 and 20 in rows that cannot be read`. */
const sums = ({ ties }: ReadFile): string[] =>
  ties.map(({ what, unit, file, taken, rest }) =>
    [`${what} ${unit} ${file}: ${taken}`, ...rest.map(({ why, amount }) => `${amount ?? 'none'} ${why}`)].join(' and '),
  );

test.each<[string, string, string, string[]]>([
  ['for another field', '1,2026-31-31,20.10', 'a day', ['Cost GBP 30.10: 10 and 20.10 in rows that cannot be read']],
  [
    'for its currency',
    '1,2026-01-01,€20.10',
    'an amount in GBP',
    ['Cost € 20.10: 0 and 20.10 in rows that cannot be read', 'Cost GBP 10: 10'],
  ],
  [
    'for a share of hundred',
    '1,2026-01-01,12 %',
    'no share of hundred',
    ['Cost GBP 10: 10 and none that cannot be read'],
  ],
  [
    'for thousands without quotes',
    '1,2026-01-01,1,029.78',
    '3 cells, as there are heads',
    ['Cost GBP 10: 10 and none in rows with more cells than heads'],
  ],
])('an amount of a row that is rejected %s is in the sum, and told as not taken', async (_, row, expected, told) => {
  const file = await read(`ID,Start,Cost\n${row}\n2,2026-01-01,10`, budgets);
  expect(file.rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(file.rejected.map((each) => each.expected)).toEqual([expect.stringContaining(expected)]);
  expect(sums(file)).toEqual(told);
  expect(bodies(file)).toMatchObject([{ key: '2', expectation: { budget: { amount: '10', currency: 'GBP' } } }]);
});

test('one column that goes into two records is a sum in each, and not twice in one', async () => {
  const twice =
    'records: [{kind: initiative, key: ID, fields: {plannedCost.amount: Cost}}, {kind: team, key: ID, fields: {costPerFteYear.amount: Cost}}]';
  expect(sums(await read('ID,Cost\n1,5\n2,6', twice))).toEqual([
    'Cost, as initiative plannedCost amount GBP 11: 11',
    'Cost, as team costPerFteYear amount GBP 11: 11',
  ]);
});

test('what a benefit in another unit is worth is no money, and its sum has that unit', async () => {
  const hours = 'records: [{kind: benefit, key: ID, fields: {kind: {is: cost}, unit: Unit, wholeLife: Worth}}]';
  expect(sums(await read('ID,Worth,Unit\n1,5,hours\n2,6,hours', hours))).toEqual(['Worth hours 11: 11']);
});

test('a cell of a workbook that shows a share of hundred or another currency beside its number is refused', async () => {
  const columns = ['ID', 'Start', 'Cost'].map((head) => ({ head, width: 10, holds: 'text' as const }));
  const bytes = writtenWorkbook([{ name: 'S', columns, rows: [['1', '2026-01-01', { decimal: '0.12' }]] }]);
  const shown = async (format: string): Promise<string[]> =>
    (await read(reformatted(bytes, format), budgets, 't.xlsx')).rejected.map(({ found }) => found);
  expect(await shown('0%')).toEqual(['0.12, shown with %']);
  expect(await shown('[$€-407] #,##0.00')).toEqual(['0.12, shown with €']);
  expect(await shown('[$£-809]#,##0.00')).toEqual([]);
});

test.each<[string, string, string, string]>([
  ['no mapping', 'ID\n1', '', 'a table needs a mapping'],
  [
    'a column that there is not',
    'ID,Name\n1,a',
    'records: [{kind: initiative, key: ID, fields: {name: Nane}}]',
    'no column Nane (did you mean Name?)',
  ],
  [
    'a field that there is not',
    'ID\n1',
    'records: [{kind: initiative, key: ID, fields: {nam: ID}}]',
    'Did you mean name?',
  ],
  [
    'a list that there is not',
    'ID\n1',
    'records: [{kind: initiative, key: ID, lists: {spend: [{on: ID}]}}]',
    'one of commitments was expected',
  ],
  ['a kind that there is not', 'ID\n1', 'records: [{kind: project}]', 'mapping.records.0.kind is "project"'],
])('a table is refused with %s', async (_, text, mapping, sentence) => {
  await expect(read(text, mapping === '' ? 'null' : mapping)).rejects.toThrow(sentence);
});

test('a number with one point is refused until the sign before its decimals is said', async () => {
  const mapping = 'records: [{kind: team, key: ID, fields: {sizeFte: Size}}]';
  const { rejected } = await read('ID,Size\n1,1.234', mapping);
  expect(rejected.map(({ found }) => found)).toEqual(['"1.234"']);
});

test('a sheet of a workbook is read by its name, days and amounts as they are', async () => {
  const rows: Written[][] = [['1', { day: '2026-03-31' }, { decimal: '12.50' }]];
  const columns = ['ID', 'Start', 'Cost'].map((head) => ({ head, width: 10, holds: 'text' as const }));
  const bytes = writtenWorkbook([
    { name: 'Notes', columns, rows: [] },
    { name: 'Projects', columns, rows },
  ]);
  const mapping =
    '{file: {sheet: Projects}, records: [{kind: initiative, key: ID, fields: {plannedStart: Start, expectation.budget.amount: Cost, expectation.budget.currency: {is: GBP}}}]}';
  expect(bodies(await read(bytes, mapping, 't.xlsx'))).toEqual([
    {
      of: 'initiative',
      key: '1',
      plannedStart: '2026-03-31',
      expectation: { budget: { amount: '12.50', currency: 'GBP' } },
    },
  ]);
  await expect(read(bytes, mapping.replace('Projects', 'Project'), 't.xlsx')).rejects.toThrow('did you mean Projects?');
});
