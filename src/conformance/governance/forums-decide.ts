import { refusal } from '#discovery/refusal.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { type Ground, objectName } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

const enough = 50;
const nearlyNever = 0.01;

/** The words that were spoken on the decisions made in a span: the last one, and every yes or no on the way to it. */
const wordsIn = ({ from, until }: Span): Sql => sql`
  select item_id, cycle, decided_by as decider, outcome, layer_wait from decision_fact
  where decided >= ${from} and decided < ${until}
  union all
  select item_id, cycle, approver, earlier.outcome, layer_wait
  from earlier_approval as earlier join decision_fact using (item_id, cycle)
  where decided >= ${from} and decided < ${until}`;

/**
 * How often each forum or role with enough known words refused, in the whole window, whatever part of it is read.
 *
 * In a quarter by itself hardly anybody has words enough, so that a forum which never refuses would pass for none.
 */
const records = ({ span }: Ground): Sql => sql`
  select *, refusals < ${nearlyNever} * cases as never
  from (
    select decider, count(outcome) as cases, median(layer_wait) / 86400 as wait,
           count(*) filter (where regexp_matches(lower(outcome), ${refusal})) as refusals
    from (${wordsIn(span)}) where decider is not null group by decider
  )
  where cases >= ${enough}`;

export const forumsDecide = defineRule({
  id: 'governance.forums-decide',
  dimension: 'governance',
  title: 'Forums decide',
  says: 'A forum or role that decisions have to pass can change them.',
  test: 'Decisions made in the window that passed nobody who never refuses ÷ decisions made that passed anybody whose habit is known. A forum or role never refuses when it said no in under 1% of its words; at least 50 with a known outcome, on decisions made in the window, have to be there to tell. Its words are those that settled a matter and those on the way. An outcome that begins with refused, rejected, declined, denied, vetoed or not approved, or with such a word in German or French, is a no.',
  unit: 'share',
  breakpoints: {
    asDesigned: 1,
    worstTolerable: 0.95,
    twiceAsBad: 0.9,
    why: 'A forum that never says no in fifty cases adds a wait and changes nothing, so none is designed; with one decision in twenty passing it, it is no longer an exception. No outside norm exists.',
  },
  needs: {
    record: 'forum, role or decision right',
    stated: ({ forums, roles, decisionRights }) => forums.length + roles.length + decisionRights.length > 0,
  },
  lacking: `no decision made in the window passed anybody with ${enough} words of known outcome`,
  designed: [],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the decision was raised, and the team of its item' },
  knowsItsSpan: true,
  rows: (ground, span) => sql`
    select fact.item_id, team_id, capability, type as decision_type, coalesce(passed.decider, decided_by) as object,
           decided as counted_at, case when known > 0 then passed.decider is null end as kept, refusals, cases,
           ${pressed(ground, sql`team_id`, sql`raised`)} as pressed
    from decision_fact as fact
    left join (
      select item_id, cycle, count(*) as known, min(decider) filter (where never) as decider
      from (${wordsIn(span)}) join (${records(ground)}) using (decider) group by item_id, cycle
    ) as passed using (item_id, cycle)
    left join (${records(ground)}) as record on record.decider = passed.decider
    where decided >= ${span.from} and decided < ${span.until}`,
  because: (ground) => sql`
    printf('passed %s, which refused %d of %d', ${objectName(ground, sql`broken.object`)}, broken.refusals, broken.cases)`,
  details: async (ground) => {
    const rows = await ground.engine.all<{ decider: string; cases: number; refusals: number; wait: number | null }>(sql`
      select decider, cases::int as cases, refusals::int as refusals, wait from (${records(ground)})
      order by refusals / cases, cases desc, decider limit 20`);
    return {
      deciders: {
        columns: ['decider', 'words', 'refused', 'median wait per layer, days'],
        rows: rows.map(({ decider, cases, refusals, wait }) => [decider, cases, refusals, wait]),
      },
    };
  },
});
