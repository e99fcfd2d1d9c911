import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { ownedTimes, owningTeams } from '../designed/owners.ts';
import { statesOwners } from '../designed/stated.ts';
import { objectName, shownTeams, spokenName, teamName } from '../ground.ts';
import { daysText } from '../lengths.ts';
import { ownedWork, ownedWorkTable } from '../owned-work.ts';
import { pressed } from '../pressure/pressed-days.ts';

export const workByOwner = defineRule({
  id: 'structure.work-by-owner',
  dimension: 'structure',
  title: 'Work is done by its accountable team',
  says: 'Each capability or initiative has one accountable team, and that team does the work on it.',
  test: "Σ active time by the accountable team (or a team below it) ÷ Σ active time on objects that had one. A visit to an active stage counts in the window in which it was entered and is held against the owner of that day; time until a receiver's first action and blocked time are no active time. An item's capability comes first, its initiative where the capability has no owner. Work on objects without an owner, or by no team, lowers the coverage.",
  unit: 'share',
  breakpoints: {
    asDesigned: 0.95,
    worstTolerable: 0.8,
    twiceAsBad: 0.6,
    why: 'One hour in twenty is cover for absence; from one in five on, work is planned by two teams. No outside norm exists.',
  },
  needs: { record: 'ownership of a capability or initiative (as: accountable)', stated: statesOwners },
  lacking: 'no work in the window was by a known team and on an object with an accountable team',
  designed: [shownTeams, ownedTimes, owningTeams],
  prepared: [ownedWorkTable],
  measure: { kind: 'ratio' },
  underPressure: { by: 'the day on which the stage was entered, and the team that works' },
  rows: (ground, span) => sql`
    select item_id, work.team_id, capability, null::text as decision_type, object, entered as counted_at,
           case when work.owned_no is not null and work.team_id is not null then own.owned_no is not null end as kept,
           amount, case when own.owned_no is not null then amount else 0 end as kept_amount, owner,
           ${pressed(ground, sql`work.team_id`, sql`entered`, sql`entered_day`)} as pressed
    from (${ownedWork(ground, span)}) as work
    left join ${ground.table(owningTeams)} as own on own.owned_no = work.owned_no and own.team_id = work.team_id`,
  because: (ground) => sql`
    printf('%s of work by %s on %s, for which %s is accountable',
           ${daysText(sql`broken.amount`)}, ${teamName(ground, sql`broken.team_id`)}, ${objectName(ground, sql`broken.object`)},
           ${spokenName(ground, sql`'team ' || broken.owner`, sql`broken.owner`)})`,
});
