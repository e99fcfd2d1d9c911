import { bestRegrouping, findCommunities, type Link, modularityOf } from '#discovery/communities.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { teamGroups } from '../designed/team-groups.ts';
import { type Ground, shownTeams, teamName } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

export const boundariesFollowFlow = defineRule({
  id: 'structure.boundaries-follow-flow',
  dimension: 'structure',
  title: 'Team boundaries follow the flow of work',
  says: 'Teams that work on the same things stand together: work passes mostly between teams of one group.',
  test: 'Hand-overs between two teams of one designed group ÷ all hand-overs between teams of the design. A group is a parent with the teams under it. Hand-overs from or to a team that the design does not know lower the coverage. Beside it: the modularity of the designed grouping, the best that Louvain’s method finds, and the move of one team that would remove most hand-overs between groups.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.8,
    worstTolerable: 0.6,
    twiceAsBad: 0.2,
    why: 'Below three in five, more than two hand-overs in five cross a boundary that somebody has to bridge. No outside norm exists.',
  },
  needs: { record: 'team with a parent', stated: ({ teams }) => teams.some(({ parent }) => parent !== undefined) },
  lacking: 'no hand-over in the window is between two teams of the design',
  designed: [shownTeams, teamGroups],
  measure: { kind: 'share' },
  underPressure: { by: 'the day of the hand-over, and the team that hands over' },
  rows: (ground, span) => handOvers(ground, span),
  because: (ground) => sql`
    printf('handed from %s (%s) to %s (%s)', ${teamName(ground, sql`broken.from_team`)}, broken.giver,
           ${teamName(ground, sql`broken.to_team`)}, broken.receiver)`,
  details: async (ground, span) => {
    const links = await linksOf(ground, span);
    const grouping = await groupingOf(ground, span);
    const teams = [...grouping.keys()];
    const move = bestRegrouping(links, grouping);
    return {
      modularityDesigned: modularityOf(teams, links, grouping),
      modularityBest: findCommunities(teams, links).modularity,
      regroupTeam: move?.team ?? null,
      regroupFrom: move ? String(move.from) : null,
      regroupTo: move ? String(move.to) : null,
      regroupRemoves: move?.removes ?? null,
    };
  },
});

const handOvers = (ground: Ground, { from, until }: Span): Sql => sql`
    select handoff.item_id, handoff.to_team as team_id, null::int as capability, null::text as decision_type,
           null::text as object, happened as counted_at, giver."group" = receiver."group" as kept,
           from_team, to_team, giver.shown as giver, receiver.shown as receiver,
           ${pressed(ground, sql`from_team`, sql`happened`)} as pressed
    from handoff
    left join ${ground.table(teamGroups)} as giver
      on giver.team_id = from_team and happened >= giver.from_at and happened < giver.until_at
    left join ${ground.table(teamGroups)} as receiver
      on receiver.team_id = to_team and happened >= receiver.from_at and happened < receiver.until_at
    where happened >= ${from} and happened < ${until}`;

/** Hand-overs between teams of the design, both ways together, under the names that may be shown. */
const linksOf = (ground: Ground, span: Span): Promise<Link[]> =>
  ground.engine.all(sql`
    select least(giver.team, receiver.team) as a, greatest(giver.team, receiver.team) as b, sum(n)::double as weight
    from (select from_team, to_team, count(*) as n from (${handOvers(ground, span)})
          where kept is not null group by from_team, to_team)
    join ${ground.table(shownTeams)} as giver on giver.team_id = from_team
    join ${ground.table(shownTeams)} as receiver on receiver.team_id = to_team
    group by 1, 2 order by 1, 2`);

/** The groups at the end of the span; those before are not told apart here. */
const groupingOf = async (ground: Ground, { until }: Span): Promise<Map<string, string>> => {
  const rows = await ground.engine.all<{ team: string; group: string }>(sql`
    select shown.team, min(shown_group.shown) as "group"
    from ${ground.table(teamGroups)} as shown_group
    join ${ground.table(shownTeams)} as shown using (team_id)
    where ${until - 1}::double >= from_at and ${until - 1}::double < until_at
    group by shown.team order by shown.team`);
  return new Map(rows.map(({ team, group }) => [team, group]));
};
