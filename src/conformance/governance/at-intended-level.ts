import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { type Ground, spokenName } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';

export const atIntendedLevel = defineRule({
  id: 'governance.at-intended-level',
  dimension: 'governance',
  title: 'Decided at the intended level',
  says: 'Each type of decision is made at one level of the ladder, under the stated conditions.',
  test: 'Decisions made in the window at the level of the right in force when they were raised ÷ decisions made whose two levels are known. Decisions without a right, or made by somebody whose level nobody states, lower the coverage. Too high and too low stand beside it, apart.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'One in ten leaves room for exceptions; when three in ten go elsewhere, the stated level is one of several. No outside norm exists.',
  },
  needs: { record: 'decision right (level)', stated: ({ decisionRights }) => decisionRights.length > 0 },
  lacking: 'no decision made in the window has both a right and a decider of known level',
  designed: [],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the decision was raised, and the team of its item' },
  rows: (ground, { from, until }) => sql`
    select item_id, team_id, capability, type as decision_type, null::text as object, decided as counted_at,
           rank_decided = rank_intended as kept, rank_decided, rank_intended, level_decided, level_intended,
           ${pressed(ground, sql`team_id`, sql`raised`)} as pressed
    from decision_fact
    where decided >= ${from} and decided < ${until}`,
  because: (ground) => sql`
    printf('decided at level %s, intended at %s', ${levelName(ground, sql`broken.level_decided`)},
           ${levelName(ground, sql`broken.level_intended`)})`,
  details: async ({ engine }, { from, until }) => {
    const { n, over, under } = await engine.only<{ n: number; over: number; under: number }>(sql`
      select count(*)::int as n, count(*) filter (where rank_decided > rank_intended)::int as over,
             count(*) filter (where rank_decided < rank_intended)::int as under
      from decision_fact
      where decided >= ${from} and decided < ${until} and rank_decided is not null and rank_intended is not null`);
    return { over, under, overShare: n === 0 ? null : over / n, underShare: n === 0 ? null : under / n };
  },
});

const levelName = (ground: Ground, key: Sql): Sql => spokenName(ground, sql`'level ' || ${key}`, key);
