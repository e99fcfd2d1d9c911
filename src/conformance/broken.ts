import { type Sql, sql } from '#engine/sql.ts';
import type { BrokenCase } from '#model/rule-result.ts';
import { lastBroken } from './counted.ts';
import type { Rule } from './define.ts';
import { type Ground, shownTeams } from './ground.ts';
import type { Span } from './span.ts';

export type Page = { readonly limit: number; readonly offset: number };

/**
 * The cases of a span that broke a rule, the latest first; told in words only for those that are asked for.
 *
 * Codes are given in the order in which things came, so it is what is told of a case that breaks a tie. That takes the
 * words of all cases as late as the last one wanted, and of no more.
 */
export const brokenCases = async (ground: Ground, rule: Rule, span: Span, page: Page): Promise<BrokenCase[]> => {
  const { limit, offset } = page;
  const wanted = await lastBroken(ground, rule, span, limit + offset);
  const rows = await ground.engine.all<Omit<BrokenCase, 'at'> & { at: number }>(sql`
    with broken as materialized (select * from (${rule.rows(ground, wanted)}) where not kept),
    edge as (
      select counted_at from broken order by counted_at desc limit 1 offset ${Math.max(0, limit + offset - 1)}
    )
    select source.key as source, item.key as item, broken.object, shown.team, capability.key as capability,
           broken.decision_type as "decisionType", broken.counted_at as at, ${rule.because(ground)} as because
    from broken
    left join item using (item_id)
    left join source using (source_id)
    left join ${ground.table(shownTeams)} as shown on shown.team_id = broken.team_id
    left join raw_value as capability on capability.value_id = broken.capability
    where coalesce(broken.counted_at >= (select counted_at from edge), true)
    order by broken.counted_at desc, source.key, item.key, broken.object, shown.team, capability.key,
             broken.decision_type, because
    limit ${limit} offset ${offset}`);
  return rows.map(({ at, ...told }) => ({ ...told, at: new Date(at).toISOString() }));
};

/** What broken cases can be counted by. */
export type BrokenScope = 'team' | 'capability' | 'decision-type' | 'object';

/** The broken cases of the window for each key of a scope, most first; a row of an effective number stands for several. */
export const countedBy = (
  ground: Ground,
  rule: Rule,
  scope: BrokenScope,
): Promise<{ readonly key: string; readonly cases: number }[]> =>
  ground.engine.all(sql`
    select ${keyIn[scope]} as key, sum(${rule.measure.kind === 'effective-number' ? sql`broken.cases` : sql`1`})::double as cases
    from (${rule.rows(ground, ground.span)}) as broken
    left join ${ground.table(shownTeams)} as shown on shown.team_id = broken.team_id
    left join raw_value as capability on capability.value_id = broken.capability
    where not kept
    group by 1 order by 2 desc, 1`);

const keyIn: Readonly<Record<BrokenScope, Sql>> = {
  team: sql`coalesce(shown.team, '(none)')`,
  capability: sql`coalesce(capability.key, '(none)')`,
  'decision-type': sql`coalesce(broken.decision_type, '(none)')`,
  object: sql`coalesce(broken.object, '(none)')`,
};
