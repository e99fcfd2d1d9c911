import { expect, test } from 'vitest';
import type { Measurement } from '#model/measurement.ts';
import { type Asked, type Effect, effectOf, isTold } from './effect.ts';
import { monthEnd, simulated } from './fixtures/simulated.ts';

const sample = simulated({ seed: 5, before: 36, after: 12, carriedOver: 0.4, trend: 0.1, season: 3, effect: 6 });
const asked = (more: Partial<Asked> = {}): Asked => ({
  measurements: sample.measurements,
  control: [],
  change: { name: 'x', liveOn: sample.liveOn },
  others: [],
  ...more,
});

const told = (more: Partial<Asked> = {}): Effect => {
  const effect = effectOf(asked(more));
  if (!isTold(effect)) throw new Error(effect.why);
  return effect;
};

test('a step in a series with trend and season is found', () => {
  const { mean, level, step, before, after, seasonal, missing } = told();
  expect({ step, before, after, seasonal, missing }).toEqual({
    step: 'month',
    before: 36,
    after: 12,
    seasonal: true,
    missing: 0,
  });
  expect(Math.abs(mean.value - 6)).toBeLessThan(1.5);
  expect(mean.lower).toBeGreaterThan(0);
  expect(mean.lower).toBeLessThan(6);
  expect(mean.upper).toBeGreaterThan(6);
  expect(level.lower).toBeLessThan(6);
});

test('what would have been without it lies below by the mean effect', () => {
  const { without, mean } = told();
  const since = sample.measurements.slice(36);
  const gap = since.reduce((sum, { value }, n) => sum + value - (without[n]?.value ?? 0), 0) / since.length;
  expect(without.map(({ on }) => on)).toEqual(since.map(({ on }) => on));
  expect(Math.abs(gap - mean.value)).toBeLessThan(0.5);
});

const scaled = (factor: number, shift: number): Measurement[] =>
  sample.measurements.map((each) => ({ ...each, value: each.value * factor + shift }));

test('another unit scales the effect, another zero does not move it', () => {
  const [one, other] = [told(), told({ measurements: scaled(-10, 500) })];
  expect(other.mean.value).toBeCloseTo(-10 * one.mean.value, 5);
  expect(other.mean.lower).toBeCloseTo(-10 * one.mean.upper, 4);
  expect(other.carriedOver).toBeCloseTo(one.carriedOver, 8);
});

test('what moves the control too is no effect', () => {
  const moved = simulated({ seed: 8, before: 30, after: 12, carriedOver: 0.3, shared: 3 });
  const both = { measurements: moved.measurements, change: { name: 'x', liveOn: moved.liveOn } };
  const [alone, beside] = [told({ ...both, control: [] }), told({ ...both, control: moved.control })];
  expect([alone.method, beside.method]).toEqual(['interrupted-series', 'difference-from-control']);
  expect(beside.mean.lower).toBeLessThan(0);
  expect(beside.mean.upper).toBeGreaterThan(0);
  expect(beside.mean.upper - beside.mean.lower).toBeLessThan(alone.mean.upper - alone.mean.lower);
});

test('a control with too few steps in common is left aside', () => {
  expect(told({ control: sample.measurements.slice(0, 20) }).method).toBe('interrupted-series');
});

const withSecond = sample.measurements.map((each, at) => (at < 24 ? each : { ...each, value: each.value + 4 }));

test('what another change did earlier is not taken for this one', () => {
  const others = [{ name: 'y', liveOn: monthEnd(24) }];
  const { apart, beside, mean } = told({ measurements: withSecond, others });
  expect([apart.map(({ name }) => name), beside]).toEqual([['y'], []]);
  expect(mean.lower).toBeLessThan(6);
  expect(mean.upper).toBeGreaterThan(6);
});

test.each([
  ['within three measurements', monthEnd(38), ['y']],
  ['on the same day', monthEnd(36), ['y']],
  ['near the end of what was measured', monthEnd(46), ['y']],
  ['far enough', monthEnd(42), []],
  ['before anything was measured', '2019-01-01', []],
  ['after all that was measured', '2029-01-01', []],
])('another change %s is told apart or named', (_, liveOn, names) => {
  const { beside } = told({ others: [{ name: 'y', liveOn }] });
  expect(beside.map(({ name }) => name)).toEqual(names);
});

const at = (...days: readonly string[]): Measurement[] => days.map((on, n) => ({ on, value: (n * 7) % 5 }));
const weeks = Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n * 7)).toISOString().slice(0, 10));

test.each([
  ['too few before', sample.measurements.slice(25), { why: 'few-before', found: 11, fewest: 12 }],
  ['too few after', sample.measurements.slice(0, 39), { why: 'few-after', found: 3, fewest: 4 }],
  ['nothing measured', [], { why: 'few-before', found: 0, fewest: 12 }],
  [
    'too many gaps',
    sample.measurements.filter((_, n) => n % 4 !== 1),
    { why: 'gaps', missing: 12, steps: 48, step: 'month' },
  ],
  [
    'two values in a month',
    [...at('2019-12-30'), ...sample.measurements].toSpliced(1, 0, ...at('2020-01-02')),
    { why: 'no-rhythm' },
  ],
  ['values without any scatter', scaled(0, 7), { why: 'no-chance' }],
])('an effect cannot be told of %s', (_, measurements, expected) => {
  expect(effectOf(asked({ measurements }))).toEqual(expected);
});

test('a few steps that were not measured are bridged, and counted', () => {
  const { missing, mean } = told({ measurements: sample.measurements.filter((_, n) => n % 9 !== 4) });
  expect(missing).toBe(5);
  expect(mean.lower).toBeGreaterThan(0);
});

test('measurements by the week have steps of weeks, and a season that half a year does not tell', () => {
  const effect = told({ measurements: at(...weeks), change: { name: 'x', liveOn: weeks[20] ?? '' } });
  expect([effect.step, effect.seasonal, effect.seasonUnknown]).toEqual(['week', false, true]);
});
