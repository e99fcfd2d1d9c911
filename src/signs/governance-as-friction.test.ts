import { expect, test } from 'vitest';
import { evidence, reading } from './fixtures/evidence.ts';
import { governanceAsFriction } from './governance-as-friction.ts';
import { readRules } from './read.ts';

const layers = (...texts: readonly string[]) => texts.map((text) => reading(`decision.layers=${text}`));
const ruleOf = (id: string, told: Parameters<typeof evidence>[0]) =>
  readRules(governanceAsFriction, evidence(told)).find(({ rule }) => rule.endsWith(`.${id}`));

test.each([
  ['what is more than a period ago', ['1.5 1.4..1.6', '2 1.9..2.1'], 0.5, 'approvals grew by 0.5 layers from '],
  ['what is less as less', ['2 1.9..2.1', '1.5 1.4..1.6'], -0.5, 'approvals shrank by 0.5 layers from '],
])('layers grow by %s', (_, periods, value, clause) => {
  const grown = ruleOf('layers-trend', { layers: layers(...periods) });
  expect(grown?.says).toContain(clause);
  expect(grown).toMatchObject({ value, interval: 'difference', lower: expect.closeTo(value - 0.141421, 5) });
});

test.each([
  ['of one period', layers('2 1.9..2.1'), 'no two whole planning periods lie in the window'],
  [
    'of a period without a value',
    layers('none', '2 1.9..2.1'),
    'too few decisions in one of the last two planning periods',
  ],
])('growth is not told %s', (_, periods, missing) => {
  expect(ruleOf('layers-trend', { layers: periods })?.missing).toBe(missing);
});

const sure = (value: number) => reading(`decision.layers=${value} ${value - 0.1}..${value + 0.1}`);

test.each([
  ['neither period has an interval', layers('1', '3')],
  ['the first has none', [reading('decision.layers=1'), sure(3)]],
  ['the last has none', [sure(1), reading('decision.layers=3')]],
  ['a lower bound is missing', [sure(1), { ...sure(3), lower: null }]],
  ['an upper bound is missing', [sure(1), { ...sure(3), upper: null }]],
])('growth is never sure where %s', (_, periods) => {
  const expected = { value: 2, interval: 'none', severity: { value: 100, lower: null, upper: null } };
  expect(ruleOf('layers-trend', { layers: periods })).toMatchObject(expected);
});

test.each([
  ['first', layers('1 0.9..1.1 n40 of 0.7', '3 2.9..3.1 n50 of 0.9')],
  ['last', layers('1 0.9..1.1 n50 of 0.9', '3 2.9..3.1 n40 of 0.7')],
])('growth stands on no more than the %s period does', (_, periods) => {
  expect(ruleOf('layers-trend', { layers: periods })).toMatchObject({ n: 40, coverage: 0.7 });
});

test('the other rules stand on conformance and metrics', () => {
  const read = readRules(
    governanceAsFriction,
    evidence({
      figures:
        'decision.layers=2.5 2.5..2.5; decision.layers/waitPerLayer=10 10..10; decision.forum-decisions=0.3 0.3..0.3',
      rules: 'governance.forums-decide=0.8 0.8..0.8; governance.applied-evenly=0.9 0.9..0.9',
    }),
  );
  const severities = Object.fromEntries(read.map(({ rule, severity }) => [rule.split('.').at(-1), severity?.value]));
  expect(severities).toMatchObject({
    layers: 50,
    'wait-per-layer': 100,
    'never-refuse': 50,
    'uneven-paths': 0,
    'status-items': 75,
  });
});

test('who never refuses is told, not who does', () => {
  const told = { rules: 'governance.forums-decide=0.8 0.75..0.85' };
  expect(ruleOf('never-refuse', told)?.says).toMatch(/^20% of decisions pass somebody who as good as never refuses/u);
});
