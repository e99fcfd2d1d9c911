import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { fewest } from '../measure.ts';

export const appliedEvenly = defineRule({
  id: 'governance.applied-evenly',
  dimension: 'governance',
  title: 'Applied evenly',
  says: 'The same type of decision takes the same path, whoever asks.',
  test: 'For each type of decision, the exponential of the entropy of the paths taken (kinds of step with their levels, in order): 1 when all take one path, 2 when two paths are taken equally often. The mean over types, weighted by decisions made in the window. Types with fewer than five decisions, and decisions without a type, lower the coverage.',
  unit: 'path',
  breakpoints: {
    asDesigned: 2,
    worstTolerable: 5,
    twiceAsBad: 10,
    why: 'A usual path and an escalated one make two; with five equally usual ones nobody can say in advance where a matter goes. No outside norm exists.',
  },
  needs: { record: 'decision right', stated: ({ decisionRights }) => decisionRights.length > 0 },
  lacking: `no type of decision was decided ${fewest} times in the window`,
  designed: [],
  measure: { kind: 'effective-number' },
  underPressure: {
    never: 'of fewer decisions fewer paths are seen, so two sides of different size cannot be compared',
  },
  rows: (_, { from, until }) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, type as decision_type,
           coalesce(type, 'without a type') as object, counted_at, path as part, cases::double as amount, cases,
           case when type is not null and sum(cases) over of_type >= ${fewest}
                then row_number() over (partition by type order by cases desc, path) = 1 end as kept,
           sum(cases) over of_type as of_type
    from (
      select type, path, count(*) as cases, max(decided) as counted_at
      from decision_fact where decided >= ${from} and decided < ${until}
      group by type, path
    )
    window of_type as (partition by type)`,
  because: () => sql`printf('%d of %d took another path than most: %s', broken.cases, broken.of_type, broken.part)`,
});
