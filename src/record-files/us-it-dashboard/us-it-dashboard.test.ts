import { expect, test } from 'vitest';
import { recordKinds } from '#model/records.ts';
import { bodies, csvOf, readText } from '../fixtures/read-rows.ts';
import { usItDashboard } from './us-it-dashboard.ts';

const about = ['Unique Investment Identifier', 'Investment Title', 'Agency Name'];
const uii = { 'Unique Investment Identifier': '005-000000067', 'Investment Title': 'Crops &amp; Herds' };

const costs = [
  ...about,
  'Project ID',
  'Project Name',
  'Project Description',
  'Start Date',
  'Completion Date (B1)',
  'Planned Project Completion Date (B2)',
  'Projected/Actual Project Completion Date (B2)',
  'Schedule Variance (in days)',
  'Cost Variance ($ M)',
  'Planned Cost ($ M)',
  'Projected/Actual Cost ($ M)',
  'Updated Date',
];

type Row = Readonly<Record<string, string>>;
const [b1, b2, ended] = costs.slice(7, 10);

/** Reads `planned cost, projected cost, variance` of projects, each with what else is said of it. */
const projects = (rows: readonly (readonly [text: string, more?: Row])[]) =>
  readText(
    usItDashboard,
    'Projects.csv',
    csvOf(
      costs,
      rows.map(([text, more], index) => {
        const [planned = '', projected = '', variance = ''] = text.split(' ');
        return {
          ...uii,
          'Project ID': String(index + 1),
          'Project Name': `P${index + 1}`,
          'Planned Cost ($ M)': planned,
          'Projected/Actual Cost ($ M)': projected,
          'Cost Variance ($ M)': variance,
          'Schedule Variance (in days)': '0',
          'Updated Date': '2012-06-29',
          ...more,
        };
      }),
    ),
  );

test.each<[string, string, object]>([
  ['as they are', '15.297000 14.0 1.297', { plannedCost: '15297000', costAtCompletion: '14000000' }],
  ['to the cent and below', '0.0000015 0.00000001 0', { plannedCost: '1.5', costAtCompletion: '0.01' }],
  ['without an actual 0 that is not known', '2.5 0.000000 2.5', { plannedCost: '2500000' }],
  ['with an actual 0 where nothing was planned', '0 0 0', { plannedCost: '0', costAtCompletion: '0' }],
  ['without what is not stated', ' 1 ', { costAtCompletion: '1000000' }],
])('costs of a project are taken %s', async (_, text, expected) => {
  const [body = {}] = bodies(await projects([[text]]), 'initiative');
  const amounts = Object.entries(body).filter(([field]) => field in expected || /[cC]ost/u.test(field));
  const dollars = Object.entries(expected).map(([field, amount]) => [field, { amount, currency: 'USD' }]);
  expect(Object.fromEntries(amounts)).toEqual(Object.fromEntries(dollars));
});

test.each<[string, Row, object]>([
  ['the first baseline', { [b1 ?? '']: '2012-03-31' }, { plannedEnd: '2012-03-31' }],
  [
    'the second baseline, where there is one',
    { [b1 ?? '']: '2012-03-31', [b2 ?? '']: '2012-05-31' },
    { plannedEnd: '2012-05-31' },
  ],
  ['an end that has come', { [ended ?? '']: '2012-06-29' }, { actualEnd: '2012-06-29' }],
  ['no end that is only projected', { [ended ?? '']: '2012-06-30' }, {}],
  ['its start', { 'Start Date': '2011-10-01' }, { plannedStart: '2011-10-01' }],
])('days of a project are %s', async (_, row, expected) => {
  const [body = {}] = bodies(await projects([['1 1 0', row]]), 'initiative');
  expect(Object.fromEntries(Object.entries(body).filter(([field]) => /Start|End/u.test(field)))).toEqual(expected);
});

