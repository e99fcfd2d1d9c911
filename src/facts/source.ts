import { join, type Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { LifeState } from './lifecycle.ts';

/** One log of the workspace as the engine holds it, with the rules that say what it means. */
export type EvidenceSource = {
  readonly sourceId: number;
  readonly key: string;
  readonly mapping: Mapping;
  /** The rows that count, as a relation. */
  readonly rows: Sql;
  /** Whether any row is held twice, so that not all that are held count. */
  readonly overlapping: boolean;
  /** Where a column of the file stands in those rows; throws nothing, because declared columns were checked before. */
  readonly column: (name: string) => Sql;
  /** Whether the column of the order is known to hold nothing but numbers, so that no texts need to be put in order. */
  readonly orderedByNumbers?: boolean | undefined;
  /** The first instant of its rows, in microseconds, where these can be put in order by a few numbers of 64 bits. */
  readonly packedFrom?: number | undefined;
  /** In a log of activities that start and end: what each row leaves its item in. */
  readonly lives?: Lives | undefined;
};

export type Lives = {
  /** The raw state, as a column of the rows. */
  readonly state: Sql;
  /** The place of a row among those of its item. */
  readonly place: Sql;
  /** Whether a row tells of one more go at its activity. */
  readonly tells: Sql;
  /** What is known of those states, by name. */
  readonly states: Map<string, LifeState>;
};

/** The rows of a source that some of its runs brought. */
export const rowsOfRuns = ({ rows }: EvidenceSource, runs: readonly number[]): Sql =>
  sql`(select * from ${rows} where run_id in (${join(runs.map((run) => sql`${run}`))}))`;
