import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import type { DiscoveredOwner, DiscoveredShare } from '#model/discovery.ts';
import { effectiveNumber } from '#model/statistics/entropy.ts';
import { ratioInterval } from '#model/statistics/ratio-estimator.ts';
import { wilson } from '#model/statistics/wilson.ts';
import { shareOf } from './share.ts';
import type { TeamLabels } from './shown-teams.ts';

type By = DiscoveredOwner['by'];

/**
 * What one team did on one subject; `label` is null for work that no team had. `n` and `xx` are the subject's: the items
 * that a team worked on, and Σx².
 */
type PartRow = {
  readonly of: DiscoveredOwner['of'];
  readonly key: string;
  readonly mapped: boolean;
  readonly label: number | null;
  readonly items: number;
  readonly amount: number;
  /** Σy² and Σxy over items, y being this team's part and x that of all teams, in whole seconds. */
  readonly yy: number;
  readonly xy: number;
  readonly n: number;
  readonly xx: number;
};

const fewestItems = 5;
const daySeconds = 86_400;
const microseconds = 1e6;

/**
 * Which team does the work on each capability, and on each item type in logs that know no capabilities.
 *
 * What is shared out is time in active stages; a subject that never was in one is judged by the teams that ended its
 * items. Items without capability in a log that has some stand under (none).
 */
export const discoverOwners = async (engine: Engine, labels: TeamLabels): Promise<DiscoveredOwner[]> => {
  const active = await owners(engine, labels, 'active-time', activeTime);
  const known = new Set(active.map(subjectOf));
  const ended = await owners(engine, labels, 'items-ended', itemsEnded);
  return [...active, ...ended.filter((owner) => !known.has(subjectOf(owner)))].sort(
    (a, b) => compare(a.of, b.of) || compare(a.key, b.key),
  );
};

/** Amounts: microsecondss in active stages, neither blocked nor waiting for the receiver's first action. */
const activeTime = sql`
  select item_id, team_id, round((elapsed - blocked - handoff) * 1e6)::bigint as amount
  from visit join stage using (stage_id) where kind = 'active' and elapsed > blocked + handoff`;

const itemsEnded = sql`select item_id, team_id, 1::bigint as amount from item_fact where status <> 'open'`;

/** What each item is work on: a capability, or its type in logs without capabilities. */
const subjects = sql`
  select item_id, case when knows then 'capability' else 'item-type' end as "of", coalesce(key, '(none)') as key,
         coalesce(mapped, false) as mapped
  from item_fact
  join (select source_id, bool_or(capability is not null) as knows from item_fact group by all) using (source_id)
  left join (select value_id, key, mapped from raw_value where role in ('capability', 'type'))
    on value_id = case when knows then capability else type end`;

const owners = async (
  engine: Engine,
  { names, relation }: TeamLabels,
  by: By,
  work: Sql,
): Promise<DiscoveredOwner[]> => {
  const rows = await engine.all<PartRow>(sql`
    with part as materialized (
      select "of", key, mapped, label, item_id, sum(amount)::bigint as amount
      from (${work})
      join (${subjects}) using (item_id)
      left join ${relation} as shown using (team_id)
      group by all),
    whole as materialized (
      select "of", key, item_id, sum(amount // 1000000) as x from part where label is not null group by all),
    subject as (select "of", key, count(*)::int as n, sum(x * x)::double as xx from whole group by all)
    select "of", key, bool_and(mapped) as mapped, label, count(*)::int as items, sum(amount)::double as amount,
           sum((amount // 1000000)::hugeint * (amount // 1000000))::double as yy, sum(x * (amount // 1000000))::double as xy,
           coalesce(any_value(n), 0) as n, coalesce(any_value(xx), 0) as xx
    from part
    left join whole using ("of", key, item_id)
    left join subject using ("of", key)
    group by "of", key, label order by all`);
  return grouped(rows).map((own) => ownerOf(own, by, names));
};

const grouped = (rows: readonly PartRow[]): PartRow[][] => {
  const groups = new Map<string, PartRow[]>();
  for (const row of rows) groups.set(subjectOf(row), [...(groups.get(subjectOf(row)) ?? []), row]);
  return [...groups.values()];
};

const ownerOf = (rows: readonly PartRow[], by: By, names: readonly string[]): DiscoveredOwner => {
  const known = rows.filter(({ label }) => label !== null);
  const [total, all] = [sum(known), sum(rows)];
  const unit = by === 'active-time' ? microseconds * daySeconds : 1;
  const teams = known
    .map((row) => ({
      team: names[row.label ?? 0] ?? '',
      items: row.items,
      amount: row.amount / unit,
      share: by === 'active-time' ? shareOfTime(row, total) : shareOf(row.items, row.n),
    }))
    .sort((a, b) => b.amount - a.amount || compare(a.team, b.team));
  const items = rows[0]?.n ?? 0;
  const enough = items >= fewestItems;
  return {
    of: rows[0]?.of ?? 'capability',
    key: rows[0]?.key ?? '',
    mapped: rows.every(({ mapped }) => mapped),
    by,
    items,
    amount: total / unit,
    covered: all === 0 ? null : total / all,
    owner: enough ? (teams[0]?.team ?? null) : null,
    runnerUp: enough ? (teams[1]?.team ?? null) : null,
    effectiveTeams: enough ? effectiveNumber(teams.map(({ amount }) => amount)) : null,
    ...(enough ? {} : { missing: `not enough data: ${items} of at least ${fewestItems} items` }),
    teams,
  };
};

/**
 * A team's share of the time: a ratio of sums over items. When one team has all of it the items do not differ and the
 * interval would have no width; the score interval of as many items then says how little few items prove.
 */
const shareOfTime = ({ amount, yy, xy, n, xx }: PartRow, total: number): DiscoveredShare => {
  const value = amount / total;
  if (amount === total) return { value, ...wilson(n, n), n };
  const sums = { n, sumX: total / microseconds, sumY: amount / microseconds, sumXX: xx, sumYY: yy, sumXY: xy };
  const ratio = ratioInterval(sums);
  if (ratio === null) return { value, lower: null, upper: null, n };
  return { value, lower: Math.max(0, ratio.lower), upper: Math.min(1, ratio.upper), n };
};

const sum = (rows: readonly PartRow[]): number => rows.reduce((all, { amount }) => all + amount, 0);

const subjectOf = ({ of, key }: { readonly of: string; readonly key: string }): string => JSON.stringify([of, key]);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