test('costs tie to the file, with every row that adds nothing named', async () => {
  const { ties } = await projects([['1.5 2.5 -1'], ['2.5 0 2.5'], [' 1 '], ['1 1 0.5']]);
  expect(ties).toEqual([
    {
      what: 'Planned Cost',
      unit: 'USD million',
      file: '5',
      taken: '5',
      rows: 4,
      rest: [{ why: 'that state none', rows: 1 }],
    },
    {
      what: 'Projected/Actual Cost',
      unit: 'USD million',
      file: '4.5',
      taken: '4.5',
      rows: 4,
      rest: [{ why: 'with 0 for what is not known', rows: 1 }],
    },
    {
      what: 'Cost Variance, as planned − projected or actual',
      unit: 'USD million',
      file: '2',
      taken: '1.5',
      rows: 4,
      rest: [
        { why: 'that state none', rows: 1 },
        { why: 'whose costs make another one', rows: 1, amount: '0.5' },
      ],
    },
  ]);
});

test('what the dashboard counts as late or over cost is told, since no field holds it', async () => {
  const late = { 'Schedule Variance (in days)': '-3' };
  const { remarks } = await projects([
    ['1 2 -1', late],
    ['1 1 0', late],
    ['2 1 1', { 'Schedule Variance (in days)': '3' }],
  ]);
  expect(remarks).toEqual([
    { what: 'late by the Schedule Variance (in days), which no field holds', count: 2, example: 'row 2, project 1' },
    { what: 'over cost by the Cost Variance ($ M)', count: 1, example: 'row 2, project 1' },
  ]);
});

test('a project belongs to its investment, which is stated once and only for the others to lean on', async () => {
  const read = await projects([['1 1 0'], ['1 1 0']]);
  expect(read.records.filter(({ kind }) => kind === 'investment')).toMatchObject([
    { body: { key: '005-000000067', name: 'Crops & Herds' }, stub: true, place: {} },
  ]);
  expect(bodies(read, 'chain-link')).toMatchObject([
    { giver: { investment: '005-000000067' }, receiver: { initiative: 'project-1' }, grade: 'B' },
    { receiver: { initiative: 'project-2' } },
  ]);
});

test('a row without an investment is rejected, the others are not', async () => {
  const { rows, rejected } = await projects([['1 1 0', { 'Unique Investment Identifier': ' ' }], ['1 1 0']]);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(rejected).toEqual([
    {
      place: { row: 2, field: 'Unique Investment Identifier' },
      found: 'nothing',
      expected: 'the identifier of an investment, such as 005-000001723',
    },
  ]);
});

const states = [...about, 'Project ID', 'Project Name', 'Project Life Cycle Cost', 'Project Status', 'Completion Date'];

test.each([
  ['Future', 'approved'],
  ['In-progress', 'active'],
  ['Completed', 'done'],
  ['Unheard of', undefined],
])('a project that is %s is %s', async (said, status) => {
  const row = {
    ...uii,
    'Project ID': '1',
    'Project Name': 'P',
    'Project Life Cycle Cost': '3',
    'Project Status': said,
  };
  const read = await readText(
    usItDashboard,
    'Projects.csv',
    csvOf(states, [{ ...row, 'Completion Date': '2016-01-31' }]),
  );
  expect(bodies(read, 'initiative')[0]).toMatchObject({
    plannedEnd: '2016-01-31',
    plannedCost: { amount: '3000000', currency: 'USD' },
    ...(status === undefined ? {} : { status }),
  });
});

const purposes = [
  'Planning Budgetary Resources',
  'DME Budgetary Resources',
  'DME Government FTE Costs',
  'Omd Budgetary Resources',
  'Omd Government FTE Costs',
];
const yearly = [
  ...about,
  ...purposes.flatMap((purpose) => ['PY1 and Prior', 'PY', 'CY', 'BY'].map((year) => `${purpose} ${year}`)),
];

/** `py 1 2 3 4 5; cy …`: money for planning, development (two columns) and operation (two columns). */
const funded = (text: string, mapping: unknown = { budgetYear: 2013 }) => {
  const cells = text.split('; ').flatMap((part) => {
    const [year = '', ...amounts] = part.split(' ');
    return amounts.map((amount, index): [string, string] => [`${purposes[index]} ${year.toUpperCase()}`, amount]);
  });
  return readText(usItDashboard, 'SoF.csv', csvOf(yearly, [{ ...uii, ...Object.fromEntries(cells) }]), mapping);
};

