import { sql } from '#engine/sql.ts';
import type { ConformanceContext } from './context.ts';
import { onGround } from './ground.ts';
import { rules } from './index.ts';
import { isDesigned, prepare } from './read-rule.ts';

/** The rows of a rule by the source of their items; `others` are of no single item. */
export type RuleOrigins = {
  readonly rule: string;
  readonly sources: readonly { readonly source: string; readonly rows: number }[];
  readonly others: number;
};

/** Which sources the rows of each rule come from, and how many of each. A rule that nothing is designed for has none. */
export const originsOfRules = (context: ConformanceContext): Promise<RuleOrigins[]> =>
  onGround(
    context,
    rules.flatMap(({ designed }) => designed),
    async (ground) => {
      const origins: RuleOrigins[] = [];
      for (const rule of rules) {
        if (!isDesigned(ground, rule)) continue;
        await prepare(ground, rule);
        const found = await ground.engine.all<{ source: string | null; rows: number }>(sql`
          select source.key as source, count(*)::double as rows
          from (${rule.rows(ground, ground.span)}) as own
          left join item using (item_id) left join source using (source_id)
          group by 1 order by rows desc, 1`);
        const named = found.flatMap(({ source, rows }) => (source === null ? [] : [{ source, rows }]));
        origins.push({ rule: rule.id, sources: named, others: found.find(({ source }) => source === null)?.rows ?? 0 });
      }
      return origins;
    },
  );
