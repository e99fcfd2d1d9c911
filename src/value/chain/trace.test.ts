import { expect, test } from 'vitest';
import { compileChain } from './chain.ts';
import { fundingAmounts } from './coverage.ts';
import { chainModel } from './fixtures/chains.ts';
import { fundingIn } from './funding.ts';
import { type Trace, traceOf } from './trace.ts';

const always = { from: '0001-01-01', to: '9999-01-01' };

/** What a trace says: `p1 60.00` for what came to a node, `p1>c1 60.00` for a link, `p1! 10.00` for what stays. */
const told = ({ nodes, steps, nowhere, unit }: Trace): string[] => [
  ...(unit === 'EUR' ? [] : [unit]),
  ...nodes.flatMap(({ node, amount, stays }) => [`${node.key} ${amount}`, `${node.key}! ${stays}`]),
  ...steps.map(({ step, amount }) => `${step.giver.key}>${step.receiver.key} ${amount}`),
  `nowhere ${nowhere}`,
];

const traced = (text: string, through?: string): string => {
  const model = chainModel(text);
  const chain = compileChain(model);
  const amounts = fundingAmounts(chain, fundingIn(model, 'spend', always).lines);
  const node = chain.nodes.find(({ key }) => key === through);
  return traceOf(chain, 'forward', amounts, node)
    .flatMap(told)
    .filter((line) => !/ 0(?:\.0+)?$/.test(line))
    .join(', ');
};

test.each([
  ['all of it, where all is passed', 'i1=100; i1>p1 1', 'i1 100.00, p1 100.00, p1! 100.00, i1>p1 100.00'],
  [
    'in shares, and the rest stays',
    'i1=100; i1>p1 0.25; i1>p2 0.5',
    'i1 100.00, i1! 25.00, p1 25.00, p1! 25.00, p2 50.00, p2! 50.00, i1>p1 25.00, i1>p2 50.00',
  ],
  ['not by links that claim no share', 'i1=100; i1>p1', 'i1 100.00, i1! 100.00'],
  [
    'by cents of the largest remainder',
    'i1=0.10; i1>p1 0.333333; i1>p2 0.333333; i1>p3 0.333334',
    'i1 0.10, p1 0.03, p1! 0.03, p2 0.03, p2! 0.03, p3 0.04, p3! 0.04, i1>p1 0.03, i1>p2 0.03, i1>p3 0.04',
  ],
  [
    'once through a diamond',
    'i1=100; i1>p1 0.5; i1>p2 0.5; p1>c1 1; p2>c1 1',
    'i1 100.00, p1 50.00, p2 50.00, c1 100.00, c1! 100.00, i1>p1 50.00, i1>p2 50.00, p1>c1 50.00, p2>c1 50.00',
  ],
  [
    'once through benefits that feed another',
    'i1=8; i1>p1 1; p1>c1 1; c1>o1 1; o1>b1 0.5; o1>b2 0.5; b1>b2 0.5; b2>b3 1',
    'i1 8.00, p1 8.00, c1 8.00, o1 8.00, b1 4.00, b1! 2.00, b2 6.00, b3 6.00, b3! 6.00, i1>p1 8.00, p1>c1 8.00, c1>o1 8.00, o1>b1 4.00, o1>b2 4.00, b1>b2 2.00, b2>b3 6.00',
  ],
  [
    'by the links of its day',
    'i1=5 EUR 2025-12-31; i1=7 EUR 2026-01-01; i1>p1 1 E to=2026-01-01; i1>p2 1 E from=2026-01-01',
    'i1 12.00, p1 5.00, p1! 5.00, p2 7.00, p2! 7.00, i1>p1 5.00, i1>p2 7.00',
  ],
  [
    'currency by currency',
    'i1=100 CHF; i1=9; i1>p1 1',
    'CHF, i1 100.00, p1 100.00, p1! 100.00, i1>p1 100.00, i1 9.00, p1 9.00, p1! 9.00, i1>p1 9.00',
  ],
  ['in whole yen', 'i1=5 JPY; i1>p1 0.5', 'JPY, i1 5, i1! 2, p1 3, p1! 3, i1>p1 3'],
  [
    'in the places that it is stated with',
    'i1=0.0003; i1>p1 0.333333',
    'i1 0.0003, i1! 0.0002, p1 0.0001, p1! 0.0001, i1>p1 0.0001',
  ],
  [
    'credits by the same links',
    'i1=100; i2=-40; i1>p1 1; i2>p1 0.5',
    'i1 100.00, i2 -40.00, i2! -20.00, p1 80.00, p1! 80.00, i1>p1 100.00, i2>p1 -20.00',
  ],
])('money goes %s', (_, text, expected) => {
  expect(traced(text)).toBe(expected);
});

test.each([
  ['of a line of funding, its own', 'i1', 'i1 6.00, p1 6.00, c1 6.00, c1! 6.00, i1>p1 6.00, p1>c1 6.00'],
  [
    'of what follows, what came and what goes on',
    'c1',
    'i1 6.00, i2 1.00, p1 7.00, c1 7.00, c1! 7.00, i1>p1 6.00, i2>p1 1.00, p1>c1 7.00',
  ],
  ['of what shares a giver, its part', 'c2', 'i2 3.00, p2 3.00, c2 3.00, c2! 3.00, i2>p2 3.00, p2>c2 3.00'],
])('a trace of one node tells %s', (_, node, expected) => {
  expect(traced('i1=6; i2=4; i1>p1 1; i2>p1 0.25; i2>p2 0.75; p1>c1 1; p2>c2 1', node)).toBe(expected);
});

