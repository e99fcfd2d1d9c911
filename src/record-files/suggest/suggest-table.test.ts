import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ReadFile } from '../define.ts';
import { ledger } from '../ledger/ledger.ts';
import { table } from '../table/table.ts';
import type { Written } from '../xlsx/write-sheet.ts';
import { writtenWorkbook } from '../xlsx/write-workbook.ts';
import { openZip } from '../zip/read-zip.ts';
import { zipped } from '../zip/write-zip.ts';
import { suggestTable } from './suggest-table.ts';
import type { Suggestion } from './suggestion.ts';

const workspace = { currency: 'GBP', timeZone: 'UTC', fiscalYearStart: 4 };

const suggest = (text: string | Uint8Array, name = 't.csv'): Suggestion =>
  suggestTable({ name, bytes: Buffer.from(text), workspace });

/** What the draft makes of the file, with lines that a person changed in it. */
const readBy = (
  text: string | Uint8Array,
  name = 't.csv',
  edit = (yaml: string): string => yaml,
): Promise<ReadFile> => {
  const { yaml, format } = suggest(text, name);
  const request = { name, bytes: Buffer.from(text), mapping: parse(edit(yaml)), workspace };
  return (format === 'table' ? table : ledger).read(request);
};

/** `kind field` of each column that is read, in the order of the file. */
const readColumns = ({ columns }: Suggestion): string[] =>
  columns.flatMap(({ head, as, sureness }) => (as === null ? [] : [`${head}: ${as}, ${sureness}`]));

const register = `Major projects register,,,,,,,,
"Prepared for the board, not for publication",,,,,,,,
,,,FY24/25,,FY25/26,,,
"Project
reference","Project
title","Approved
start date",Budget (£),Actual (£),Budget (£),Actual (£),"Variance
(%)","TOTAL
benefits (£m)"
A/01,Border systems,03/04/2024,"£1,029.78","£1,100.00","£2,000.00",TBC,12 %,"1,234.5"
A/02,Tax platform,05/06/2024,Exempt under Section 43,Exempt under Section 43,Exempt under Section 43,Exempt under Section 43,n/a,Exempt under Section 43
A/03,Data centre exit,07/08/2024,(12),£40.00,-,-,-4 %,0.5
A/04,Payroll,09/10/2024,"£3,000.00",£2.50,"€5,00",£1.00,3 %,about 12
Total,,,"£4,017.78","£1,142.50","£2,005.00",£1.00,,1235
`;

test('a register below titles, with heads on several lines and groups of fiscal years above them, is drafted', () => {
  const found = suggest(register);
  expect([found.format, found.rowIs, found.headerRow]).toEqual(['table', 'initiative', 4]);
  expect(readColumns(found)).toEqual([
    'Project reference: initiative key, sure',
    'Project title: initiative name, sure',
    'Approved start date: initiative plannedStart, likely',
    'Budget (£): investment budget, sure',
    'Actual (£): investment spend, sure',
    'Budget (£) (2): investment budget, sure',
    'Actual (£) (2): investment spend, sure',
    'TOTAL benefits (£m): benefit wholeLife, likely',
  ]);
  expect(found.questions.join('\n')).toMatch(
    /adds rows up[\s\S]*kind are the benefits[\s\S]*day or month[\s\S]*GBP, EUR/u,
  );
});

test('once the one thing is answered that nothing tells, the draft reads it, to the penny and without its total', async () => {
  const asDrafted = await readBy(register);
  expect(asDrafted.rows).toEqual({ total: 5, accepted: 1, rejected: 4 });
  const read = await readBy(register, 't.csv', (yaml) => yaml.replace('file:', 'file:\n  days: day-first'));
  expect(read.rows).toEqual({ total: 5, accepted: 4, rejected: 1 });
  expect(read.rejected.map(({ place, found }) => [place.field, found])).toEqual([
    ['Budget (£) (2)', '"€5,00"'],
    ['TOTAL benefits (£m)', '"about 12"'],
  ]);
  const tied = read.ties.map(({ what, unit, file, taken }) => `${what} ${file} ${unit}: ${taken}`);
  expect(tied).toEqual([
    'Budget (£) 4017.78 GBP: 1017.78',
    'Budget (£) (2) 2000.00 GBP: 2000.00',
    'Actual (£) 1142.50 GBP: 1140.00',
    'Actual (£) (2) 1.00 GBP: 0',
    'TOTAL benefits (£m) 1235000000.0 GBP: 1235000000.0',
    'Budget (£) (2) 5.00 €: 0',
  ]);
  const [first] = read.records.filter(({ kind }) => kind === 'investment');
  expect(first?.body).toMatchObject({
    key: 'a-01-funding',
    name: 'Border systems funding',
    budget: [
      { period: 'fy-2024-25', amount: { amount: '1029.78', currency: 'GBP' } },
      { period: 'fy-2025-26', amount: { amount: '2000.00', currency: 'GBP' } },
    ],
    spend: [{ on: '2025-03-31', amount: { amount: '1100.00', currency: 'GBP' } }],
  });
});

