import { expect, test } from 'vitest';
import { unitOf } from './define.ts';
import { metrics } from './index.ts';

test.each([
  ['a count as a bare number', { kind: 'count', of: 'a' }, 'count'],
  ['a share of anything as one', { kind: 'ratio', top: 'a', bottom: 'b' }, 'share'],
  ['a quantile in the unit of its metric', { kind: 'quantile', p: 0.5, of: 'a' }, 'day'],
  ['what names its own unit in that', { kind: 'quantile', p: 0.5, of: 'a', unit: 'hour' }, 'hour'],
] as const)('companions tell %s', (_, companion, unit) => {
  expect(unitOf({ unit: 'day' }, companion)).toBe(unit);
});

/** The words at the end of a column's name that tell its unit. */
const byName: readonly [RegExp, string][] = [
  [/_hours$/u, 'hour'],
  [/(?:^|_)days$/u, 'day'],
];

const quantities = metrics.flatMap((metric) =>
  Object.entries(metric.also ?? {}).flatMap(([name, companion]) =>
    'of' in companion && companion.kind !== 'count'
      ? [[`${metric.id} ${name}`, companion.of, unitOf(metric, companion)] as const]
      : [],
  ),
);

test.each(quantities)('%s is in the unit that its column %s names', (_, column, unit) => {
  const named = byName.find(([words]) => words.test(column));
  if (named) expect(unit).toBe(named[1]);
  else expect(unit).not.toBe('hour');
});

test('what stands beside a metric is there, is cut as told, and can be looked at through all that the metric can', () => {
  for (const { id, scopes, beside = [] } of metrics) {
    for (const { metric, by } of beside) {
      const other = metrics.find((known) => known.id === metric);
      expect([id, [...scopes, by].filter((scope) => scope !== 'period' && !other?.scopes.includes(scope))]).toEqual([
        id,
        [],
      ]);
    }
  }
});
