import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';

/** One code of the evidence and the key it stands for, within the source that knows it. */
export type Named = { readonly id: number; readonly key: string; readonly source: number };

/** What the codes in the facts stand for, so that what the design says by key can be held against them. */
export type Names = {
  readonly sources: readonly { readonly id: number; readonly key: string }[];
  readonly teams: readonly { readonly id: number; readonly key: string }[];
  readonly stages: readonly (Named & { readonly kind: string | null })[];
  readonly values: readonly (Named & { readonly role: string; readonly raw: string })[];
};

/** A kind of item that occurs: where it comes from, its type and its team (-1 for none). */
export type Mix = { readonly source: number; readonly type: number; readonly team: number };

export const readMixes = (engine: Engine): Promise<Mix[]> =>
  engine.all(sql`
    select distinct source_id as source, coalesce(type, -1) as type, coalesce(team_id, -1) as team from item_fact
    order by all`);

/** The values that designs speak of; people and activities are not among them. */
export const readNames = async (engine: Engine): Promise<Names> => ({
  sources: await engine.all(sql`select source_id as id, key from source order by key`),
  teams: await engine.all(sql`select team_id as id, key from team order by key`),
  stages: await engine.all(sql`select stage_id as id, key, source_id as source, kind from stage order by stage_id`),
  values: await engine.all(sql`
    select value_id as id, key, source_id as source, role, raw from raw_value
    where role in ('type', 'priority', 'capability', 'initiative', 'channel') order by value_id`),
});