/** As older programs write it: windows-1252, semicolons, thousands of euros, hyphens at the ends of lines. */
const german = Buffer.from(
  `Projektportfolio IT;;;;;;
;;;;;;
"Projekt-
Nr.";"Projekt-
name";Projektleitung;Beginn;Ende;"Gesamtkosten
(T€)";Status
P-1;Portal für Kunden;Anna Weiß;01.02.2025;31.12.2025;1.250,5;laufend
P-2;Ablösung;Jörg Öhm;15.03.2024;30.06.2026;12.500;laufend
P-3;Neue Kasse;Anna Weiß;01.01.2023;31.12.2024;(12);abgeschlossen
P-4;Archiv;Ute Zoë;01.09.2025;k.A.;offen;ruht
Summe;;;;;13.738,5;
`.replace('€', '\u0080'),
  'latin1',
);

test('a German portfolio is drafted: its days, its sign before decimals, its words for nothing, and no name of a person', async () => {
  const found = suggest(german);
  expect(parse(found.yaml)).toMatchObject({
    file: {
      headerRow: 3,
      decimal: ',',
      days: 'day-first',
      currency: 'EUR',
      nothing: expect.arrayContaining(['offen', 'k.A.']),
    },
    records: [
      {
        key: 'Projekt- Nr.',
        unless: { column: 'Projekt- Nr.', is: ['Summe'] },
        fields: {
          name: 'Projekt- name',
          plannedStart: 'Beginn',
          plannedEnd: 'Ende',
          'plannedCost.amount': { column: 'Gesamtkosten (T€)', times: '1000' },
          status: { column: 'Status', values: { laufend: 'active', abgeschlossen: 'done', ruht: null } },
        },
      },
    ],
  });
  expect(found.yaml).not.toMatch(/Weiß|Öhm|Zoë/u);
  expect(found.questions.join('\n')).toContain('"ruht"');
  const { rows, ties } = await readBy(german);
  expect(rows).toEqual({ total: 5, accepted: 5, rejected: 0 });
  expect(ties).toMatchObject([{ unit: 'EUR', file: '13738500.0', taken: '13738500.0' }]);
});

test('no name and no key is made of people, and no funding of what comes back or is no money', () => {
  const found = suggest(
    'Initiative ID,Project manager,Start,Planned benefit EUR 2026,Savings 2026,Planned FTE 2026,Budget 2026\nP1,Jane Doe,2026-01-01,"1,000.5",10,1,5\nP2,Al Poe,2026-02-01,"2,500.5",20,2,6\n',
  );
  expect(readColumns(found)).toEqual([
    'Initiative ID: initiative key, sure',
    'Start: initiative plannedStart, sure',
    'Budget 2026: investment budget, sure',
  ]);
  expect(found.yaml).not.toMatch(/Jane|Poe/u);
  expect(found.yaml).not.toContain('name: Project manager');
  expect(found.questions.join('\n')).toContain('Planned benefit EUR 2026, Savings 2026, Planned FTE 2026');
});

test('a sum is left out by the column that it stands in, whether or not rows are told apart by that', () => {
  const found = suggest('Initiative,Start\nA,2026-01-01\nA,2026-02-01\nTotal,\n');
  expect(found.questions.join('\n')).toContain('"Total" adds rows up and is left out');
  expect(parse(found.yaml)).toMatchObject({ records: [{ unless: { column: 'Initiative', is: ['Total'] } }] });
});

