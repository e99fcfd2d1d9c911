import { conform } from '#conformance/conform.ts';
import { allowedTransitions } from '#conformance/delivery/allowed-transitions.ts';
import { flowOf } from '#discovery/flow-map.ts';
import { discoverHandovers } from '#discovery/handovers.ts';
import { readPassages } from '#discovery/passages.ts';
import { teamLabels } from '#discovery/shown-teams.ts';
import { discoverStages } from '#discovery/stages.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { flowTime } from '#metrics/flow/flow-time.ts';
import { wip } from '#metrics/flow/wip.ts';
import { metrics } from '#metrics/index.ts';
import { type Ground, read } from '#metrics/read.ts';
import { randomSource } from '#model/statistics/random.ts';
import { calendar, design } from './organisation.ts';
import { median, Stopwatch, type Taken } from './stopwatch.ts';

const runs = 5;

const window = { from: '2023-01-01T00:00:00.000Z', until: '2025-07-01T00:00:00.000Z' };

const shownTeam = (team: string): string => team;

const questions: Readonly<Record<string, (ground: Ground) => Promise<unknown>>> = {
  'flow map with waits': async ({ engine }) => {
    const passages = await readPassages(engine, false);
    const sources = await discoverStages(engine, passages);
    return sources.map((source) => flowOf(source, passages.passages, 0.8));
  },
  'hand-over matrix': async ({ engine }) => discoverHandovers(engine, await teamLabels(engine, shownTeam), false),
  'per-item statistics': ({ engine }) =>
    engine.one(sql`
      select count(*)::double as items, avg(events) as events, avg(handoffs) as handoffs, avg(stage_moves) as moves,
             avg(ping_pong::int) as ping_pong, avg(any_return::int) as any_return, avg(rework::int) as rework,
             avg(person_handoffs) as person_handoffs, avg(reopened) as reopened, avg(interruptions) as interruptions
      from item_fact`),
  'flow-time percentiles by team and month': async (ground) => {
    await read(ground, flowTime, { window, by: 'team', eachPeriod: true });
  },
  'work in progress by day': (ground) => read(ground, wip, { window }),
  'conformance of moves': ({ engine, asOf }) =>
    conform(
      {
        engine,
        designs: [design],
        calendar,
        timeZone: calendar.timeZone,
        fiscalYearStart: 1,
        planningPeriod: 'quarter',
        window,
        asOf,
        shownTeam,
      },
      [allowedTransitions],
    ),
};

const groundOf = (engine: Engine): Ground => {
  const { timeZone } = calendar;
  const asOf = Date.parse(window.until);
  return { engine, timeZone, fiscalYearStart: 1, currency: 'EUR', periods: 'month', asOf, shownTeam };
};

/** Reads every figure of the whole window once, as it is read first. */
export const readAll = async (engine: Engine): Promise<void> => {
  for (const metric of metrics) await read(groundOf(engine), metric, { window });
};

/** The scopes through which random filters look, with the statement of their names. */
const filters = {
  team: sql`select key from team order by key`,
  'item-type': sql`select distinct item_type as key from item_cut order by key`,
  capability: sql`select distinct capability_key as key from item_cut order by key`,
} as const;

const filtersEach = 5;

/**
 * Asks each figure of flow that logs feed through five filters that were not asked before, drawn by the seed, and answers
 * the slowest of the five.
 */
export const askFiltered = async (engine: Engine, seed: number): Promise<Taken[]> => {
  const ground = groundOf(engine);
  const below = randomSource(seed);
  const scopes = Object.keys(filters) as (keyof typeof filters)[];
  const asked: Taken[] = [];
  for (const metric of metrics.filter(({ id, fedBy }) => id.startsWith('flow.') && fedBy === undefined)) {
    const watch = new Stopwatch();
    for (let turn = 0; turn < filtersEach; turn++) {
      const scope = scopes[(asked.length + turn) % scopes.length] ?? 'team';
      if (!metric.scopes.includes(scope)) continue;
      const names = await engine.all<{ key: string }>(filters[scope]);
      const key = names[below(names.length)]?.key ?? '';
      await watch.time(`${metric.code} ${metric.title}`, () => read(ground, metric, { window, where: { scope, key } }));
    }
    const slowest = watch.taken.toSorted((a, b) => b.seconds - a.seconds)[0];
    if (slowest) asked.push(slowest);
  }
  return asked;
};

/** Asks each question six times on facts that are built and answers the medians; the first answer warms up only. */
export const askAll = async (engine: Engine): Promise<Taken[]> => {
  const ground = groundOf(engine);
  const asked: Taken[] = [];
  for (const [step, ask] of Object.entries(questions)) {
    const watch = new Stopwatch();
    for (let run = 0; run <= runs; run++) await watch.time(step, () => ask(ground));
    const counted = watch.taken.slice(1);
    const seconds = median(counted.map((taken) => taken.seconds));
    asked.push({ step, seconds, cpuSeconds: median(counted.map((taken) => taken.cpuSeconds)) });
  }
  return asked;
};
