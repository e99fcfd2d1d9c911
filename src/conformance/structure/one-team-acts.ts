import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { ownedTimes } from '../designed/owners.ts';
import { statesOwners } from '../designed/stated.ts';
import { objectName, shownTeams, teamName } from '../ground.ts';
import { fewest } from '../measure.ts';
import { ownedWork, ownedWorkTable } from '../owned-work.ts';

export const oneTeamActs = defineRule({
  id: 'structure.one-team-acts',
  dimension: 'structure',
  title: 'One team acts for one object',
  says: 'Exactly one team is accountable for a capability or initiative, so that nobody has to ask whose it is.',
  test: "For each object with an accountable team, the exponential of the entropy of the acting teams' shares of active time: 1 when one team does all, 2 when two teams do half each. The mean over objects, weighted by their active time. Objects with fewer than five visits to active stages lower the coverage, as does work by no team or on an object without an owner.",
  unit: 'team',
  breakpoints: {
    asDesigned: 1.2,
    worstTolerable: 2,
    twiceAsBad: 3,
    why: '1.2 is one team with 4% of the work done by another; 2 is two teams of equal weight, where nobody is in charge.',
  },
  needs: { record: 'ownership of a capability or initiative (as: accountable)', stated: statesOwners },
  lacking: `no object with an accountable team has ${fewest} visits of known teams to active stages`,
  designed: [shownTeams, ownedTimes],
  prepared: [ownedWorkTable],
  measure: { kind: 'effective-number' },
  underPressure: { never: 'of fewer visits fewer teams are seen, so two sides of different size cannot be compared' },
  rows: (ground, span) => sql`
    select null::int as item_id, team_id, null::int as capability, null::text as decision_type,
           coalesce(object, 'without an owner') as object, counted_at,
           case when object is not null and team_id is not null and of_object >= ${fewest} then amount = greatest end as kept,
           coalesce(team_id, -1)::text as part, amount, cases, amount / nullif(whole, 0) as share
    from (
      select *, max(amount) over objects as greatest, ${exactSum(sql`amount`, sql`over objects`)} as whole, sum(cases) over objects as of_object
      from (
        select object, team_id, ${exactSum(sql`amount`)} as amount, count(*) as cases, max(entered) as counted_at
        from (${ownedWork(ground, span)}) group by object, team_id
      )
      window objects as (partition by object)
    )`,
  because: (ground) => sql`
    printf('%s did %.0f%% of the active time on %s', ${teamName(ground, sql`broken.team_id`)}, 100 * broken.share,
           ${objectName(ground, sql`broken.object`)})`,
  details: async (ground, span) => {
    const rows = await ground.engine.all<{ object: string; number: number; teams: number; days: number }>(sql`
      select object, exp(-sum(p * ln(p) order by p)) as number, count(*)::int as teams, ${exactSum(sql`amount`)} / 86400 as days
      from (
        select object, amount, amount / ${exactSum(sql`amount`, sql`over (partition by object)`)} as p
        from (
          select object, team_id, ${exactSum(sql`amount`)} as amount from (${ownedWork(ground, span)})
          where object is not null and team_id is not null group by object, team_id
        )
      )
      group by object having count(*) > 1 order by number desc, object limit 20`);
    return {
      worst: rows[0]?.number ?? null,
      worstObject: rows[0]?.object ?? null,
      objects: {
        columns: ['object', 'effective teams', 'teams', 'active days'],
        rows: rows.map(({ object, number, teams, days }) => [object, number, teams, days]),
      },
    };
  },
});