const portfolio = `Portfolio,,,,,
,,Schedule,,Finance (£m),
Ref,Project name,Start,Baseline end,Approved budget,Forecast outturn
P1,Portal,01/02/2024,TBC,£7.7m,£8.1m
P2,Shop,13/02/2024,01/05/2025,£12.9m,TBC
P3,Desk,01/03/2024,01/06/2025,£1m,n/a
,Total,,,£21.6m,
Source: the office. Definitions are on the intranet and are reviewed once a year.,,,,,
`;

test('amounts that say themselves that they are millions are not multiplied once more, and notes are no records', async () => {
  const found = suggest(portfolio);
  expect(readColumns(found)).toContain('Approved budget: initiative plannedCost.amount, likely');
  const { rows, records, ties } = await readBy(portfolio);
  expect(rows).toEqual({ total: 5, accepted: 5, rejected: 0 });
  expect(records.map(({ body }) => [body.key, body.plannedCost])).toEqual([
    ['p1', { amount: '7700000', currency: 'GBP' }],
    ['p2', { amount: '12900000', currency: 'GBP' }],
    ['p3', { amount: '1000000', currency: 'GBP' }],
  ]);
  expect(ties.map(({ file }) => file)).toContain('21600000');
  expect(found.questions.join('\n')).toContain('stands alone in its row and is left out');
});

test('of the sheets of a workbook the one is drafted that says most', () => {
  const headed = (...heads: readonly string[]) => heads.map((head) => ({ head, width: 12, holds: 'text' as const }));
  const cover: readonly (readonly Written[])[] = [
    ['Contact', 'the office'],
    ['Issued', 'monthly'],
  ];
  const plan: readonly (readonly Written[])[] = [
    ['A', 'Portal', { day: '2026-01-01' }, 'Active'],
    ['B', 'Shop', { day: '2026-02-01' }, 'Done'],
  ];
  const book = writtenWorkbook([
    { name: 'Cover', columns: headed('Portfolio', 'Office'), rows: cover },
    { name: 'Register', columns: headed('Project ID', 'Project name', 'Planned start', 'Status'), rows: plan },
  ]);
  const found = suggest(book, 't.xlsx');
  expect([found.sheet, found.rowIs]).toEqual(['Register', 'initiative']);
  expect(found.questions.join('\n')).toContain('"Cover"');
});

test('numbers that are no years of ours are no periods', () => {
  const found = suggest(
    'Benefit ID,Benefit,Type,Baseline,2024/25 plan (£)\nB1,Calls,Cost,1000,5.5\nB2,Mail,Cost,1001,6.5\n',
  );
  expect(parse(found.yaml)).toMatchObject({
    records: [{ lists: { 'plan.profile': [{ period: { is: 'fy-2024-25' } }] } }],
  });
});

test('what comes each year is not taken for what comes in all', () => {
  const found = suggest(
    'Projektnummer,Projektname,Beginn,Nutzen p.a. (T€)\nA,Portal,01.02.2024,5\nB,Shop,13.02.2024,6\n',
  );
  expect(readColumns(found)).toContain('Projektname: initiative name, sure');
  expect(found.questions.join('\n')).toContain('Where do the amounts of "Nutzen p.a. (T€)" belong?');
});

test('a ledger that names the currency of each row is not asked for it', () => {
  const rows = Array.from({ length: 6 }, (_, i) => `0${i + 1}.02.2025;40000${i % 2};${i},50;EUR`);
  const found = suggest(['Buchungsdatum;Kostenstelle;Betrag;Währung', ...rows].join('\n'));
  expect([found.format, found.questions.join('\n')]).toEqual([
    'ledger',
    expect.not.stringContaining('In which currency'),
  ]);
});

/** A sheet on its side, below a title in merged cells. */
const onItsSide = (): Uint8Array => {
  const columns = ['Initiatives of the year', '', '', ''].map((head) => ({ head, width: 10, holds: 'text' as const }));
  const rows: Written[][] = [
    ['Initiative ID', 'I-1', 'I-2', 'I-3'],
    ['Initiative name', 'Portal', 'Shop', 'Desk'],
    ['Planned start', { day: '2026-01-01' }, { day: '2026-02-01' }, { day: '2026-03-01' }],
    ['Budget (€ million)', { decimal: '1.5' }, { decimal: '2.25' }, { decimal: '0.5' }],
    ['Status', 'Active', 'On hold', 'Done'],
  ];
  const zip = openZip('t.xlsx', writtenWorkbook([{ name: 'Plan', columns, rows }]));
  return zipped(
    zip.names.map((name) => {
      const text = Buffer.from(zip.bytes(name)).toString();
      const merged = text.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>',
      );
      return {
        name,
        bytes: Buffer.from(/worksheets\/sheet1/u.test(name) ? merged.replace(/<autoFilter[^>]*>/u, '') : text),
      };
    }),
  );
};