test.each([
  [
    'the node, of what came',
    'i1=90; i1>p1 1 B; p1>c1 0.5 D; p1>c2 0.5 A',
    undefined,
    ['i1 A90.00', 'p1 B90.00', 'c1 D45.00', 'c2 B45.00'],
  ],
  [
    'each way apart',
    'i1=1; i2=2; i1>p1 1 A; i2>p1 1 C; p1>c1 1 B',
    undefined,
    ['i1 A1.00', 'i2 A2.00', 'p1 A1.00 C2.00', 'c1 B1.00 C2.00'],
  ],
  [
    'what came before, to the node',
    'i1=1; i2=2; i1>p1 1 A; i2>p1 1 C; p1>c1 1 B',
    'c1',
    ['i1 B1.00', 'i2 C2.00', 'p1 B3.00', 'c1 B1.00 C2.00'],
  ],
])('a weakest grade is that on the way to %s', (_, text, through, expected) => {
  const model = chainModel(text);
  const chain = compileChain(model);
  const amounts = fundingAmounts(chain, fundingIn(model, 'spend', always).lines);
  const [trace] = traceOf(
    chain,
    'forward',
    amounts,
    chain.nodes.find(({ key }) => key === through),
  );
  const lines = trace?.nodes.map(({ node, byGrade }) =>
    [node.key, ...Object.entries(byGrade).map(([grade, amount]) => `${grade}${amount}`)].join(' '),
  );
  expect(lines).toEqual(expected);
});

test.each([
  ['forward', undefined, 'i1 90.00, p1 90.00, p1 held 45.00, c2 45.00, c2! 45.00'],
  ['forward, through what it still comes to', 'c2', 'i1 45.00, p1 45.00, c2 45.00, c2! 45.00'],
  ['and nothing through what it does not come to', 'c1', ''],
])('what only weaker links would pass on is held at their giver, %s', (_, through, expected) => {
  const model = chainModel('i1=90; i1>p1 1 B; p1>c1 0.5 D; p1>c2 0.5 A');
  const chain = compileChain(model);
  const amounts = fundingAmounts(chain, fundingIn(model, 'spend', always).lines);
  const node = chain.nodes.find(({ key }) => key === through);
  const lines = traceOf(chain, 'forward', amounts, node, 'C').flatMap(({ nodes }) =>
    nodes.flatMap((each) => [
      `${each.node.key} ${each.amount}`,
      `${each.node.key}! ${each.stays}`,
      `${each.node.key} held ${each.held}`,
    ]),
  );
  expect(lines.filter((line) => !/ 0(?:\.0+)?$/.test(line)).join(', ')).toBe(expected);
});

test.each([
  ['that would pass something on', 'i1=90; i1>p1 1 B; p1>c1 0.5 D; p1>c2 0.3 E; p1>c3 0.2 C', 2],
  ['once, whatever comes by it', 'i1=90; i2=5; i1>p1 1 B; i2>p1 1 A; p1>c1 1 D', 1],
  ['and none without a share', 'i1=90; i1>p1 1 B; p1>c1 - D', 0],
  ['and none that nothing comes to', 'i1=90; i1>p1 1 D; p1>c1 1 D', 1],
  ['and none that is measured', 'i1=90; i1>p1 1 C', 0],
])('links that are too weak are counted %s', (_, text, count) => {
  const model = chainModel(text);
  const chain = compileChain(model);
  const amounts = fundingAmounts(chain, fundingIn(model, 'spend', always).lines);
  expect(traceOf(chain, 'forward', amounts, undefined, 'C')[0]?.barred).toBe(count);
});

test('an effect goes back by what was contributed, and the rest has other causes', () => {
  const chain = compileChain(
    chainModel('i1>p1 1 E owes=1; p1>c1 1 E owes=0.6; c1>o1 1 E owes=0.5; o1>b1 1 B owes=0.4; b2>b1 1 C owes=0.5'),
  );
  const start = { node: chain.find('benefit', 'b1'), on: '2026-01-01', amount: '1000', unit: 'EUR' };
  expect(
    traceOf(chain, 'backward', [start])
      .flatMap(told)
      .filter((line) => !/ 0(?:\.0+)?$/.test(line))
      .join(', '),
  ).toBe(
    'b1 1000.00, b1! 100.00, b2 500.00, b2! 500.00, o1 400.00, o1! 200.00, c1 200.00, c1! 80.00, p1 120.00, i1 120.00, i1! 120.00, i1>p1 120.00, p1>c1 120.00, c1>o1 200.00, o1>b1 400.00, b2>b1 500.00',
  );
});

test('what has no line of funding starts nowhere', () => {
  const model = chainModel('i1>p1 1');
  const chain = compileChain(model);
  const lines = [{ investment: undefined, on: '2026-01-01', amount: { amount: '5', currency: 'EUR' } }];
  expect(traceOf(chain, 'forward', fundingAmounts(chain, lines))).toEqual([
    { unit: 'EUR', whole: '5.00', nowhere: '5.00', nodes: [], steps: [], barred: 0 },
  ]);
});
