import { type Sql, sql } from '#engine/sql.ts';

/** The stretches of time in which goals weigh the same. */
export const weighedStretches: Sql = sql`(select distinct from_at, until_at from capability_weight)`;

/**
 * Joins the weights of the capability of a row at an instant of it: `weight` is that of the capability, null where no record
 * knows it, and `stretch` tells whether any goal weighs anything then.
 */
export const withWeights = (capability: Sql, instant: Sql): Sql => sql`
  left join capability_weight as weight
    on weight.capability = ${capability} and ${instant} >= weight.from_at and ${instant} < weight.until_at
  left join ${weighedStretches} as stretch
    on ${instant} >= stretch.from_at and ${instant} < stretch.until_at`;

/** Whether what stands in a row is strategic then; what is of no capability is not, and without any weights nobody knows. */
export const isStrategic: Sql = sql`case when stretch.from_at is not null then coalesce(weight.strategic, false) end`;

/** Whether a row is of a capability on record then; without any weights nobody asks. */
export const isMapped: Sql = sql`case when stretch.from_at is not null then weight.capability is not null end`;
