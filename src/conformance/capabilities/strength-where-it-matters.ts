import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { aimsAtStrength, capabilityAims, capabilityRatings, capabilityWorths } from '../designed/strength.ts';
import type { Ground } from '../ground.ts';
import type { Span } from '../span.ts';

export const strengthWhereItMatters = defineRule({
  id: 'capabilities.strength-where-it-matters',
  dimension: 'capabilities',
  title: 'Strength where it matters',
  says: 'What the goals need most is mastered as well as they need it, and nothing is mastered beyond need at its expense.',
  test: 'Over the capabilities that have a target and are worth anything to the goals (goal weight × importance, added up) at the end of the window: Σ worth × min(level, target) ÷ Σ worth × target. The level is that of the last assessment on the scale of the target; where there is none, or it is a year old, the capability lowers the coverage. Target and level are those of the nearest capability above it where it has none. Beside it: what is mastered beyond its target, the least needed first.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.95,
    worstTolerable: 0.75,
    twiceAsBad: 0.5,
    why: 'Targets lie ahead of what is, so a twentieth is always under way; with a quarter lacking, every fourth step that the strategy counts on is not there. No outside norm exists.',
  },
  needs: {
    record: 'capability with a target (maturityTarget), goal with a weight, and importance of capabilities for it',
    stated: aimsAtStrength,
  },
  lacking:
    'no capability that goals depend on has an assessment on the scale of its target that is less than a year old',
  designed: [capabilityAims, capabilityRatings, capabilityWorths],
  measure: { kind: 'weighed-share' },
  underPressure: { never: 'levels and targets are no events, so none of them begins on a day' },
  knowsItsSpan: true,
  rows: (ground, span) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           capability as object, end_at - 1 as counted_at, part.kept, part.amount * worth as amount, level, target
    from (${standing(ground, span)}), lateral (
      select level is not null as kept, least(level, target) as amount where level is not null
      union all select false, target - level where level < target
      union all select null, target where level is null
    ) as part`,
  because: () => sql`printf('is at level %g where %g is aimed at', broken.level, broken.target)`,
  details: async (ground, span) => {
    const beyond = await ground.engine.all<{ capability: string; worth: number; level: number; target: number }>(sql`
      select capability, worth, level, target from (${standing(ground, span)})
      where level > target order by worth, level - target desc, capability limit 20`);
    return {
      beyondTarget: {
        columns: ['capability', 'worth', 'level', 'target'],
        rows: beyond.map(({ capability, worth, level, target }) => [capability, worth, level, target]),
      },
    };
  },
});

/** Every capability that is aimed at, as it stands at the end of a span. */
const standing = (ground: Ground, { until }: Span) => sql`
  select aim.capability, worth.worth, aim.target, case when stale_from >= end_at then rating.level end as level, end_at
  from (select least(${until}, ${ground.asOf} + 1)::double as end_at)
  join ${ground.table(capabilityWorths)} as worth on from_at < end_at and until_at >= end_at and worth.worth > 0
  join ${ground.table(capabilityAims)} as aim on aim.capability = worth.capability and aim.target > 0
  left join ${ground.table(capabilityRatings)} as rating
    on rating.capability = aim.capability and rating.scale = aim.target_scale
    and rated < end_at and (replaced is null or replaced >= end_at)`;
