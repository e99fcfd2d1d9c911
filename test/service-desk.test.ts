import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importEvidence } from '#api/evidence.ts';
import { readMetric } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import { metrics } from '#metrics/index.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

const Truth = z.object({
  value: z.number().nullable(),
  n: z.number(),
  also: z.record(z.string(), z.number().nullable()),
});
const Truths = z.record(z.string(), Truth);
const Cut = z.record(z.string(), Truths);
const Ledger = z.object({
  window: z.object({ from: z.string(), until: z.string() }),
  figures: Truths,
  rows: z.record(z.string(), z.object({ total: z.number(), rejected: z.number() })),
  byItemType: Cut,
  byDecisionType: Cut,
  byTeam: Cut,
  byCapability: Cut,
  byQuarter: Cut,
  byForum: Cut,
  byStage: Cut,
  byBoundary: Cut,
});

let folder: string;
let room: Room;
let ledger: z.infer<typeof Ledger>;

beforeAll(() => {
  folder = copyOfExample('service-desk');
  room = roomIn(folder);
  ledger = Ledger.parse(JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')));
});

afterAll(async () => {
  await room.close();
  removed(folder);
});

const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));

const expectEqual = (
  id: string,
  reading: { value: number | null; n: number; also: Readonly<Record<string, number | null>> } | undefined,
  truth: z.infer<typeof Truth>,
): void => {
  expect(reading?.value, id).toEqual(near(truth.value));
  expect(reading?.n, id).toBe(truth.n);
  const shared = Object.keys(reading?.also ?? {}).filter((name) => name in truth.also);
  for (const name of shared) expect(reading?.also[name], `${id} ${name}`).toEqual(near(truth.also[name] ?? null));
};

test('every row of the logs has its fate, and the broken ones are told', async () => {
  const { imports } = await ask(room, importEvidence, {});
  expect(Object.fromEntries(imports.map(({ source, total, rejected }) => [source, { total, rejected }]))).toEqual(
    ledger.rows,
  );
  for (const { accepted, rejected, total, rejects } of imports) {
    expect(accepted + rejected).toBe(total);
    expect(rejects).toHaveLength(rejected);
  }
});

/**
 * What the generator does not count: of money, capabilities and of goals that weigh anything the example has no or too few
 * records, and what it makes of its priority lists is held against the oracle alone.
 */
const isCounted = ({ id }: { readonly id: string }): boolean =>
  !/^(?:alignment|capability|efficiency|outcome)\./u.test(id);

test.each(metrics.filter(isCounted).map(({ id }) => id))('%s is what the generator counted', async (metric) => {
  const { readings } = await ask(room, readMetric, { metric, ...ledger.window });
  expect(readings).toHaveLength(1);
  const truth = ledger.figures[metric];
  expect(readings[0]?.value).not.toBeNull();
  if (!truth) throw new Error(`the ledger has no ${metric}`);
  expectEqual(metric, readings[0], truth);
});

test.each([
  ['alignment.strategic-spend', 'no spend is on record in the window'],
  ['alignment.strategic-budget', 'no budget of a planning period that lies in the window is on record'],
  ['alignment.strategic-effort', 'no goal had a weight on the days of the window'],
  ['alignment.strategic-items', 'no goal had a weight on the days on which they were done'],
  ['alignment.concentration', 'no spend is on record in the window'],
])('%s says that %s', async (metric, missing) => {
  const { readings } = await ask(room, readMetric, { metric, ...ledger.window });
  expect(readings).toMatchObject([{ value: null, missing }]);
});

test('neighbours change places on lists of priorities, and nothing moves far', async () => {
  const { readings } = await ask(room, readMetric, { metric: 'alignment.priority-churn', ...ledger.window });
  expect(readings).toMatchObject([{ also: { moved: 0 } }]);
});

test('a name that nobody has mapped stands in the figures and says so', async () => {
  const { readings } = await ask(room, readMetric, { metric: 'FL1', by: 'capability', ...ledger.window });
  const marked = readings.filter(({ unmapped }) => unmapped).map(({ subject }) => subject.capability);
  expect(marked).toEqual(['Other']);
});

describe.each([
  ['team', 'byTeam', {}],
  ['forum', 'byForum', {}],
  ['stage', 'byStage', {}],
  ['boundary', 'byBoundary', {}],
  ['item-type', 'byItemType', {}],
  ['decision-type', 'byDecisionType', {}],
  ['capability', 'byCapability', {}],
  ['period', 'byQuarter', { period: 'quarter' }],
] as const)('by %s', (by, cut, periods) => {
  const fit = metrics.filter(isCounted).filter(({ scopes }) => by === 'period' || scopes.some((scope) => scope === by));
  test.each(fit.map(({ id }) => id))('%s is what the generator counted', async (metric) => {
    const { readings } = await ask(room, readMetric, { metric, by, ...periods, ...ledger.window });
    const told = readings.map(({ subject }) => subject[by] ?? '');
    expect(told.length).toBeGreaterThan(0);
    for (const reading of readings) {
      const key = reading.subject[by] ?? '';
      const truth = ledger[cut][key]?.[metric];
      if (!truth) throw new Error(`the ledger has no ${metric} of ${key}`);
      expectEqual(`${metric} ${key}`, reading, truth);
    }
  });
});
