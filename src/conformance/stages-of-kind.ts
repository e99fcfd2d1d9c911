import { join, type Sql, sql } from '#engine/sql.ts';
import type { StageKind } from '#model/kinds.ts';
import type { Basis } from './ground.ts';

/** The codes of the stages of some kinds, as a list for `in`; −1 is no stage, and an empty list would be no SQL. */
export const stagesOfKind = ({ names }: Basis, ...kinds: readonly StageKind[]): Sql => {
  const found = names.stages.filter((stage) => kinds.some((kind) => kind === stage.kind));
  return sql`(${join([-1, ...found.map(({ id }) => id)].map((id) => sql`${id}`))})`;
};
