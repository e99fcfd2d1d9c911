import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { evidence, reading } from './fixtures/evidence.ts';
import { governanceAsFriction } from './governance-as-friction.ts';
import { readRules } from './read.ts';

const layers = (...texts: readonly string[]) => texts.map((text) => reading(`decision.layers=${text}`));
const ruleOf = (id: string, told: Parameters<typeof evidence>[0]) =>
  readRules(governanceAsFriction, evidence(told)).find(({ rule }) => rule.endsWith(`.${id}`));

test.each([
  ['what is more than a period ago', ['1.5 1.4..1.6', '2 1.9..2.1'], 0.5],
  ['what is less as less', ['2 1.9..2.1', '1.5 1.4..1.6'], -0.5],
])('layers grow by %s', (_, periods, value) => {
  const grown = ruleOf('layers-trend', { layers: layers(...periods) });
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

type Meeting = NonNullable<DesignInput['meetings']>[number];
type Kind = NonNullable<Meeting['agenda']>[number]['kind'];

const meeting = (heldAt: string, ...kinds: readonly Kind[]): Meeting => ({
  key: `board-${heldAt.slice(0, 10)}`,
  forum: 'board',
  heldAt,
  agenda: kinds.map((kind) => ({ subject: 'x', kind })),
});
const status = (...meetings: Meeting[]) => ruleOf('status-items', { design: { meetings } });

test.each<[string, Kind[], number]>([
  ['information', ['information', 'information', 'information', 'decision', 'carried-over'], 0.6],
  ['none of decisions', ['decision', 'decision', 'decision', 'decision', 'decision'], 0],
])('status items count %s', (_, kinds, share) => {
  expect(status(meeting('2026-02-01T09:00:00Z', ...kinds))?.value).toBeCloseTo(share, 9);
});

test('meetings outside of the window are none of it', () => {
  const four: Kind[] = ['information', 'information', 'information', 'information'];
  const before = meeting('2025-12-31T23:59:59Z', ...four);
  const after = meeting('2026-07-01T00:00:00Z', ...four);
  expect(status(before, after, meeting('2026-01-01T00:00:00Z', ...four))?.missing).toBe(
    'too few agenda items of recorded meetings: 4 of at least 5',
  );
});

test('the other rules stand on conformance and metrics', () => {
  const read = readRules(
    governanceAsFriction,
    evidence({
      figures: 'decision.layers=2.5 2.5..2.5; decision.layers/waitPerLayer=10 10..10',
      rules: 'governance.forums-decide=0.8 0.8..0.8; governance.applied-evenly=0.9 0.9..0.9',
    }),
  );
  expect(read.slice(0, 4).map(({ severity }) => severity?.value)).toEqual([50, 100, 50, 0]);
});

test('who never refuses is told, not who does', () => {
  const told = { rules: 'governance.forums-decide=0.8 0.75..0.85' };
  expect(ruleOf('never-refuse', told)?.says).toMatch(/^20 % of decisions pass somebody who as good as never refuses/u);
});
