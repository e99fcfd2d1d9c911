import type { NameKind } from '#api/names.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { somePeople } from '#facts/decision-facts.ts';

/** A raw name of a source with what became of it. */
export type NamedRow = {
  readonly source: string;
  readonly kind: NameKind;
  readonly raw: string;
  readonly key: string;
  readonly mapped: boolean;
  /** The kind of its stage; of all but states null. */
  readonly stage: string | null;
  readonly rows: number;
};

/**
 * Every name of the evidence that a mapping can say something of, with the rows that carry it.
 *
 * Types of decisions and deciders are read with the decisions, so of these it is decisions that are counted; whether a rule
 * takes a type of decision is not stored, and left to who knows the mapping. A decider is mapped where its level is known.
 */
export const namesIn = async (engine: Engine): Promise<NamedRow[]> => {
  const named = await engine.all<NamedRow>(sql`
    select source.key as source, role as kind, raw, raw_value.key, mapped, kind as stage, events as rows
    from raw_value join source using (source_id)
    where role not in ('person', 'actor', 'activity') order by source, role, rows desc, raw`);
  const decided = await engine.all<NamedRow>(sql`
    select source.key as source, 'decision-type' as kind, type as raw, type as key, false as mapped, null as stage,
           count(*)::double as rows
    from decision_fact join source using (source_id) where type is not null group by all
    union all
    select source.key, 'decider', decided_by, decided_by, bool_or(level_decided is not null), null, count(*)::double
    from decision_fact join source using (source_id)
    where decided_by is not null and decided_by <> ${somePeople} group by all
    order by source, kind, rows desc, raw`);
  return [...named, ...decided];
};

/** How many rows carry a name, in all of some sources. */
export const rowsCarrying = async (
  engine: Engine,
  sources: readonly string[],
): Promise<(kind: NameKind, raw: string) => number> => {
  const names = (await namesIn(engine)).filter(({ source }) => sources.includes(source));
  return (kind, raw) => names.reduce((sum, name) => sum + (name.kind === kind && name.raw === raw ? name.rows : 0), 0);
};
