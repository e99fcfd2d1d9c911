import { type Kysely, sql } from 'kysely';

/**
 * What the model files said of each record when they were last applied.
 *
 * It tells an edit made in the store from one made in a file. Until now the files were the only door to the records, so what
 * stands is what they said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stated_record')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('a_record_is_stated_once', ['kind', 'design', 'key'])
    .execute();
  await sql`
    insert into stated_record (kind, design, key, body)
    select kind, design, key, body from record_version where until_change is null and body is not null
  `.execute(db);
}
