import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the program keeps for itself under a key. Settings have no history: they say nothing about the organisation. */
export const setting = async (db: Kysely<Tables>, key: string): Promise<string | undefined> => {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
};

/** Keeps a value in the place of the former one; null forgets it. */
export const keepSetting = async (db: Kysely<Tables>, key: string, value: string | null): Promise<void> => {
  if (value === null) {
    await db.deleteFrom('setting').where('key', '=', key).execute();
    return;
  }
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
};
