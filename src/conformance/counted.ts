import { type Sql, sql } from '#engine/sql.ts';
import type { Rule } from './define.ts';
import { isBetweenEdges } from './edges.ts';
import type { Ground } from './ground.ts';
import type { Span } from './span.ts';

/** The rows of a span with their number `n`: counted together where the rule does so, else each by itself. */
export const countedRows = (ground: Ground, rule: Rule, span: Span): Sql =>
  rule.counted && isBetweenEdges(ground.edges, span)
    ? rule.counted(ground, span)
    : sql`select *, 1 as n from (${rule.rows(ground, span)})`;

/** The end of a span that holds at least so many broken cases, as short as counted rows can tell; else all of it. */
export const lastBroken = async (ground: Ground, rule: Rule, span: Span, cases: number): Promise<Span> => {
  if (!rule.counted || !isBetweenEdges(ground.edges, span)) return span;
  const { from } = await ground.engine.only<{ from: number | null }>(sql`
    select max(counted_at)::double as "from"
    from (select counted_at, sum(sum(n)) over (order by counted_at desc) as later
          from (${rule.counted(ground, span)}) where not kept group by counted_at)
    where later >= ${cases}`);
  return { from: from ?? span.from, until: span.until };
};
