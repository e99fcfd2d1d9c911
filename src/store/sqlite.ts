import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type DialectAdapter, type Driver, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { PatientDriver, patiently } from './patience.ts';

/**
 * Kysely's SQLite over the one built into Node.
 *
 * Every transaction begins as a writer (`begin immediate`): one that began as a reader could be refused in the middle,
 * when it first writes, because somebody else wrote meanwhile.
 */
export const sqliteDialect = (path: string): SqliteDialect => new NodeSqliteDialect(path);

/** A commit that was answered is on the disk: a power cut takes nothing back (`synchronous = full`). */
const opened = async (path: string): Promise<SqliteDatabase> => {
  const db = new DatabaseSync(path, { timeout: 0 });
  await patiently(() =>
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;'),
  ).catch((error: unknown) => {
    db.close();
    throw error;
  });
  return overNode(db);
};

const overNode = (db: DatabaseSync): SqliteDatabase => ({
  close: () => db.close(),
  prepare: (text) => {
    const statement = db.prepare(text === 'begin' ? 'begin immediate' : text);
    const reader = statement.columns().length > 0;
    const given = (values: readonly unknown[]) => values as SQLInputValue[];
    return {
      reader,
      all: (values) => statement.all(...given(values)),
      run: (values) => statement.run(...given(values)),
      iterate: (values) => statement.iterate(...given(values)),
    };
  },
});

class NodeSqliteDialect extends SqliteDialect {
  readonly #path: string;

  constructor(path: string) {
    super({ database: () => opened(path) });
    this.#path = path;
  }

  override createDriver(): Driver {
    return new PatientDriver({ database: () => opened(this.#path) });
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite can undo a half-made schema, which Kysely's own dialect does not make use of. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
