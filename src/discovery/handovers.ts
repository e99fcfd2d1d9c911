import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import type { DiscoveredHandover, DiscoveredTeam, Discovery } from '#model/discovery.ts';
import type { Link } from './communities.ts';
import { shareOf } from './share.ts';
import type { TeamLabels } from './shown-teams.ts';

const daySeconds = 86_400;
const none = new Float64Array();

/**
 * Who hands work to whom, and how long it then waits, most frequent first.
 *
 * A team shown under the name of another is counted there; hand-overs among teams of one name stay, from it to itself.
 */
export const discoverHandovers = async (
  engine: Engine,
  { labels, names }: TeamLabels,
  medians: boolean,
): Promise<Discovery['handovers']> => {
  let columns: readonly Float64Array[] = [];
  const rows = await engine.numbers(pairsOf(labels, medians), (length) => {
    columns = Array.from({ length: 8 }, () => new Float64Array(length));
    return columns;
  });
  const [
    from = none,
    to = none,
    counts = none,
    items = none,
    firsts = none,
    answers = none,
    waits = none,
    middles = none,
  ] = columns;
  const pairs = Array.from({ length: rows }, (_, row): DiscoveredHandover => {
    const [count = 0, answered = 0, waited = 0, middle = Number.NaN] = [
      counts[row],
      answers[row],
      waits[row],
      middles[row],
    ];
    return {
      from: names[from[row] ?? -1] ?? '',
      to: names[to[row] ?? -1] ?? '',
      count,
      items: items[row] ?? 0,
      answered: shareOf(answered, count),
      meanWaitDays: answered === 0 ? null : waited / 1e6 / answered / daySeconds,
      medianWaitDays: Number.isNaN(middle) ? null : middle / daySeconds,
    };
  });
  return { count: total(counts), items: total(firsts), pairs };
};

/**
 * One row for each two names: how often, by how many items and how many of these for the first time, and the waits.
 *
 * Waits are added as whole microseconds, so that the order of adding does not tell. The items of a pair are its rows less
 * those that an item had before: that takes a team the item came back to, or two teams of one name, and only such rows
 * are looked at item by item, which on millions of them is most of the cost.
 */
const pairsOf = (labels: Int32Array, medians: boolean): Sql => sql`
  with label as (
    select generate_subscripts(list, 1) - 1 as team_id, unnest(list) as place
    from (select ${JSON.stringify([...labels])}::int[] as list)
  ),
  shown as (select *, count(*) over (partition by place) > 1 as shared from label),
  counted as (
    select from_team, to_team, count(*) as count, count(*) filter (where handoff_no = 0) as firsts,
           count(*) filter (where answered) as answered,
           sum(round(waited * 1e6)::bigint) filter (where answered) as waited
    from handoff group by all
  ),
  pair as (
    select giver.place as "from", taker.place as "to", sum(count) as count, sum(firsts) as firsts,
           sum(answered) as answered, coalesce(sum(waited), 0) as waited
    from counted join shown as giver on giver.team_id = from_team join shown as taker on taker.team_id = to_team
    group by all
  ),
  again as (
    select "from", "to", sum(times - 1) as again
    from (
      select item_id, giver.place as "from", taker.place as "to", count(*) as times
      from handoff join shown as giver on giver.team_id = from_team join shown as taker on taker.team_id = to_team
      where giver.shared or taker.shared or item_id in (select item_id from item_fact where any_return)
      group by all
    )
    group by all
  ),
  middle as (
    select giver.place as "from", taker.place as "to", median(waited) as median
    from handoff join shown as giver on giver.team_id = from_team join shown as taker on taker.team_id = to_team
    where ${medians} and answered
    group by all
  )
  select "from"::double, "to"::double, count::double, (count - coalesce(again, 0))::double, firsts::double,
         answered::double, waited::double, coalesce(median, 'nan'::double)
  from pair left join again using ("from", "to") left join middle using ("from", "to")
  order by count desc, "from", "to"`;

const total = (counts: Float64Array): number => counts.reduce((all, count) => all + count, 0);

/** Every team of the evidence with what it had, gave and got, in the order of the names. */
export const discoverTeams = (
  { names, teams }: TeamLabels,
  items: Float64Array,
  { pairs }: Discovery['handovers'],
): DiscoveredTeam[] => {
  const sum = (of: readonly DiscoveredHandover[]): number => of.reduce((all, { count }) => all + count, 0);
  return names.map((team, label) => {
    const own = teams.filter(({ name }) => name === team);
    return {
      team,
      teams: own.length,
      mapped: own.every(({ mapped }) => mapped),
      items: items[label] ?? 0,
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
