import { type Sql, sql } from '#engine/sql.ts';
import type { Bounds } from './define.ts';

/** Just after the last moment of a window of which anything is known (ms). */
export const endOf = ({ until, asOf }: Pick<Bounds, 'until' | 'asOf'>): Sql => sql`least(${until}, ${asOf} + 1)`;

/** What capabilities were last found to be by the end of a window, each on each scale; `known_level` is null once stale. */
export const lastRatings = (bounds: Bounds): Sql => sql`
  select *, stale_from < ${endOf(bounds)} as stale, case when stale_from >= ${endOf(bounds)} then level end as known_level
  from capability_rating
  where rated < ${endOf(bounds)} and (replaced is null or replaced >= ${endOf(bounds)})`;

/** What capabilities were worth to the goals at the end of a window; nothing where no goal weighed anything then. */
export const lastWeights = (bounds: Bounds): Sql => sql`
  select capability, strategic, weight from capability_weight
  where from_at < ${endOf(bounds)} and until_at >= ${endOf(bounds)}`;

/** Every outcome with what was last measured of it by the end of a window; without a value where nothing was. */
export const lastValues = (bounds: Bounds): Sql => sql`
  select outcome, effect, unit, rises, baseline, baseline_at, target, target_at, max(measured) filter (where is_last) as measured,
         max(value) filter (where is_last) as value, max(due) filter (where is_last) as due
  from (
    select *, measured < ${endOf(bounds)} and (replaced is null or replaced >= ${endOf(bounds)}) as is_last from outcome_value
  )
  group by all`;

/** Benefits that were known by the end of a window, cell by cell, by what was known of them then. */
export const lastCells = (bounds: Bounds): Sql => sql`
  select * from benefit_cell
  where (known_from is null or known_from < ${endOf(bounds)}) and (known_until is null or known_until >= ${endOf(bounds)})`;
