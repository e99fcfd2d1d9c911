import type { Kysely } from 'kysely';
import { canonical } from './canonical.ts';
import { bodyOf } from './read.ts';
import type { Body, RecordId, StoredRecord } from './record.ts';
import type { Tables } from './tables.ts';

/** What the files say of a record from now on; null forgets it. */
export type Stated = RecordId & { readonly body: Body | null };

/** What the files said of each record when they were last applied. */
export const stated = async (db: Kysely<Tables>): Promise<StoredRecord[]> => {
  const rows = await db.selectFrom('stated_record').select(['kind', 'design', 'key', 'body']).execute();
  return rows.map(({ body, ...id }) => ({ ...id, body: bodyOf(body) }));
};

/** Rows in one statement: a database allows some 30,000 values in one, and 1,000 alternatives in one condition. */
const batch = 200;

export const keepStated = async (db: Kysely<Tables>, all: readonly Stated[]): Promise<void> => {
  for (let first = 0; first < all.length; first += batch) {
    const some = all.slice(first, first + batch);
    const rows = some.flatMap(({ body, ...id }) => (body === null ? [] : [{ ...id, body: canonical(body) }]));
    const gone = some.filter(({ body }) => body === null);
    if (rows.length > 0) {
      await db
        .insertInto('stated_record')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['kind', 'design', 'key']).doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })),
        )
        .execute();
    }
    if (gone.length > 0) {
      await db
        .deleteFrom('stated_record')
        .where((eb) => eb.or(gone.map(({ kind, design, key }) => eb.and({ kind, design, key }))))
        .execute();
    }
  }
};
