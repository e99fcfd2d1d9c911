import { exactSum } from '#engine/exact-sum.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { between, designedRights } from '../designed/rights.ts';
import type { Ground, PreparedTable } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

/**
 * The decisions made in the window with the levels they took, in order, as one text, and the designed path.
 *
 * Levels are those of the steps that ask, escalate, delegate or decide; what lies below the right's level is the way to
 * it and is dropped, and equal neighbours are one.
 */
const takenPaths: PreparedTable = {
  name: 'taken_path',
  as: (ground) => sql`
  select *, array_to_string(climbed, ${between}) as climb,
         len([level for level in climbed if not list_contains(string_split(designed, ${between}), level)]) as extra
  from (
    select *, [level for level, place in known if place = 1 or level <> known[place - 1]] as climbed
    from (
      select fact.item_id, team_id, capability, type, raised, decided, layer_wait, layers, held.path as designed,
             case when held.path is not null then
               [level for level in regexp_extract_all(fact.path, '(?:^| )(?:ask|escalate|delegate|decide)@([^ ]+)', 1)
                if not list_contains(string_split(held.below, ${between}), level)]
             end as known,
             rank_decided is not null and held.path is not null as judged
      from decision_fact as fact
      left join ${ground.table(designedRights)} as held
        on held.right_key = fact."right" and raised >= from_at and raised < until_at
      where decided >= ${ground.span.from} and decided < ${ground.span.until}
    )
  )`,
};

const taken = (ground: Ground, { from, until }: Span): Sql =>
  sql`select * from ${ground.table(takenPaths)} where decided >= ${from} and decided < ${until}`;

export const pathAsDesigned = defineRule({
  id: 'governance.path-as-designed',
  dimension: 'governance',
  title: 'The path is as designed',
  says: 'A decision starts at the level of its right and climbs the stated escalation path, one level after the other.',
  test: "Decisions made in the window whose levels are the beginning of the right's path (its level, then its escalation) ÷ decisions made under a right with an escalation, by somebody of known level. Levels count where a step asks, escalates, delegates or decides; those below the right's level are the way to it. A level that is skipped, added or gone back to breaks the path, and so does a decision below it.",
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'The same as for the intended level, because a path that three in ten leave is no path. No outside norm exists.',
  },
  needs: {
    record: 'decision right with an escalation path (escalation: [...])',
    stated: ({ decisionRights }) => decisionRights.some(({ escalation }) => escalation.length > 0),
  },
  lacking: 'no decision made in the window has both a right with an escalation path and a decider of known level',
  designed: [designedRights],
  prepared: [takenPaths],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the decision was raised, and the team of its item' },
  rows: (ground, span) => sql`
    select item_id, team_id, capability, type as decision_type, null::text as object, decided as counted_at,
           case when judged then climb <> '' and starts_with(designed || ${between}, climb || ${between}) end as kept,
           climb, designed, ${pressed(ground, sql`team_id`, sql`raised`)} as pressed
    from (${taken(ground, span)})`,
  because: () => sql`
    case when broken.climb = '' then printf('decided below the path %s', replace(broken.designed, ${between}, ' → '))
         else printf('took %s, designed is %s', replace(broken.climb, ${between}, ' → '), replace(broken.designed, ${between}, ' → '))
    end`,
  details: (ground, span) =>
    ground.engine.only<Record<string, number | null>>(sql`
      select avg(extra) filter (where judged) as "extraLevelsMean", avg(layers) as "layersMean",
             ${exactSum(sql`layer_wait`)} / count(layer_wait) / 86400 as "waitPerLayerDays"
      from (${taken(ground, span)})`),
});
