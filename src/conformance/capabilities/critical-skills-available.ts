import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { criticalSkills, demandedOf } from '../designed/critical-skills.ts';
import type { Ground } from '../ground.ts';
import type { Span } from '../span.ts';

export const criticalSkillsAvailable = defineRule({
  id: 'capabilities.critical-skills-available',
  dimension: 'capabilities',
  title: 'Critical skills are there',
  says: 'Of every skill that the organisation cannot do without there is as much as it needs, and never in one head alone.',
  test: 'Over the critical skills that the design in force at the end of the window demands: Σ FTE that are there, of each skill not more than is demanded ÷ Σ FTE demanded. What hangs on one holder, or on none, does not count as there. A skill of which the supply is not stated lowers the coverage. Beside it: how many skills are short, and how many have a single holder.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.95,
    worstTolerable: 0.75,
    twiceAsBad: 0.5,
    why: 'People come and go, so a twentieth is open at any time; with a quarter lacking, what is critical waits for people as a rule. No outside norm exists.',
  },
  needs: {
    record: 'critical skill with a demand (critical, demandFte)',
    stated: (design) => demandedOf(design).length > 0,
  },
  lacking: 'of no critical skill is stated how much of it is there (supplyFte)',
  designed: [criticalSkills],
  measure: { kind: 'weighed-share' },
  underPressure: { never: 'what people know is no event, so none of it begins on a day' },
  knowsItsSpan: true,
  rows: (ground, span) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           skill as object, end_at - 1 as counted_at, part.kept, part.amount, supply, demand, holders
    from (
      select *, case when holders <= 1 then 0 else least(supply, demand) end as there,
             supply is not null or holders <= 1 as known
      from (${demanded(ground, span)})
    ), lateral (
      select true as kept, there as amount where known
      union all select false, demand - there where there < demand
      union all select null, demand where not coalesce(known, false)
    ) as part`,
  because: () => sql`
    case when broken.holders = 0 then 'is held by nobody' when broken.holders = 1 then 'hangs on one person'
         else printf('%g FTE are there where %g are demanded', broken.supply, broken.demand) end`,
  details: (ground, span) =>
    ground.engine.only<Record<string, number | null>>(sql`
      select count(*)::int as skills, count(*) filter (where supply < demand)::int as short,
             count(*) filter (where holders = 1)::int as "singleHolders"
      from (${demanded(ground, span)})`),
});

/** The critical skills that are demanded at the end of a span. */
const demanded = (ground: Ground, { until }: Span) => sql`
  select * from ${ground.table(criticalSkills)} cross join (select least(${until}, ${ground.asOf} + 1)::double as end_at)
  where from_at < end_at and until_at >= end_at`;
