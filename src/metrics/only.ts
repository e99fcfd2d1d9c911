import { join, type Sql, sql } from '#engine/sql.ts';
import type { Bounds, CutColumn } from './define.ts';

/** A further condition (`and …`) that leaves out at once what is not looked at; nothing where the columns cannot tell it. */
export const onlyIn = (only: Bounds['only'], columns: Readonly<Partial<Record<CutColumn, Sql>>>): Sql => {
  const column = only && columns[only.column];
  return column ? sql`and ${column} in (${join(only.keys.map((key) => sql`${key}`))})` : sql``;
};

/** The columns of `item_case` by which items can be left out. */
export const ofItem = {
  team: sql`team`,
  capability: sql`capability_key`,
  item_type: sql`item_type`,
} as const satisfies Partial<Record<CutColumn, Sql>>;
