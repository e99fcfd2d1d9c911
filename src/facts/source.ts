import type { Sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';

/** One log of the workspace as the engine holds it, with the rules that say what it means. */
export type EvidenceSource = {
  readonly sourceId: number;
  readonly key: string;
  readonly mapping: Mapping;
  /** The rows that count, as a relation. */
  readonly rows: Sql;
  /** Where a column of the file stands in those rows; throws nothing, because declared columns were checked before. */
  readonly column: (name: string) => Sql;
};
