import { type CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDriver } from 'kysely';
import { isBusy, patience } from './trouble.ts';

const pause = 10;

/**
 * Asks again while somebody else is writing.
 *
 * SQLite could wait by itself, but it would hold up the whole program, and for ever when the other writer is in it too.
 */
export const patiently = async <Answer>(ask: () => Answer | Promise<Answer>): Promise<Answer> => {
  for (let waited = 0; ; waited += pause) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/** Kysely's SQLite driver, waiting its turn. */
export class PatientDriver extends SqliteDriver {
  #patient: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= patient(await super.acquireConnection());
    return this.#patient;
  }
}

/** Inside a transaction nobody is waited for: it began as a writer. */
const patient = (connection: DatabaseConnection): DatabaseConnection => ({
  executeQuery: <Row>(query: CompiledQuery): Promise<QueryResult<Row>> =>
    patiently(() => connection.executeQuery<Row>(query)),
  streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
});
