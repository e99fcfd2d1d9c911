import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { holdings } from '../designed/holdings.ts';
import { objectName, shownTeams, spokenName } from '../ground.ts';

const shortest = 365;

export const ownershipLasts = defineRule({
  id: 'structure.ownership-lasts',
  dimension: 'structure',
  title: 'Ownership lasts',
  says: 'A team stays accountable for an object beyond the projects that change it.',
  test: 'Kaplan–Meier median of the days for which an accountable team held an object, over the dated ownerships of designs in force that held at some time in the window; those still held count with the time so far. Ownerships without a first day are left out. Records that follow one another without a gap are one.',
  unit: 'day',
  breakpoints: {
    asDesigned: 1095,
    worstTolerable: shortest,
    twiceAsBad: 180,
    why: 'Three years outlive a planning cycle and most initiatives; one year is the life of a project, half a year is a reorganisation.',
  },
  needs: {
    record: 'ownership with its first day (as: accountable, from: …)',
    stated: ({ ownerships }) => ownerships.some(({ as, from }) => as === 'accountable' && from !== undefined),
  },
  designed: [shownTeams, holdings],
  measure: { kind: 'survival' },
  underPressure: { never: 'an ownership lasts through tight days and others' },
  rows: (ground, { from, until }) => sql`
    select null::int as item_id, team_id, null::int as capability, null::text as decision_type, object,
           case when observed then until_at else from_at end as counted_at,
           not (observed and days < ${shortest}) as kept, days as amount, observed, holder
    from ${ground.table(holdings)}
    where from_at < ${until} and until_at > ${from}`,
  because: (ground) => sql`
    printf('%s was accountable for %s for %.0f days only', ${spokenName(ground, sql`'team ' || broken.holder`, sql`broken.holder`)},
           ${objectName(ground, sql`broken.object`)}, broken.amount)`,
  details: (ground, { from, until }) =>
    ground.engine.only<Record<string, number | null>>(sql`
      select count(*) filter (where observed)::int as ended, count(*) filter (where not observed)::int as "stillHeld"
      from ${ground.table(holdings)} where from_at < ${until} and until_at > ${from}`),
});
