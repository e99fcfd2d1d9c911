import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine, Row } from '#engine/engine.ts';
import { factsOf, type Meaning } from '#facts/fixtures/facts.ts';
import { at } from '#facts/fixtures/log.ts';
import type { Scope } from '#model/reading.ts';
import { type Bounds, bestGrades, type Metric } from './define.ts';
import { busyLog } from './fixtures/busy-log.ts';
import { busyDesign } from './fixtures/busy-records.ts';
import { groundOf } from './fixtures/readings.ts';
import { metrics } from './index.ts';
import { type Ask, read, rowsBehind } from './read.ts';
import type { Summary } from './summary.ts';

const window = { from: new Date(at('20d')).toISOString(), until: new Date(at('90d')).toISOString() };
const all = { limit: 100_000, offset: 0 };

const engines = new Map<string, Promise<Engine>>();

const groundFor = async (log: string, meaning: Meaning = {}) => {
  const engine = engines.get(log) ?? factsOf(log, undefined, meaning);
  engines.set(log, engine);
  return groundOf(await engine);
};

const busy = () => groundFor(busyLog(), { design: busyDesign() });

test('every metric file is on the list, under its own name', () => {
  const files = ['alignment', 'flow', 'decision', 'quality', 'capability', 'outcome', 'efficiency'].flatMap((family) =>
    readdirSync(join(import.meta.dirname, family))
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => `${family}.${name.replace(/\.ts$/, '')}`),
  );
  expect(metrics.map(({ id }) => id).sort()).toEqual(files.sort());
});

