import type { Kysely } from 'kysely';
import { instantOf } from './instant.ts';
import { type Body, byId, type VersionedRecord } from './record.ts';
import type { Tables } from './tables.ts';

/** The records that stand now, of one design or of all, in order of design, kind and key. */
export const current = async (db: Kysely<Tables>, design?: string): Promise<VersionedRecord[]> =>
  recordsOf(await standing(db, design).where('until_change', 'is', null).execute());

/**
 * The records that stood at an instant, changes of that very instant included.
 *
 * The instant finds the last change set that was recorded by then, and the number of that change set finds the records;
 * so the answer is always a state that once was, whatever the clocks did.
 */
export const asOf = async (db: Kysely<Tables>, instant: string, design?: string): Promise<VersionedRecord[]> => {
  const { last } = await db
    .selectFrom('change_set')
    .select((eb) => eb.fn.max('id').as('last'))
    .where('recorded_at', '<=', instantOf(instant))
    .executeTakeFirstOrThrow();
  if (last === null) return [];
  const rows = await standing(db, design)
    .where('from_change', '<=', last)
    .where((eb) => eb.or([eb('until_change', 'is', null), eb('until_change', '>', last)]))
    .execute();
  return recordsOf(rows);
};

const standing = (db: Kysely<Tables>, design: string | undefined) =>
  db
    .selectFrom('record_version')
    .select(['kind', 'design', 'key', 'version', 'body'])
    .where('body', 'is not', null)
    .$narrowType<{ body: string }>()
    .$if(design !== undefined, (query) => query.where('design', '=', design ?? ''));

const recordsOf = (rows: readonly (Omit<VersionedRecord, 'body'> & { readonly body: string })[]): VersionedRecord[] =>
  rows.map(({ body, ...row }) => ({ ...row, body: bodyOf(body) })).sort(byId);

/** Only canonical JSON of an object is ever written, so what is read is one. */
export const bodyOf = (text: string): Body => JSON.parse(text) as Body;