test('a sheet on its side, below a title in merged cells, is drafted', async () => {
  const bytes = onItsSide();
  const found = suggest(bytes, 'plan.xlsx');
  expect([found.sheet, found.transposed, found.headerRow, found.rowIs]).toEqual(['Plan', true, 1, 'initiative']);
  const { rows, records } = await readBy(bytes, 'plan.xlsx');
  expect(rows).toEqual({ total: 3, accepted: 3, rejected: 0 });
  expect(records.map(({ body }) => body)).toMatchObject([
    {
      key: 'i-1',
      name: 'Portal',
      plannedStart: '2026-01-01',
      status: 'active',
      plannedCost: { amount: '1500000.0', currency: 'EUR' },
    },
    { key: 'i-2', status: 'on-hold' },
    { key: 'i-3', status: 'done' },
  ]);
});

test.each<[string, string, string, string[]]>([
  [
    'postings as a ledger',
    'Posting date;Cost centre;Cost type;Supplier;Amount net\n31.01.2026;4711;Licences;Acme;1.029,78\n28.02.2026;4711;Licences;Acme;(12,00)',
    'posting',
    ['on', 'rawName', 'category', 'vendor', 'amount'],
  ],
  [
    'rows that name their fiscal year as entries of a list',
    'Investment code,Investment name,Financial year,Budget (£k)\nI-1,Network,FY24/25,12\nI-1,Network,FY25/26,13\nI-2,Cloud,FY24/25,1250',
    'investment',
    ['key', 'name', 'budget period', 'budget'],
  ],
  [
    'measures as outcomes',
    'KPI ID,KPI name,Unit,Baseline,Target,Direction\nK1,Days to sign,days,12,5,down\nK2,Contracts online,%,20,80,up',
    'outcome',
    ['key', 'name', 'unit', 'baseline.value', 'target.value', 'direction'],
  ],
  [
    'savings by year as benefits',
    'Benefit ref,Benefit,Type,2024/25 plan (£),2025/26 plan (£),2024/25 actual (£)\nB1,Less paper,Cost saving,100,200,50\nB2,More sales,Revenue,1,2,3',
    'benefit',
    ['key', 'name', 'kind', 'plan.profile', 'plan.profile', 'realised'],
  ],
])('%s are drafted', async (_, text, rowIs, fields) => {
  const found = suggest(text);
  expect(found.rowIs).toBe(rowIs);
  expect(found.columns.flatMap(({ as }) => (as === null ? [] : [as.slice(rowIs.length + 1)]))).toEqual(fields);
  const { rows } = await readBy(text);
  expect(rows.rejected).toBe(0);
});

test.each([
  ['a log of work', 'id,task,created_date,finished_date\n1,a,2026-01-01,2026-01-02\n1,b,2026-01-01,2026-01-03'],
  ['a table of answers', 'Organisation,My work,My team\nA,51%,60%\nB,49%,70%'],
])('%s is refused as no table of records', (_, text) => {
  expect(() => suggest(text)).toThrow('its columns look like those of no kind of record');
});

test('what a reference leans on is asked for, and money that nothing reads is told', () => {
  const { questions, columns } = suggest('Project ID,Project name,Team,Odd money\n1,Portal,Blue,£5\n2,Shop,Red,£6');
  expect(questions.join('\n')).toMatch(/"Team" looks like the team[\s\S]*"Odd money"/u);
  expect(columns.find(({ head }) => head === 'Team')?.as).toBe(null);
});

test('a draft holds no sign by which a terminal could be steered', () => {
  const { yaml, questions } = suggest('Project ID,Project name,Status\n1,Por\u001b[31mtal,odd\u001b[0m\n2,Shop,active');
  expect(`${yaml}${questions.join('')}`).not.toContain('\u001b');
});

test('of a table of capabilities it is said how a catalogue is read', () => {
  const { questions } = suggest('ID,Name,Parent ID,Target maturity\nC1,Sales,,4\nC2,Leads,C1,3\n', 'capmap.csv');
  expect(questions.join('\n')).toContain('--format capability-catalogue');
});
