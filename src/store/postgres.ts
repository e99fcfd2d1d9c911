import { PostgresDialect } from 'kysely';
import { patience } from './trouble.ts';

/**
 * Kysely's PostgreSQL. A writer waits for the one before it, but not for ever.
 *
 * The driver is loaded with the first query: whoever keeps records in SQLite never waits for it.
 */
export const postgresDialect = (connectionString: string): PostgresDialect =>
  new PostgresDialect({
    pool: async () => {
      const { Pool } = await import('pg');
      const pool = new Pool({ connectionString, connectionTimeoutMillis: patience, lock_timeout: patience });
      // A resting connection that breaks is replaced when the next one is asked for; unheard, it would end the program.
      pool.on('error', () => undefined);
      return pool;
    },
  });
