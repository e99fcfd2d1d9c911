import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { SourceCoverage } from '#model/diagnosis.ts';

/** The kinds of names that rules turn into keys; people are none of them. */
const roles = ['state', 'team', 'type', 'priority', 'capability', 'initiative', 'channel'] as const;

/** How much of each source could be read with the model. */
export const sourceCoverage = async (engine: Engine): Promise<SourceCoverage[]> => {
  const sources = await engine.all<
    Omit<SourceCoverage, 'names' | 'from' | 'until'> & { id: number; first: number; last: number }
  >(sql`
    select source.source_id as id, source.key as source, count(*)::double as items, sum(fact.events)::double as events,
           (select coalesce(sum(rejected), 0)::double from import_run as run
            where run.source_id = source.source_id and run.state = 'committed') as rejected,
           min(fact.created) as first, max(fact.last_event) as last
    from item_fact as fact join source using (source_id) group by all order by source`);
  const names = await engine.all<{ id: number; role: string; mapped: number; unmapped: number }>(sql`
    select source_id as id, role,
           coalesce(sum(events) filter (where mapped and (role <> 'state' or kind is not null)), 0) / sum(events) as mapped,
           (count(*) filter (where not mapped or (role = 'state' and kind is null)))::double as unmapped
    from raw_value group by all order by role`);
  return sources.map(({ id, first, last, ...source }) => ({
    ...source,
    from: new Date(first).toISOString(),
    until: new Date(last).toISOString(),
    names: names
      .filter((name) => name.id === id && roles.some((role) => role === name.role))
      .map(({ role, mapped, unmapped }) => ({ role, mapped, unmapped })),
  }));
};
