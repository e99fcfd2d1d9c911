import { expect, test } from 'vitest';
import { Design } from '#model/design.ts';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { skillInvestment } from './skill-investment.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const q = 'period q@0..10d r@10d..20d';
const both = `${q}; skill a!:-/-^q=300,r=100 b:-/-^q=100`;
const shared = `${q}; skill a!:-/-+x,y^q=300 b:-/-+y^q=100 c:-/-^q=50`;

test.each([
  ['what went to critical skills', `${q}; skill a!:-/-^q=300 b:-/-^q=100`, '', 0.75],
  ['cents', `${q}; skill a!:-/-^q=0.01 b:-/-^q=0.03`, '', 0.25],
  ['nothing that went to any', `${q}; skill b:-/-^q=100`, '', 0],
  ['periods that end in the window', both, '0..15d', 0.75],
  ['all of them', both, '0..30d', 0.8],
  ['periods that end as the window closes', both, '0..10d', 0.75],
  ['no period that ends as the window opens', both, '10d..30d', 1],
  ['no period that is not over when figures are read', both, '0..30d at 15d', 0.75],
  ['a period that is over just then', both, '0..30d at 20d', 0.8],
  [
    'other currencies by the rate of the last day',
    `${q}; rate USD=9@-9d USD=0.5@9d USD=7@10d; skill a!:-/-^q=600USD b:-/-^q=100`,
    '',
    0.75,
  ],
  ['nothing without a rate', `${q}; skill a!:-/-^q=600USD b:-/-^q=100`, '', 0],
  ['nothing where no money was spent', `${q}; skill a!:-/-`, '', null],
  ['nothing where no rate is known', `${q}; skill a!:-/-^q=600USD`, '', null],
  ['each capability apart', shared, 'by capability', { '(none)': 0, x: 1, y: 0.75 }],
  ['one capability', shared, 'where capability=y', 0.75],
  ['an amount once as a whole', shared, '', 0.666667],
])('skill investment counts %s', async (_, text, question, share) => {
  expect(await figure(skillInvestment, told(text), question)).toEqual(share);
});

test('what has no rate lowers the coverage', async () => {
  const [reading] = await readingsOf(skillInvestment, told(`${q}; skill a!:-/-^q=600USD b*3:-/-^q=100`));
  expect(reading).toMatchObject({ value: 0, n: 3, coverage: 0.75, interval: 'complete' });
});

test.each([
  ['of its last day', '2024-01-11', 1],
  ['and not the one after', '2024-01-10', null],
])('spending of a period is told by the design in force, %s', async (_, to, share) => {
  const records = {
    ...capabilitiesIn(`${q}; skill a!:-/-^q=300`),
    design: Design.parse({ key: 'd', status: 'in-force', to }),
  };
  expect(await figure(skillInvestment, { records })).toBe(share);
});
