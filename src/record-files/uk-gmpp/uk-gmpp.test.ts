import { expect, test } from 'vitest';
import { bodies, csvOf, readText } from '../fixtures/read-rows.ts';
import { ukGmpp } from './uk-gmpp.ts';

/** Heads as they were, and as they are now: longer ones with line breaks, and the identifier in another place. */
const old = {
  id: 'GMPP ID Number',
  name: 'Project Name',
  department: 'Department',
  category: 'Annual Report Category',
  aims: 'Description / Aims',
  ipa: 'IPA Delivery Confidence Assessment \n(A Delivery Confidence Assessment of the project at a fixed point in time)',
  sro: 'SRO Delivery Confidence Assessment \n(A Delivery Confidence Assessment)',
  start: 'Project - Start Date \n(Latest Approved Start Date)',
  end: 'Project - End Date \n(Latest Approved End Date)',
  year: 'Financial Year Baseline (£m) (including Non-Government Costs)',
  forecast: 'Financial Year Forecast (£m) (including Non-Government Costs)',
  cost: 'TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)',
  narrative: 'Departmental Narrative on Budgeted Whole Life Costs',
  benefits: 'TOTAL Baseline Benefits (£m)',
};
const now = {
  ...old,
  id: 'GMPP ID',
  aims: 'Project Description',
  ipa: 'IPA Delivery Confidence Assessment',
  sro: 'SRO Delivery Confidence Assessment',
  start: 'Start Date',
  end: 'End Date',
  year: 'Financial Year Baseline (£m)',
  forecast: 'Financial Year Forecast (£m)',
  cost: 'Whole Life Cost (£m)',
  narrative: 'Costs Narrative',
  benefits: 'Benefits (£m)',
};

type Heads = Readonly<Record<keyof typeof old, string>>;
type Said = Partial<Record<keyof typeof old, string>>;

const project = { id: 'DFT_0013_1819-Q3', name: 'Tunnel', department: 'DFT', category: 'ICT', aims: 'To dig.' };

const textOf = (rows: readonly Said[], heads: Heads): string =>
  csvOf(
    Object.values(heads),
    rows.map((row) =>
      Object.fromEntries(
        Object.entries({ ...project, ...row }).map(([field, value]) => [Reflect.get(heads, field), value]),
      ),
    ),
  );

const report = (rows: readonly Said[], heads: Heads = now, mapping?: unknown, name = 'gmpp_2024_25.csv') =>
  readText(ukGmpp, name, textOf(rows, heads), mapping);

const pounds = (amount: string) => ({ amount, currency: 'GBP' });

test.each([
  ['as it was', old],
  ['as it is now', now],
])(
  'a report with heads %s becomes an initiative, its plan on the last day of the year, its money and its benefits',
  async (_, heads) => {
    const said = {
      start: '2015-05-01',
      end: '2030-03-31',
      year: '166.9',
      cost: '£558',
      benefits: '2,546.5',
      sro: 'AMBER',
    };
    const read = await report([said], heads);
    const key = 'dft-0013-1819-q3';
    const plan = { plannedStart: '2015-05-01', plannedEnd: '2030-03-31', plannedCost: pounds('558000000') };
    expect(bodies(read, 'initiative')).toMatchObject([{ key, name: 'Tunnel', note: 'DFT, ICT. To dig.', ...plan }]);
    expect(bodies(read, 'plan-snapshot')).toMatchObject([
      { on: '2025-03-31', initiatives: [{ initiative: key, ...plan, plannedBenefit: pounds('2546500000') }] },
    ]);
    expect(bodies(read, 'investment')).toMatchObject([
      { key, basis: 'project', budget: [{ period: 'uk-fy-2024-25', amount: pounds('166900000') }] },
    ]);
    expect(bodies(read, 'chain-link')).toMatchObject([
      { giver: { investment: key }, receiver: { initiative: key }, passes: 1 },
    ]);
    expect(bodies(read, 'benefit')).toMatchObject([{ key, currency: 'GBP', wholeLife: '2546500000' }]);
    expect(bodies(read, 'decision')).toMatchObject([
      {
        type: 'delivery-confidence-sro',
        subject: { initiative: key },
        outcome: 'Amber',
        decidedAt: '2025-03-31T00:00:00Z',
      },
    ]);
    expect(bodies(read, 'planning-period')).toMatchObject([
      { key: 'uk-fy-2024-25', from: '2024-04-01', to: '2025-04-01' },
    ]);
  },
);

test('a report that is turned, with a project a column, says the same', async () => {
  const lines = [Object.values(now), Object.keys(now).map((field) => ({ ...project, cost: '558' })[field] ?? '')];
  const turned = (lines[0] ?? []).map((_, index) => lines.map((line) => `"${line[index]}"`).join(',')).join('\n');
  const read = await readText(ukGmpp, 'gmpp_2024_25.csv', turned);
  expect(bodies(read, 'initiative')).toEqual(bodies(await report([{ cost: '558' }]), 'initiative'));
  expect(read.rows).toEqual({ total: 1, accepted: 1, rejected: 0 });
});

