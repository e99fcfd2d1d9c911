import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { conform, withCases } from '#conformance/conform.ts';
import { rules } from '#conformance/index.ts';
import { discover } from '#discovery/discover.ts';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import type { Built } from '#facts/build.ts';
import { durationProfile, elapsedShares, handoffProfile, unmappedNames } from '#facts/profile.ts';
import { metrics } from '#metrics/index.ts';
import { type Ground, rowsBehind } from '#metrics/read.ts';
import { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { DesignModel } from '#model/design-model.ts';
import { factsByKey } from './facts-by-key.ts';
import { figuresOf } from './import-laws.ts';
import { world } from './oracle/generate.ts';
import type { OracleInput, OracleLog } from './oracle/input.ts';
import { importLog, stand } from './oracle/product.ts';
import { place } from './oracle/worlds/telling.ts';

/** A world whose figures are read at its last row, whose capabilities have owners, and each of whose sources is one log. */
const wholeLogs: fc.Arbitrary<OracleInput> = world({ ties: 'hashed' }).map(({ logs, designs, calendar }) => ({
  calendar,
  designs: designs.map((design) => DesignModel.parse({ ...design, ownerships })),
  logs: [...Map.groupBy(logs, ({ source }) => source).values()].flatMap(([log, ...rest]) =>
    log ? [{ ...log, rows: [log, ...rest].flatMap(({ rows }) => rows) }] : [],
  ),
}));

const ownerships = [
  { team: 'red', capability: 'billing', as: 'accountable' },
  { team: 'blue', capability: 'search', as: 'accountable' },
];

/** How the rows of a log come in: in the order of their times, with some that are late, cut into so many parts. */
type Coming = { readonly parts: number; readonly late: readonly number[] };

const coming: fc.Arbitrary<Coming> = fc.record({
  parts: fc.integer({ min: 2, max: 5 }),
  late: fc.oneof(fc.constant([]), fc.array(fc.nat(200), { maxLength: 4 })),
});

/** A time as it is told, so that the order of texts is that of times. */
const moment = (row: readonly string[]): string =>
  (row[place('When')] ?? '').replace(/^(\d\d)\.(\d\d)\.(\d{4})/, '$3-$2-$1').replace('T', ' ');

/** Equal rows come together, because copies in two files cannot be told from an overlap. */
const partsOf = (log: OracleLog, { parts, late }: Coming): OracleLog[] => {
  const groups = [...Map.groupBy(log.rows, (row) => JSON.stringify(row)).values()].sort((a, b) =>
    moment(a[0] ?? []) < moment(b[0] ?? []) ? -1 : 1,
  );
  const behind = new Set(late.map((each) => each % Math.max(1, groups.length)));
  const inTime = groups.map((rows, index) => ({
    rows,
    part: Math.min(parts - 1, Math.floor((index / groups.length) * parts) + (behind.has(index) ? 1 : 0)),
  }));
  return Array.from({ length: parts }, (_, part) => ({
    ...log,
    rows: inTime.filter((each) => each.part === part).flatMap(({ rows }) => rows),
  }));
};

const window = { from: '2024-01-01T00:00:00.000Z', until: '2025-07-01T00:00:00.000Z' };

/** What all readers of the facts say. */
const everything = async (ground: Ground, { designs, calendar }: OracleInput): Promise<Record<string, unknown>> => {
  const { engine, asOf, timeZone } = ground;
  const rows: Record<string, unknown> = {};
  for (const metric of metrics)
    rows[metric.id] = await rowsBehind(ground, metric, { window }, { limit: 10_000, offset: 0 });
  const context = {
    engine,
    designs,
    calendar: WorkingCalendar.parse(calendar),
    timeZone,
    fiscalYearStart: 1,
    planningPeriod: 'quarter' as const,
    window,
    asOf,
    shownTeam: (team: string) => team,
  };
  const broken: Record<string, unknown> = {};
  for (const rule of rules) broken[rule.id] = (await withCases(context, rule, { limit: 7, offset: 0 })).cases;
  const sources = await engine.all<{ id: number; key: string }>(
    sql`select source_id as id, key from source order by key`,
  );
  const profiles: Record<string, unknown> = {};
  for (const { id, key } of sources) {
    profiles[key] = [
      await durationProfile(engine, id),
      await handoffProfile(engine, id, 'team'),
      await handoffProfile(engine, id, 'person'),
      await elapsedShares(engine, id),
      await unmappedNames(engine, id),
    ];
  }
  return {
    asOf,
    figures: await figuresOf(ground),
    rows,
    profiles,
    discovery: await discover(engine),
    conformance: await conform(context),
    broken,
  };
};

/** What stands after some batches of files, facts being brought up to the evidence after each, and how that was done. */
const stateAfter = async (
  input: OracleInput,
  batches: readonly (readonly OracleLog[])[],
  { figures }: Pick<Runs, 'figures'>,
): Promise<{ state: Record<string, unknown>; ways: Built[] }> => {
  const folder = mkdtempSync(join(tmpdir(), 'append-'));
  const engine = await Engine.open(':memory:', { threads: 1, memory: '400MB' });
  try {
    await createSchema(engine);
    const ways: Built[] = [];
    let files = 0;
    let ground: Ground | undefined;
    for (const batch of batches) {
      for (const log of batch) await importLog(engine, folder, log, `file-${files++}.csv`);
      const standing = await stand(engine, input);
      ways.push(standing.built);
      ground = standing.ground;
    }
    const told = ground && figures ? await everything(ground, input) : {};
    return { state: { ...(await factsByKey(engine)), ...told }, ways };
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How often the law is tried, and whether all that reads the facts is compared beside the facts themselves. */
type Runs = fc.Parameters<unknown> & { readonly figures: boolean };

/**
 * A log that comes in parts, its facts brought up to date after each, says what it says when it comes at once.
 *
 * More than `updated` of the parts that are not the first one must have been taken in without making all facts again, where
 * there are enough of them to tell.
 */
export const appendedIsWhole = async (runs: Runs, updated?: number): Promise<void> => {
  const taken: Built[] = [];
  await fc.assert(
    fc.asyncProperty(wholeLogs, fc.array(coming, { minLength: 3, maxLength: 3 }), async (input, ways) => {
      const parts = input.logs.map((log, i) => partsOf(log, ways[i] ?? { parts: 2, late: [] }));
      const most = parts.reduce((length, own) => Math.max(length, own.length), 0);
      const batches = Array.from({ length: most }, (_, part) => parts.flatMap((own) => own.slice(part, part + 1)));
      const appended = await stateAfter(input, batches, runs);
      const whole = await stateAfter(input, [input.logs], runs);
      taken.push(...appended.ways.slice(1));
      expect(appended.state).toEqual(whole.state);
    }),
    runs,
  );
  if (updated === undefined) return;
  const share = taken.filter((way) => way === 'updated').length / taken.length;
  expect(share, `${taken.length} parts were added`).toBeGreaterThan(updated);
};
