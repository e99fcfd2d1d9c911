import type { ConformanceContext } from '#conformance/context.ts';
import { trendPeriods } from '#conformance/trend-periods.ts';
import type { Engine } from '#engine/engine.ts';
import { exactSum } from '#engine/exact-sum.ts';
import { join, sql } from '#engine/sql.ts';
import { figureCalled } from '#metrics/companion.ts';
import { metrics } from '#metrics/index.ts';
import { type Ground, read } from '#metrics/read.ts';
import { dayOf } from '#model/day.ts';
import type { DecisionRight } from '#model/decision-right.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Reading } from '#model/reading.ts';
import { recallNothing } from '#model/recall.ts';
import { recordNames } from '#model/record-names.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { Evidence, Queue } from '#signs/define.ts';
import { signs } from '#signs/index.ts';

/** All that signs may look at; `known` are readings of the whole window that need not be read again. */
export const signEvidence = async (
  ground: Ground,
  context: ConformanceContext,
  rules: readonly RuleResult[],
  known: readonly Reading[],
): Promise<Evidence> => {
  const { engine, window, asOf, timeZone, designs } = context;
  const last = Math.min(asOf, Date.parse(window.until) - 1);
  const design = modelInForce(designs, last, timeZone);
  const deciders = design.decisionRights.map(deciderOf);
  const span = { from: Date.parse(window.from), until: Date.parse(window.until), asOf };
  const { recall = recallNothing } = context;
  const named = JSON.stringify([window, asOf, deciders]);
  const [figures, queue, older, layers] = await Promise.all([
    figuresOf(ground, window, known),
    recall(`longest queue ${named}`, () => longestQueue(engine, deciders, span)),
    recall(`usually older ${named}`, () => usualOlder(engine, span)),
    layersOfPeriods(ground, context),
  ]);
  return {
    figures,
    rules,
    design,
    names: recordNames(designs),
    day: dayOf(new Date(last).toISOString(), timeZone),
    window,
    queue,
    usualOlder: older,
    layers,
    signals: new Map(metrics.map(({ id, signal }) => [id, signal])),
  };
};

/** The metrics, and companions of them, that some sign reads. */
const wanted = [
  ...new Set([
    ...signs.flatMap(({ rules }) => rules.flatMap(({ basis }) => (basis.kind === 'figure' ? [basis.metric] : []))),
    'flow.wip-age/olderThanP85',
  ]),
];

const figuresOf = async (ground: Ground, window: Reading['window'], known: readonly Reading[]): Promise<Reading[]> => {
  const readings = await Promise.all(
    wanted.map(async (id) => known.find(({ metric }) => metric === id) ?? readOne(ground, id, window)),
  );
  return readings.filter((reading) => reading !== undefined);
};

const readOne = async (ground: Ground, id: string, window: Reading['window']): Promise<Reading | undefined> => {
  const metric = figureCalled(id);
  if (!metric) throw new Error(`${id} is no figure`);
  const [reading] = await read(ground, metric, { window });
  return reading;
};

const deciderOf = ({ decider }: DecisionRight): string => ('role' in decider ? decider.role : decider.forum);

type Span = { readonly from: number; readonly until: number; readonly asOf: number };

const dayMs = 86_400_000;

/**
 * The decider of some with most decisions open at the end of the window; the first by name of several.
 *
 * Nobody waits for a decision on an item that is over, such as a proposal that was withdrawn.
 */
export const longestQueue = async (
  engine: Engine,
  deciders: readonly string[],
  { from, until, asOf }: Span,
): Promise<Queue | null> => {
  if (deciders.length === 0) return null;
  const end = Math.min(until, asOf);
  const isOpen = sql`(decided >= ${until} or (decided is null and not coalesce(ended >= raised and ended < ${until}, false)))`;
  const isDecided = sql`decided >= ${from} and decided < ${until}`;
  const found = await engine.one<Omit<Queue, 'days'> & { first: number }>(sql`
    select decider, count(*) filter (where ${isOpen})::int as open, count(*) filter (where ${isDecided})::int as decided,
           median(within_seconds) / 86400 as target, min(raised) as first
    from decision_fact left join (select item_id, ended from item_fact) using (item_id)
    where decider in (${join(deciders.map((decider) => sql`${decider}`))}) and raised < ${until} and (${isOpen} or (${isDecided}))
    group by decider order by open desc, decider limit 1`);
  if (!found) return null;
  const { first, ...queue } = found;
  return { ...queue, days: Math.max(0, end - Math.max(from, first)) / dayMs };
};

/**
 * How much of the work in progress is older than 85 % of the items done in the window took, if work goes on as it did.
 *
 * An item is met in progress in proportion to how long it takes, so it is their time beyond that age ÷ all their time.
 */
export const usualOlder = async (engine: Engine, { from, until }: Span): Promise<number | null> => {
  const found = await engine.one<{ share: number | null }>(sql`
    with done as (
      select flow_elapsed as took from item_fact
      where status = 'done' and ended >= ${from} and ended < ${until} and flow_elapsed is not null
    )
    select ${exactSum(sql`greatest(took - usual, 0)`)} / nullif(${exactSum(sql`took`)}, 0) as share
    from done cross join (select quantile_cont(took, 0.85) as usual, count(*) as n from done) where n >= 5`);
  return found?.share ?? null;
};

const layersOfPeriods = async (ground: Ground, context: ConformanceContext): Promise<Reading[]> => {
  const metric = figureCalled('decision.layers');
  if (!metric) return [];
  const readings = trendPeriods(context).map(async ({ key, from, until }) => {
    const window = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
    const [reading] = await read(ground, metric, { window });
    return reading ? [{ ...reading, subject: { period: key } }] : [];
  });
  return (await Promise.all(readings)).flat();
};
