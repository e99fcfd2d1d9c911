import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DiscoveredHandover, DiscoveredTeam, Discovery } from '#model/discovery.ts';
import type { Link } from './communities.ts';
import { shareOf } from './share.ts';
import type { TeamLabels } from './shown-teams.ts';

type PairRow = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly items: number;
  readonly answered: number;
  readonly mean: number | null;
  readonly median: number | null;
};

const daySeconds = 86_400;

/**
 * Who hands work to whom, and how long it then waits, most frequent first.
 *
 * A team shown under the name of another is counted there; hand-overs among teams of one name stay, from it to itself.
 */
export const discoverHandovers = async (
  engine: Engine,
  { relation, names }: TeamLabels,
  medians: boolean,
): Promise<Discovery['handovers']> => {
  const rows = await engine.all<PairRow>(sql`
    with shown as materialized ${relation}
    select giver.label as "from", taker.label as "to", count(*)::int as count, count(distinct item_id)::int as items,
           count(*) filter (where answered)::int as answered,
           sum(round(waited * 1e6)::bigint) filter (where answered)::double / 1e6
             / nullif(count(*) filter (where answered), 0) as mean,
           ${medians ? sql`median(waited) filter (where answered)` : sql`null::double`} as median
    from handoff
    join shown as giver on giver.team_id = from_team
    join shown as taker on taker.team_id = to_team
    group by all`);
  const total = await engine.one<{ count: number; items: number }>(
    sql`select count(*)::int as count, count(distinct item_id)::int as items from handoff`,
  );
  const pairs = rows
    .map((row) => pairOf(row, names))
    .sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
  return { count: total?.count ?? 0, items: total?.items ?? 0, pairs };
};

const pairOf = ({ from, to, count, items, answered, mean, median }: PairRow, names: readonly string[]) =>
  ({
    from: names[from] ?? '',
    to: names[to] ?? '',
    count,
    items,
    answered: shareOf(answered, count),
    meanWaitDays: mean === null ? null : mean / daySeconds,
    medianWaitDays: median === null ? null : median / daySeconds,
  }) satisfies DiscoveredHandover;

/** Every team of the evidence with what it had, gave and got, in the order of the names. */
export const discoverTeams = async (
  engine: Engine,
  { relation, names, teams }: TeamLabels,
  shown: (team: string) => string,
  { pairs }: Discovery['handovers'],
): Promise<DiscoveredTeam[]> => {
  const rows = await engine.all<{ label: number; items: number }>(sql`
    select label, count(*)::int as items
    from (select distinct label, item_id from visit join ${relation} as shown using (team_id)) group by all`);
  const items = new Map(rows.map((row) => [names[row.label], row.items]));
  const sum = (of: readonly DiscoveredHandover[]): number => of.reduce((all, { count }) => all + count, 0);
  return names.map((team) => {
    const own = teams.filter(({ key }) => shown(key) === team);
    return {
      team,
      teams: own.length,
      mapped: own.every(({ mapped }) => mapped),
      items: items.get(team) ?? 0,
      gave: sum(pairs.filter(({ from }) => from === team)),
      received: sum(pairs.filter(({ to }) => to === team)),
    };
  });
};

/** How much work passed between each two teams, whichever way, under their own names: for finding groups, not for showing. */
export const handoverLinks = (engine: Engine): Promise<Link[]> =>
  engine.all<Link>(sql`
    with pair as (select from_team, to_team, count(*) as count from handoff group by all)
    select least(giver.key, taker.key) as a, greatest(giver.key, taker.key) as b, sum(count)::int as weight
    from pair join team as giver on giver.team_id = from_team join team as taker on taker.team_id = to_team
    group by all order by all`);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
