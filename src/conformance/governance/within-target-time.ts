import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { clockedText } from '../lengths.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

/** Decisions raised in a span, with the time they took on the clock of their right. */
const raisedIn = ({ from, until }: Span): Sql => sql`
  select *, case when within_clock = 'working' then took_working else took end as counted
  from decision_fact
  where raised >= ${from} and raised < ${until}`;

export const withinTargetTime = defineRule({
  id: 'governance.within-target-time',
  dimension: 'governance',
  title: 'Decided within the target time',
  says: 'A decision is made within the time that its right states, on the clock that it states.',
  test: 'Decisions raised in the window and made within the target of the right in force then ÷ those made, or open for longer than the target. Open decisions whose time is not up yet are left out and counted beside it. Decisions without a target lower the coverage.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.75,
    twiceAsBad: 0.5,
    why: 'Nine in ten is what is commonly promised of a target time; at one miss in four nobody plans by it any more.',
  },
  needs: {
    record: 'decision right with a target time (within: …)',
    stated: ({ decisionRights }) => decisionRights.some(({ within }) => within !== undefined),
  },
  lacking: 'no decision raised in the window under a right with a target time was made or is overdue',
  designed: [],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the decision was raised, and the team of its item' },
  rows: (ground, span) => sql`
    select item_id, team_id, capability, type as decision_type, null::text as object, raised as counted_at,
           case when within_seconds is not null then decided is not null and counted <= within_seconds end as kept, decided, counted, within_seconds, within_clock,
           ${pressed(ground, sql`team_id`, sql`raised`)} as pressed
    from (${raisedIn(span)})
    where decided is not null or within_seconds is null or counted > within_seconds`,
  because: () => sql`
    printf('%s after %s, %s were allowed (%s time)',
           case when broken.decided is null then 'still open' else 'decided' end,
           ${clockedText(sql`broken.counted`, sql`broken.within_clock`)},
           ${clockedText(sql`broken.within_seconds`, sql`broken.within_clock`)}, broken.within_clock)`,
  details: ({ engine }, span) =>
    engine.only<Record<string, number | null>>(sql`
      select count(*) filter (where decided is null and counted <= within_seconds)::int as "openNotYetDue",
             count(*) filter (where decided is null and counted > within_seconds)::int as "openPastTarget",
             median(counted / within_seconds) filter (where decided is not null) as "medianTimesTarget"
      from (${raisedIn(span)})`),
});
