import { teamLabels } from '#discovery/shown-teams.ts';
import { sql } from '#engine/sql.ts';
import type { Ground } from '#metrics/read.ts';
import type { HandOff } from '#model/flow.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';

/**
 * What teams handed to each other in the window, most frequent first.
 *
 * A team that is shown under the name of another is counted there; hand-offs among teams of one name stay, from it to
 * itself. Of all the evidence these are the hand-offs that the discovery finds.
 */
export const handOffs = async (ground: Ground, looked: Looked): Promise<HandOff[]> => {
  const { from, until } = instantsOf(looked);
  const { labels, names } = await teamLabels(ground.engine, (team) => ground.shownTeam(team, looked.window));
  const rows = await ground.engine.all<Record<'giver' | 'taker' | 'count' | 'items' | 'answered', number> & Wait>(sql`
    with label as (
      select generate_subscripts(list, 1) - 1 as team_id, unnest(list) as place
      from (select ${JSON.stringify([...labels])}::int[] as list)
    )
    select giver.place as giver, taker.place as taker, count(*)::int as count, count(distinct item_id)::int as items,
           count(*) filter (where answered)::int as answered, median(waited) filter (where answered) / 86400 as wait
    from handoff join label as giver on giver.team_id = from_team join label as taker on taker.team_id = to_team
    where happened >= ${from} and happened < ${until} ${await onlyItems(ground, looked)}
    group by all order by count desc, giver, taker`);
  return rows.map(({ giver, taker, count, items, answered, wait }) => ({
    from: names[giver] ?? '',
    to: names[taker] ?? '',
    count,
    items,
    answered,
    medianWaitDays: wait,
  }));
};

type Wait = { readonly wait: number | null };