test('the prior year is spent by purpose, the next two are budget', async () => {
  const [body] = bodies(await funded('py 1 2 3 4 0.5; cy 0 1 0 2 0; by 0 0 0 4 0.25'), 'investment');
  expect(body).toMatchObject({
    spend: [
      { on: '2011-09-30', amount: { amount: '1000000', currency: 'USD' }, category: 'planning' },
      { on: '2011-09-30', amount: { amount: '5000000', currency: 'USD' }, category: 'development' },
      { on: '2011-09-30', amount: { amount: '4500000', currency: 'USD' }, category: 'operation' },
    ],
    budget: [
      { period: 'us-fy-2012', amount: { amount: '3000000', currency: 'USD' } },
      { period: 'us-fy-2013', amount: { amount: '4250000', currency: 'USD' } },
    ],
  });
});

test('a year of which nothing is stated has no budget, and no nought', async () => {
  const read = await funded('py 1 2 3 4 0.5; by 0 0 0 0 0');
  expect(bodies(read, 'investment')[0]).toMatchObject({
    budget: [{ period: 'us-fy-2013', amount: { amount: '0', currency: 'USD' } }],
  });
  expect(read.ties[1]).toMatchObject({ taken: '0', rest: [{ why: 'that state none', rows: 1 }] });
});

test.each([
  ['run, where half is for operation', 'py 1 1 0 1 1', 'run'],
  ['a change, where less is', 'py 1 1 0 1 0.9', 'transform'],
  ['run, by all three years', 'py 0 5 0 0 0; by 0 0 0 0 6', 'run'],
])('an investment is taken as %s', async (_, text, expected) => {
  expect(bodies(await funded(text), 'investment')[0]).toMatchObject({ class: expected });
});

test('which year BY means has to be said', async () => {
  await expect(funded('py 1', null)).rejects.toThrow('mapping.budgetYear is nothing; the budget year');
  await expect(funded('py 1', { budgetYear: 'soon' })).rejects.toThrow('a year such as 2013 was expected');
});

const rated = [
  ...about,
  'Rated Date (Updated Date)',
  'Updated Time',
  'Evaluation (by Agency CIO)',
  'Comments',
  'CIO Rating ID',
];

test('a rating is a decision of its own type, made when it was raised', async () => {
  const row = { ...uii, 'Rated Date (Updated Date)': '06/29/2009', 'Updated Time': '16:38:26', 'CIO Rating ID': '383' };
  const rows = [
    { ...row, 'Evaluation (by Agency CIO)': '3', Comments: 'on track' },
    { ...row, 'Evaluation (by Agency CIO)': '0', 'CIO Rating ID': '384' },
    { ...row, 'Rated Date (Updated Date)': '29/06/2009' },
  ];
  const read = await readText(usItDashboard, 'CIO.csv', csvOf(rated, rows));
  expect(bodies(read, 'decision')).toMatchObject([
    {
      key: 'cio-rating-383',
      type: 'cio-evaluation',
      subject: { investment: '005-000000067' },
      raisedAt: '2009-06-29T20:38:26.000Z',
      decidedAt: '2009-06-29T20:38:26.000Z',
      outcome: '3',
      rationale: 'on track',
    },
    { key: 'cio-rating-384', outcome: '0' },
  ]);
  expect(bodies(read, 'decision-type')).toMatchObject([{ key: 'cio-evaluation', decides: 'other' }]);
  expect(read.remarks).toMatchObject([{ what: 'a rating that is not on the scale from 1 to 5', count: 1 }]);
  expect(read.rejected).toMatchObject([{ place: { row: 4 }, found: '"29/06/2009"' }]);
});

const rebased = [...about, 'Rebaseline Date', 'Rebaseline Option', 'Comment', 'Baseline ID'];

