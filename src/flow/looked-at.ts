import { type Sql, sql } from '#engine/sql.ts';
import { ofItem, onlyIn } from '#metrics/only.ts';
import { type Ask, type Ground, onlyOf } from '#metrics/read.ts';

/** What a picture of flow is asked for: a window, and the cases of one team, capability or type alone. */
export type Looked = Pick<Ask, 'window' | 'where'>;

/** The instants of a window, in ms. */
export const instantsOf = ({ window: { from, until } }: Looked): { readonly from: number; readonly until: number } => ({
  from: Date.parse(from),
  until: Date.parse(until),
});

/**
 * A further condition (`and …`) that leaves out items that are not looked at; nothing where all of them are.
 *
 * `item` is the column that holds the code of the item.
 */
export const onlyItems = async (ground: Ground, { window, where }: Looked, item: Sql = sql`item_id`): Promise<Sql> => {
  if (!where) return sql``;
  const only = await onlyOf(ground, where, window);
  return sql`and ${item} in (select item_id from item_cut where true ${onlyIn(only, ofItem)})`;
};
