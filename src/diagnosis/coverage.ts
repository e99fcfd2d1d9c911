import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { RejectReason, SourceCoverage } from '#model/diagnosis.ts';
import type { RefusedVersion } from '#model/refused-version.ts';
import type { UnreadValue } from '#model/unread-value.ts';
import { tiedVisits } from './tied-visits.ts';
import { type ShownTeam, unrecordedKeys } from './unrecorded.ts';

/** The kinds of names that rules turn into keys; people are none of them. */
const roles = ['state', 'team', 'type', 'priority', 'capability', 'initiative', 'channel'] as const;

/** What coverage is told against, besides what the engine holds. */
export type Told = {
  readonly designs: readonly DesignModel[];
  readonly shownTeam: ShownTeam;
  /** The sources whose mapping names an order column. */
  readonly ordered: readonly string[];
  /** What was refused of each source. */
  readonly refused: ReadonlyMap<string, readonly RefusedVersion[]>;
  /** What of each source cannot be read although its decisions are judged by it. */
  readonly unread: ReadonlyMap<string, readonly UnreadValue[]>;
};

/** How much of each source could be read with the model; one of which no row was accepted is among them. */
export const sourceCoverage = async (engine: Engine, told: Told): Promise<SourceCoverage[]> => {
  const rows = await rowsOf(engine);
  const names = await namesOf(engine);
  const rejects = await reasonsOf(engine);
  const unrecorded = await unrecordedKeys(engine, told.designs, told.shownTeam);
  const tied = await tiedVisits(engine);
  return rows.map(({ id, first, last, ...source }) => ({
    ...source,
    from: dayOf(first),
    until: dayOf(last),
    names: names
      .filter((name) => name.id === id)
      .map(({ role, rows: many, mapped, unmapped }) => ({ role, mapped: mapped / many, unmapped })),
    rejects: rejects
      .filter((reason) => reason.id === id)
      .map(({ column, code, expected, rows: many, line }) => ({ column, code, expected, rows: many, line })),
    unrecorded: unrecorded
      .filter((each) => each.id === id)
      .map(({ kind, key, rows: many, closest }) => ({ kind, key, rows: many, closest })),
    refused: told.refused.get(source.source) ?? [],
    unread: told.unread.get(source.source) ?? [],
    tied: told.ordered.includes(source.source) ? null : (tied.get(id) ?? null),
  }));
};

const dayOf = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

type Rows = Pick<SourceCoverage, 'source' | 'items' | 'events' | 'rejected'> & {
  readonly id: number;
  readonly first: number | null;
  readonly last: number | null;
};

const rowsOf = (engine: Engine): Promise<Rows[]> =>
  engine.all(sql`
    select source.source_id as id, source.key as source, coalesce(items, 0)::double as items,
           coalesce(events, 0)::double as events, run.rejected, first, last
    from source
    join (
      select source_id, sum(rejected)::double as rejected
      from import_run where state = 'committed' group by source_id
    ) as run using (source_id)
    left join (
      select source_id, count(*) as items, sum(events) as events, min(created) as first, max(last_event) as last
      from item_fact group by source_id
    ) as fact using (source_id)
    order by source.key`);

export type NamesOfKind = {
  readonly id: number;
  readonly role: string;
  /** Rows that carry a name of the kind, and those of them whose name has a key. */
  readonly rows: number;
  readonly mapped: number;
  /** Names that have none. */
  readonly unmapped: number;
};

/** Of each kind of name that a source has, how much of it has a key. */
export const namesOf = async (engine: Engine): Promise<NamesOfKind[]> => {
  const names = await engine.all<NamesOfKind>(sql`
    select source_id as id, role, sum(events) as rows,
           coalesce(sum(events) filter (where mapped and (role <> 'state' or kind is not null)), 0) as mapped,
           (count(*) filter (where not mapped or (role = 'state' and kind is null)))::double as unmapped
    from raw_value group by all order by role`);
  return names.filter((name) => roles.some((role) => role === name.role));
};

const mostReasons = 3;

/** What was found stays in the import's own report: it may be about a person. */
const reasonsOf = (engine: Engine): Promise<(RejectReason & { readonly id: number })[]> =>
  engine.all(sql`
    select source_id as id, field as "column", code, expected, count(*)::double as rows, min(line)::double as line
    from reject join import_run using (run_id)
    where state = 'committed'
    group by source_id, field, code, expected
    qualify row_number() over (partition by source_id order by count(*) desc, code, field) <= ${mostReasons}
    order by source_id, rows desc, code, "column"`);