test('every metric can be cut by something', () => {
  expect(metrics.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
});

test('no two metrics have one code or one title', () => {
  for (const name of ['code', 'title', 'question'] as const) {
    expect(new Set(metrics.map((metric) => metric[name])).size).toBe(metrics.length);
  }
});

test('every version after the first says what changed', () => {
  for (const { id, version, changes = [] } of metrics) expect([id, changes.length]).toEqual([id, version - 1]);
});

test('what belongs beside a metric can be asked for', () => {
  for (const { id, beside = [] } of metrics)
    for (const { metric, by } of beside)
      expect([id, metrics.find((other) => other.id === metric)?.scopes]).toEqual([id, expect.arrayContaining([by])]);
});

const bounds: Bounds = { from: 0, until: 1, asOf: 1, coins: 100, days: [], cut: [] };

test('what goes by shares that links claim is graded C at best, and says so', () => {
  const shared = metrics.filter(({ rows }) => /funded_part|capability_outcome/.test(rows(bounds).statement.text));
  expect(shared).not.toEqual([]);
  for (const { id, restsOn, caveat } of shared) {
    expect([id, restsOn !== undefined && bestGrades[restsOn] >= 'C']).toEqual([id, true]);
    expect(caveat).toMatch(/never graded above [CD]\.$/);
  }
});

test.each(metrics)(
  '$id answers an empty log with no value and a reason, or with a complete count of none',
  async (metric) => {
    const [reading, ...more] = await read(await groundFor(''), metric, { window });
    expect(more).toEqual([]);
    expect(reading?.coverage).toBeNull();
    if (metric.summary.kind === 'count') expect(reading).toMatchObject({ value: 0, interval: 'complete' });
    else expect(reading).toMatchObject({ value: null, n: 0, missing: expect.stringMatching(/^(no|nothing) .* /u) });
    for (const [name, summary] of Object.entries(metric.also ?? {})) {
      expect(reading?.also[name]).toBe(summary.kind === 'count' || summary.kind === 'sum' ? 0 : null);
    }
  },
);

const rowNumbers = (rows: readonly Row[], column: string): (number | null)[] =>
  rows.map((row) => {
    const cell = row[column];
    return typeof cell === 'boolean' ? Number(cell) : typeof cell === 'number' ? cell : null;
  });

const given = <T>(list: readonly (T | null)[]): T[] => list.filter((each) => each !== null);
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const pairs = (rows: readonly Row[], one: string, other: string): [number, number][] => {
  const [left, right] = [rowNumbers(rows, one), rowNumbers(rows, other)];
  return left.flatMap((a, i): [number, number][] => {
    const b = right[i];
    return a === null || b === null || b === undefined ? [] : [[a, b]];
  });
};

const middle = (list: readonly number[], p: number): number => {
  const sorted = list.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [
    sorted[Math.floor((sorted.length - 1) * p)],
    sorted[Math.ceil((sorted.length - 1) * p)],
  ];
  return low + (high - low) * (((sorted.length - 1) * p) % 1);
};

const ratioAgain = (
  { top, bottom }: { readonly top: string; readonly bottom: string },
  rows: readonly Row[],
): number => {
  const list = pairs(rows, top, bottom);
  return sum(list.map(([part]) => part)) / sum(list.map(([, whole]) => whole));
};

/** The same figure from the rows that a person can download, as somebody with a spreadsheet would do it. */
const again = (summary: Summary, rows: readonly Row[]): number => {
  switch (summary.kind) {
    case 'count':
      return given(rowNumbers(rows, summary.of)).length;
    case 'sum':
    case 'total':
      return sum(given(rowNumbers(rows, summary.of)));
    case 'greatest':
      return Math.max(...given(rowNumbers(rows, summary.of)));
    case 'least':
      return Math.min(...given(rowNumbers(rows, summary.of)));
    case 'share':
    case 'mean': {
      const list = given(rowNumbers(rows, summary.of));
      return sum(list) / list.length;
    }
    case 'quantile':
      return middle(given(rowNumbers(rows, summary.of)), summary.p);
    case 'ratio':
      return (summary.per ?? 1) * ratioAgain(summary, rows);
    case 'complete-ratio':
      return ratioAgain(summary, rows);
    case 'excess':
      return ratioAgain(summary, rows) - 1;
    case 'rate':
      return sum(given(rowNumbers(rows, summary.hits))) / sum(given(rowNumbers(rows, summary.trials)));
    case 'daily-mean':
      return sum(given(rowNumbers(rows, summary.of))) / new Set(rows.map((row) => row[summary.day])).size;
    case 'largest-share':
      return (
        Math.max(
          ...Map.groupBy(rows, (row) => row[summary.of])
            .values()
            .map((same) => same.length),
        ) / rows.length
      );
    case 'survival':
      return halfTime(pairs(rows, summary.of, summary.observed));
    case 'spearman':
      return ranksTogether(pairs(rows, summary.of, summary.with));
    case 'survival-ratio':
      return (
        halfTime(pairs(rows, summary.of, summary.observed)) / halfTime(pairs(rows, summary.over, summary.overObserved))
      );
    case 'rank-correlation':
      return turnsAgain(rows, summary.of, summary.with, summary.within);
    case 'concentration':
      return spreadAgain(rows, summary);
    case 'between':
      return betweenGroups(rows, summary.of, summary.group, summary.least);
  }
};

/** The end by which half are over; between it and the next end where exactly half are. */
const halfTime = (cases: readonly [number, number][]): number => {
  const ends = [...new Set(cases.filter(([, over]) => over === 1).map(([time]) => time))].sort((x, y) => x - y);
  let left = 1;
  for (const [index, end] of ends.entries()) {
    const atRisk = cases.filter(([time]) => time >= end).length;
    left *= 1 - cases.filter(([time, over]) => time === end && over === 1).length / atRisk;
    if (Math.abs(left - 0.5) < 1e-9) return (end + (ends[index + 1] ?? end)) / 2;
    if (left < 0.5) return end;
  }
  return Number.NaN;
};

/** The correlation of ranks, equal values in the middle of theirs. */
const ranksTogether = (cases: readonly [number, number][]): number => {
  const rankIn = (list: readonly number[], value: number): number =>
    (list.filter((each) => each < value).length + 1 + list.filter((each) => each <= value).length) / 2;
  const [one, other] = [cases.map(([a]) => a), cases.map(([, b]) => b)];
  const ranks = cases.map(([a, b]): [number, number] => [rankIn(one, a), rankIn(other, b)]);
  const centre = (cases.length + 1) / 2;
  const product = (of: (pair: [number, number]) => number): number => sum(ranks.map(of));
  return (
    product(([a, b]) => (a - centre) * (b - centre)) /
    Math.sqrt(product(([a]) => (a - centre) ** 2) * product(([, b]) => (b - centre) ** 2))
  );
};

/** Of all pairs on one list, those that stand the same way round less the others; no two have one place. */
const turnsAgain = (rows: readonly Row[], of: string, other: string, within: string): number => {
  const pairs = rows.flatMap((one, index) =>
    rows
      .slice(0, index)
      .filter((another) => another[within] === one[within])
      .map((another) => (Number(one[of]) - Number(another[of])) * (Number(one[other]) - Number(another[other]))),
  );
  return sum(pairs.map(Math.sign)) / pairs.length;
};

/** Every coefficient of a spread, from the shares of the areas. */
const spreadAgain = (rows: readonly Row[], { of, area, as }: Extract<Summary, { kind: 'concentration' }>): number => {
  const told = rows.filter((row) => row[area] !== null && row[of] !== null);
  const sums = [...Map.groupBy(told, (row) => row[area]).values()].map((same) => sum(given(rowNumbers(same, of))));
  const shares = sums.map((each) => each / sum(sums)).toSorted((a, b) => b - a);
  const n = shares.length;
  const squares = sum(shares.map((share) => share ** 2));
  const apart = sum(shares.flatMap((a) => shares.map((b) => Math.abs(a - b)))) / (2 * n);
  return {
    'effective-number': 1 / squares,
    herfindahl: squares,
    'normalised-herfindahl': (squares - 1 / n) / (1 - 1 / n),
    gini: apart,
    'corrected-gini': (apart * n) / (n - 1),
    'top-three': sum(shares.slice(0, 3)),
  }[as];
};

/** Mean squares between and within groups, in the size that stands for theirs. */
const betweenGroups = (rows: readonly Row[], of: string, group: string, least: number): number => {
  const groups = [
    ...Map.groupBy(
      rows.filter((row) => row[group] !== null),
      (row) => row[group],
    ).values(),
  ]
    .map((same) => given(rowNumbers(same, of)))
    .filter((same) => same.length >= least);
  const mean = (list: readonly number[]): number => sum(list) / list.length;
  const squares = (list: readonly number[], centre: number): number => sum(list.map((x) => (x - centre) ** 2));
  const n = groups.flat().length;
  const k = groups.length;
  const within = sum(groups.map((list) => squares(list, mean(list)))) / (n - k);
  const between = sum(groups.map((list) => list.length * (mean(list) - mean(groups.flat())) ** 2)) / (k - 1);
  const size = (n - sum(groups.map((list) => list.length ** 2)) / n) / (k - 1);
  return (between - within) / (between + (size - 1) * within);
};

describe('recomputing from the rows behind it gives', () => {
  test.each(metrics)('$id', async (metric) => {
    const ground = await busy();
    const [reading] = await read(ground, metric, { window });
    const { rows, total } = await rowsBehind(ground, metric, { window }, all);
    expect(rows.length).toBe(total);
    expect(reading?.value).not.toBeNull();
    expect(reading?.value).toBeCloseTo(again(metric.summary, rows), 9);
    for (const [name, summary] of Object.entries(metric.also ?? {})) {
      expect([name, reading?.also[name]]).not.toEqual([name, null]);
      expect(reading?.also[name]).toBeCloseTo(again(summary, rows), 9);
    }
  });
});

const cuts = metrics.flatMap((metric) => metric.scopes.map((scope) => [metric.id, scope, metric] as const));

/** By its own values it is a share of all, and through one of them the share of that value in itself. */
const sharesOfAll = (metric: Metric, scope: Scope): boolean =>
  metric.id === 'flow.distribution' && scope === 'item-type';

describe('a figure', () => {
  test.each(cuts)('of %s by %s is the figure of each of them alone', async (_, scope, metric) => {
    const ground = await busy();
    const groups = await read(ground, metric, { window, by: scope });
    expect(groups.length).toBeGreaterThan(1);
    for (const { subject, window: own, ...group } of groups) {
      const key = subject[scope] ?? '';
      expect(own).toEqual(window);
      const [alone] = await read(ground, metric, { window, where: { scope, key } });
      if (sharesOfAll(metric, scope)) expect(alone?.value).toBe(1);
      else expect(alone).toMatchObject(group);
    }
  });

  test.each(metrics)('of $id by period is the figure of each of them, clipped to the window', async (metric) => {
    const ground = await busy();
    const months = await read(ground, metric, { window, by: 'period' });
    expect(months.map(({ subject }) => subject.period)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect([months[0]?.window.from, months.at(-1)?.window.until]).toEqual([window.from, window.until]);
    for (const { subject: _, ...month } of months) {
      const [alone] = await read(ground, metric, { window: month.window });
      expect(alone).toMatchObject(month);
    }
  });

  test.each(cuts)('of %s by %s in each period is that of the period by it', async (_, scope, metric) => {
    const ground = await busy();
    const months = await read(ground, metric, { window, by: 'period' });
    const each = await read(ground, metric, { window, by: scope, eachPeriod: true });
    const apart = [];
    for (const { subject, window: month } of months) {
      const readings = await read(ground, metric, { window: month, by: scope });
      apart.push(...readings.map((reading) => ({ ...reading, subject: { ...subject, ...reading.subject } })));
    }
    expect(each.length).toBeGreaterThan(months.length);
    expect(each).toEqual(apart);
  });

  // What is told of initiatives has a team and nothing else to be cut by.
  const cutTwice = metrics.flatMap((metric) => {
    const [scope, other] = metric.scopes;
    return scope === undefined || other === undefined ? [] : [{ id: metric.id, metric, scope, other }];
  });

  test.each(cutTwice)('of $id is cut by one scope and looked at through another', async ({ metric, scope, other }) => {
    const ground = await busy();
    const [first] = await read(ground, metric, { window, by: scope });
    const ask: Ask = { window, by: other, where: { scope, key: first?.subject[scope] ?? '' } };
    const readings = await read(ground, metric, ask);
    expect(readings.length).toBeGreaterThan(0);
    expect((await rowsBehind(ground, metric, ask, all)).total).toBeGreaterThan(0);
  });
});

test('rows behind a figure come page by page, in one order', async () => {
  const ground = await busy();
  for (const metric of metrics) {
    const whole = await rowsBehind(ground, metric, { window }, all);
    const pages = [
      await rowsBehind(ground, metric, { window }, { limit: 5, offset: 0 }),
      await rowsBehind(ground, metric, { window }, { limit: 5, offset: 5 }),
    ];
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows.slice(0, 10));
  }
});
