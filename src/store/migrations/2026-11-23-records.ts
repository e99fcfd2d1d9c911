import { type Kysely, sql } from 'kysely';

/**
 * Records as versions, the change sets that made them, and settings.
 *
 * A version stands from one change set until another. A record that is closed gets a last version without a body, so that
 * versions of one record follow each other without a gap and each knows what came before it. Instants are ISO text, whose
 * order as text is their order in time; the order of changes is the number of the change set, never the clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('change_set')
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('actor_verified', 'integer', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('via', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('a_change_set_has_its_own_number', ['id'])
    .addCheckConstraint('an_actor_is_verified_or_not', sql`actor_verified in (0, 1)`)
    .execute();
  await db.schema.createIndex('change_set_by_instant').on('change_set').column('recorded_at').execute();

  await db.schema
    .createTable('record_version')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('from_change', 'integer', (column) => column.notNull())
    .addColumn('until_change', 'integer')
    .addPrimaryKeyConstraint('a_record_has_each_version_once', ['kind', 'design', 'key', 'version'])
    .addForeignKeyConstraint('a_version_begins_with_a_change_set', ['from_change'], 'change_set', ['id'])
    .addForeignKeyConstraint('a_version_ends_with_a_change_set', ['until_change'], 'change_set', ['id'])
    .addCheckConstraint('a_version_ends_after_it_begins', sql`until_change is null or until_change > from_change`)
    .addCheckConstraint('versions_count_from_one', sql`version >= 1`)
    .execute();
  await db.schema
    .createIndex('a_record_has_one_standing_version')
    .unique()
    .on('record_version')
    .columns(['kind', 'design', 'key'])
    .where(sql.ref('until_change'), 'is', null)
    .execute();
  await db.schema.createIndex('record_version_by_change').on('record_version').column('from_change').execute();

  await db.schema
    .createTable('writer_turn')
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('last_change', 'integer', (column) => column.notNull())
    .addColumn('last_recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('a_turn_has_its_own_number', ['id'])
    .addCheckConstraint('there_is_one_turn', sql`id = 1`)
    .execute();
  await sql`insert into writer_turn (id, last_change, last_recorded_at) values (1, 0, '')`.execute(db);

  await db.schema
    .createTable('setting')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('a_setting_has_one_value', ['key'])
    .execute();
}
