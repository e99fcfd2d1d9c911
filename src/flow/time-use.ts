import { exactSum } from '#engine/exact-sum.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import { fewest } from '#metrics/estimates.ts';
import { flowEfficiency } from '#metrics/flow/flow-efficiency.ts';
import { type Ground, read } from '#metrics/read.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { TimeUse } from '#model/flow.ts';
import { TimeClass } from '#model/kinds.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';
import type { LogStages } from './stages.ts';

/** Sums of seconds by what they went into, and of how many items. */
type Sums = { readonly key: string; readonly n: number } & Readonly<Record<TimeClass, number>>;

/**
 * What the time of work goes into, stage by stage in the order of the work; numbers agree with `flow.waiting` by stage.
 *
 * A stage that only other logs know comes after those of the log with most items.
 */
export const timeByStage = async (ground: Ground, looked: Looked, logs: readonly LogStages[]): Promise<TimeUse[]> => {
  const sums = await ground.engine.all<Sums>(await stays(ground, looked));
  const stages = logs.flatMap((log) => log.stages);
  const place = ({ key }: Sums): number => stages.findIndex((stage) => stage.key === key);
  const named = (key: string): string => stages.find((stage) => stage.key === key)?.name ?? key;
  return usesOf(
    sums.toSorted((a, b) => place(a) - place(b)),
    named,
  );
};

/** The same team by team, by the team that has the item at its end; the share of work is `flow.flow-efficiency`. */
export const timeByTeam = async (
  ground: Ground,
  looked: Looked,
  { teams }: Pick<DesignModel, 'teams'>,
): Promise<TimeUse[]> => {
  const found = await ground.engine.all<Sums>(await items(ground, looked));
  const merged = new Map<string, Sums>();
  for (const sums of found) {
    const key = ground.shownTeam(sums.key, looked.window);
    merged.set(key, together(key, merged.get(key), sums));
  }
  const shares = await read(ground, flowEfficiency, { ...looked, by: 'team' });
  const named = (key: string): string => teams.find((team) => team.key === key)?.name ?? key;
  return usesOf([...merged.values()], named)
    .map((use) => {
      const share = shares.find(({ subject }) => subject.team === use.key);
      // Time of unknown kind is in no share of work.
      const bounds = share && use.days.unmapped === 0 ? share : { lower: null, upper: null };
      return { ...use, lower: bounds.lower, upper: bounds.upper };
    })
    .toSorted((a, b) => (b.ofWaiting ?? 0) - (a.ofWaiting ?? 0) || (a.key < b.key ? -1 : 1));
};

const together = (key: string, one: Sums | undefined, other: Sums): Sums => {
  if (!one) return { ...other, key };
  const parts = TimeClass.options.map((kind) => [kind, one[kind] + other[kind]]);
  return { ...one, n: one.n + other.n, ...Object.fromEntries(parts) };
};

const usesOf = (all: readonly Sums[], named: (key: string) => string): TimeUse[] => {
  const total = all.reduce((sum, each) => sum + waitingOf(each), 0);
  return all
    .filter(({ n }) => n > 0)
    .map((sums) => ({
      key: sums.key,
      name: named(sums.key),
      n: sums.n,
      days: meanDays(sums),
      lower: null,
      upper: null,
      ofWaiting: total > 0 && sums.n >= fewest ? waitingOf(sums) / total : null,
    }));
};

const waitingOf = ({ queue, decision, blocked, handoff }: Sums): number => queue + decision + blocked + handoff;

const meanDays = (sums: Sums): TimeUse['days'] => {
  const { active, queue, handoff, decision, blocked, unmapped } = sums;
  const mean = (seconds: number): number | null => (sums.n < fewest ? null : seconds / sums.n / 86_400);
  return {
    active: mean(active),
    queue: mean(queue),
    handoff: mean(handoff),
    decision: mean(decision),
    blocked: mean(blocked),
    unmapped: mean(unmapped),
  };
};

const doneIn = (looked: Looked): Sql => {
  const { from, until } = instantsOf(looked);
  return sql`status = 'done' and ended >= ${from} and ended < ${until} and started is not null`;
};

const summed = (parts: readonly { readonly kind: TimeClass; readonly seconds: Sql }[]): Sql =>
  join(parts.map(({ kind, seconds }) => sql`${exactSum(seconds)} as ${kindColumn[kind]}`));

const kindColumn: Readonly<Record<TimeClass, Sql>> = {
  active: sql`active`,
  queue: sql`queue`,
  handoff: sql`handoff`,
  decision: sql`decision`,
  blocked: sql`blocked`,
  unmapped: sql`unmapped`,
};

const items = async (ground: Ground, looked: Looked): Promise<Sql> => sql`
  select team as key, count(*)::int as n, ${summed([
    { kind: 'active', seconds: sql`flow_active` },
    { kind: 'queue', seconds: sql`flow_queue` },
    { kind: 'handoff', seconds: sql`flow_handoff` },
    { kind: 'decision', seconds: sql`flow_decision` },
    { kind: 'blocked', seconds: sql`flow_blocked` },
    { kind: 'unmapped', seconds: sql`flow_unmapped` },
  ])}
  from item_cut where ${doneIn(looked)} ${await onlyItems(ground, looked)}
  group by team`;

/** Visits from the start of the item on; in stages in which it was over nothing is waited for. */
const stays = async (ground: Ground, looked: Looked): Promise<Sql> => sql`
  with stay as (
    select visit.item_id, entered_stage.key, entered_stage.kind, visit.handoff, visit.blocked,
           visit.elapsed - visit.handoff - visit.blocked as other
    from item_fact as finished
    join visit on visit.item_id = finished.item_id
    join stage as entered_stage on entered_stage.stage_id = visit.stage_id
    where ${doneIn(looked)} and visit.entered >= finished.started ${await onlyItems(ground, looked, sql`finished.item_id`)}
  )
  select key, count(distinct item_id)::int as n, ${summed([
    { kind: 'active', seconds: sql`case when kind = 'active' then other else 0 end` },
    { kind: 'queue', seconds: sql`case when kind in ('new', 'queue') then other else 0 end` },
    { kind: 'handoff', seconds: sql`handoff` },
    { kind: 'decision', seconds: sql`case when kind = 'decision' then other else 0 end` },
    { kind: 'blocked', seconds: sql`blocked` },
    { kind: 'unmapped', seconds: sql`case when kind is null then other else 0 end` },
  ])}
  from stay where kind is null or kind not in ('done', 'cancelled')
  group by key`;
