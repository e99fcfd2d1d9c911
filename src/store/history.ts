import type { Kysely } from 'kysely';
import { type FieldChange, fieldsBetween } from './fields.ts';
import type { Turn } from './plan.ts';
import { bodyOf } from './read.ts';
import { byId, type RecordId } from './record.ts';
import type { Tables } from './tables.ts';

/** One change of one record: who, when, why, through which door, and which fields from what to what. */
export type Change = RecordId & {
  readonly changeSet: number;
  readonly actor: string;
  readonly actorVerified: boolean;
  readonly at: string;
  readonly reason: string;
  readonly via: string;
  readonly version: number;
  readonly what: Turn;
  readonly fields: readonly FieldChange[];
};

/**
 * Which changes are asked for. What is left out does not narrow; `since` is the first change set that counts, `fromVersion`
 * the first version of each record, and `limit` keeps that many of the newest.
 */
export type HistoryFilter = {
  readonly kind?: string;
  readonly key?: string;
  readonly design?: string;
  readonly since?: number;
  readonly fromVersion?: number;
  readonly limit?: number;
};

/** The changes, newest first, and those of one change set in order of design, kind and key. */
export const history = async (db: Kysely<Tables>, filter: HistoryFilter = {}): Promise<Change[]> => {
  const rows = await changeRows(db, filter).execute();
  return rows
    .map(({ actor_verified, recorded_at, body, before, ...row }) => ({
      ...row,
      actorVerified: actor_verified === 1,
      at: recorded_at,
      what: turnOf(before, body),
      fields: fieldsBetween(before === null ? null : bodyOf(before), body === null ? null : bodyOf(body)),
    }))
    .sort((a, b) => b.changeSet - a.changeSet || byId(a, b));
};

/** The number of the last change set; 0 before the first. */
export const lastChange = async (db: Kysely<Tables>): Promise<number> => {
  const row = await db.selectFrom('writer_turn').select('last_change').executeTakeFirstOrThrow();
  return row.last_change;
};

/** The number of the last change set that touched a record of another kind; 0 before the first. */
export const lastChangeBut = async (db: Kysely<Tables>, kind: string): Promise<number> => {
  const row = await db
    .selectFrom('record_version')
    .select(({ fn }) => [fn.max('from_change').as('opened'), fn.max('until_change').as('closed')])
    .where('kind', '<>', kind)
    .executeTakeFirstOrThrow();
  return Math.max(row.opened ?? 0, row.closed ?? 0);
};

const turnOf = (before: string | null, body: string | null): Turn => {
  if (body === null) return 'closed';
  return before === null ? 'opened' : 'changed';
};

const changeRows = (db: Kysely<Tables>, { kind, key, design, since, fromVersion, limit }: HistoryFilter) =>
  db
    .selectFrom('record_version as is')
    .innerJoin('change_set as set', 'set.id', 'is.from_change')
    .leftJoin('record_version as was', (join) =>
      join
        .onRef('was.kind', '=', 'is.kind')
        .onRef('was.design', '=', 'is.design')
        .onRef('was.key', '=', 'is.key')
        .onRef('was.until_change', '=', 'is.from_change'),
    )
    .select(['is.kind', 'is.design', 'is.key', 'is.version', 'is.body', 'was.body as before'])
    .select(['set.id as changeSet', 'set.actor', 'set.actor_verified', 'set.recorded_at', 'set.reason', 'set.via'])
    .orderBy('set.id', 'desc')
    .orderBy('is.design')
    .orderBy('is.kind')
    .orderBy('is.key')
    .$if(kind !== undefined, (query) => query.where('is.kind', '=', kind ?? ''))
    .$if(key !== undefined, (query) => query.where('is.key', '=', key ?? ''))
    .$if(design !== undefined, (query) => query.where('is.design', '=', design ?? ''))
    .$if(since !== undefined, (query) => query.where('set.id', '>=', since ?? 0))
    .$if(fromVersion !== undefined, (query) => query.where('is.version', '>=', fromVersion ?? 0))
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0));