test('a rebaseline is a decision to change', async () => {
  const row = { ...uii, 'Rebaseline Date': '10/28/2010', 'Rebaseline Option': 'Correction', 'Baseline ID': '7' };
  const read = await readText(usItDashboard, 'History.csv', csvOf(rebased, [row, { ...row, 'Rebaseline Date': '' }]));
  expect(bodies(read, 'decision')).toMatchObject([{ key: 'rebaseline-7', outcome: 'Correction', type: 'rebaseline' }]);
  expect(bodies(read, 'decision-type')).toMatchObject([{ decides: 'approve-change' }]);
  expect(read.rejected).toMatchObject([{ place: { row: 3, field: 'Rebaseline Date' }, found: 'nothing' }]);
});

const measured = [
  ...about,
  'Performance Metric ID',
  'Metric Description',
  'Unit of Measure',
  'Measurement Condition',
  'Baseline',
  'Target for PY',
  'Actual for PY',
  'Target for CY',
  'Most Recent Actual Results',
  'Updated Date',
];
const metric = {
  ...uii,
  'Performance Metric ID': '9',
  'Metric Description': 'Uptime',
  'Measurement Condition': 'Over target',
};

test.each<[string, Row, object]>([
  [
    'the prior year and the latest value',
    { 'Target for PY': '9', 'Actual for PY': '8', 'Most Recent Actual Results': '7', 'Updated Date': '08/01/2012' },
    { measurements: ['2011-09-30 8', '2012-08-01 7'] },
  ],
  ['no prior year of noughts', { 'Target for PY': '0', 'Actual for PY': '0' }, { measurements: [] }],
  [
    'a prior year of 0 that was aimed at',
    { 'Target for PY': '1', 'Actual for PY': '0' },
    { measurements: ['2011-09-30 0'] },
  ],
  ['a target of the current year', { 'Target for CY': '99.1' }, { target: '2012-09-30 99.1', measurements: [] }],
])('a measure until 2013 has %s', async (_, row, expected) => {
  const text = csvOf(measured, [{ ...metric, ...row }]);
  const [body] = bodies(await readText(usItDashboard, 'M.csv', text, { budgetYear: 2013 }), 'outcome');
  const { measurements, target, direction } = recordKinds.outcome.schema.parse(body);
  const told = ({ on, value }: { on: string; value: number }) => `${on} ${value}`;
  expect(direction).toBe('up');
  expect({ measurements: measurements.map(told), ...(target ? { target: told(target) } : {}) }).toEqual(expected);
});

const later = [
  ...about,
  'Performance Metric ID',
  'Metric Description',
  'Measurement Condition',
  'Target 2015',
  'Latest Actual Result',
  'Latest Actual Result Date',
];

test.each([
  ['its latest value', '99.9', '2015-07-02', [{ on: '2015-07-02', value: 99.9 }], 0],
  ['no value without a day', '99.9', '', [], 1],
  ['nothing where it has none', '', '', [], 0],
])('a measure from 2015 on has %s', async (_, value, day, measurements, remarks) => {
  const row = { ...metric, 'Target 2015': '95', 'Latest Actual Result': value, 'Latest Actual Result Date': day };
  const read = await readText(
    usItDashboard,
    'M.csv',
    csvOf(later, [{ ...row, 'Measurement Condition': 'Under target' }]),
  );
  expect(bodies(read, 'outcome')).toMatchObject([
    { key: 'metric-9', direction: 'down', target: { on: '2015-09-30', value: 95 }, measurements },
  ]);
  expect(read.remarks.length).toBe(remarks);
});

test('a table of which no records are made is refused with those of which some are', async () => {
  await expect(readText(usItDashboard, 'Contracts.csv', csvOf([...about, 'Contract ID'], [uii]))).rejects.toThrow(
    /Contracts\.csv: its columns .* projects, planned and actual, projects and their state, funding/u,
  );
});

test.each([
  ['a table of the dashboard', '"Unique Investment Identifier",a', true],
  ['one behind a byte order mark', '\uFEFFUnique Investment Identifier,a', true],
  ['another table', 'Agency Code,Unique Investment Identifier', false],
])('%s is recognised: %#', (_, head, expected) => {
  expect(usItDashboard.recognises('x.csv', Buffer.from(head))).toBe(expected);
});