test.each<[string, string, string | undefined]>([
  ['a number', '60', '60000000'],
  ['a number below nought', '-31', '-31000000'],
  ['a nought', '0', '0'],
  ['the middle of a range', 'Low: 1.00, Mid: 2.50, High: 3.00', '2500000.00'],
  ['nothing where it is exempt', 'Exempt under Section 43 of the Freedom of Information Act 2000', undefined],
  ['nothing where it is kept back', 'Section 24 - National security', undefined],
  ['nothing where it does not apply', 'NA', undefined],
  ['nothing before there is a plan', 'Early planning GMPP project \r\n\r\n(not yet passed SOC)', undefined],
])('the benefits are %s', async (_, benefits, wholeLife) => {
  const read = await report([{ benefits }]);
  expect(bodies(read, 'benefit').map((body) => Number(body.wholeLife))).toEqual(
    wholeLife === undefined ? [] : [Number(wholeLife)],
  );
});

test('sums say of how many projects they are, and why of no more', async () => {
  const rows = ['10.5', '20', 'NA', 'Exempt under Section 22', 'Low: 1, Mid: 2, High: 3', 'soon'];
  const { ties, remarks } = await report(rows.map((benefits, index) => ({ benefits, id: `DFT_${index}` })));
  const unit = 'GBP million';
  expect(ties[0]).toEqual({
    what: 'Monetised benefits, stated as one number',
    unit,
    file: '30.5',
    taken: '30.5',
    rows: 6,
    rest: [
      { why: 'that state none', rows: 1 },
      { why: 'exempt', rows: 1 },
      { why: 'stated as a range', rows: 1 },
      { why: 'that cannot be read', rows: 1 },
    ],
  });
  expect(ties[4]).toMatchObject({ what: 'Monetised benefits, the middle of a range', taken: '2' });
  expect(remarks[0]).toEqual({
    what: 'Benefits (£m): cannot be read and is left out',
    count: 1,
    example: 'row 7: "soon"',
  });
});

test('a forecast of the year is added up and no money that went out', async () => {
  const read = await report([{ forecast: '12.5' }]);
  expect(read.ties[3]).toMatchObject({ file: '12.5', taken: '0' });
  expect(bodies(read, 'investment')).toEqual([]);
});

test('a project that would start after its end keeps its end alone, and is told', async () => {
  const read = await report([{ start: '20/02/2023', end: '20/01/2023' }]);
  expect(bodies(read, 'plan-snapshot')).toMatchObject([{ initiatives: [{ plannedEnd: '2023-01-20' }] }]);
  expect(JSON.stringify(read.records)).not.toContain('plannedStart');
  expect(read.remarks[0]).toMatchObject({ what: 'a start after the end: the start is left out', count: 1 });
});

test('a project without an identifier is rejected, the others are not', async () => {
  const { rows, rejected } = await report([{ id: '' }, {}]);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(rejected).toMatchObject([{ place: { row: 2, field: 'GMPP ID' }, found: 'nothing' }]);
});

test.each([
  ['in the name of the file', 'gmpp_2022_23.csv', undefined, '2023-03-31'],
  ['in a mapping', 'report.csv', { year: '2023-24' }, '2024-03-31'],
  ['in a mapping, whatever the name says', 'gmpp_2022_23.csv', { year: '2023/2024' }, '2024-03-31'],
])('the year stands %s', async (_, name, mapping, on) => {
  expect(bodies(await report([{}], now, mapping, name), 'plan-snapshot')).toMatchObject([{ on }]);
});

test.each([
  ['nowhere', 'report.csv', undefined, 'mapping.year is "report.csv"'],
  ['as two years that do not follow', 'gmpp_2022_24.csv', undefined, 'mapping.year is "gmpp_2022_24.csv"'],
])('a report whose year stands %s is refused', async (_, name, mapping, sentence) => {
  await expect(report([{}], now, mapping, name)).rejects.toThrow(sentence);
});

test('the kind of the benefits is what a mapping says, and told where none does', async () => {
  const said = await report([{ benefits: '1' }], now, { benefitKind: 'cost' });
  expect(bodies(said, 'benefit')).toMatchObject([{ kind: 'cost' }]);
  expect(said.remarks).toEqual([]);
  expect((await report([{ benefits: '1' }])).remarks).toMatchObject([{ count: 1 }]);
});

test('a table that is no report is refused', async () => {
  await expect(readText(ukGmpp, 'gmpp_2024_25.csv', 'GMPP ID,b\n1,2')).rejects.toThrow(
    'neither its first row nor its first column',
  );
});
