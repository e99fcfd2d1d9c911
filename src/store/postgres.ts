import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { patience } from './trouble.ts';

/** Kysely's PostgreSQL. A writer waits for the one before it, but not for ever. */
export const postgresDialect = (connectionString: string): PostgresDialect => {
  const pool = new Pool({ connectionString, connectionTimeoutMillis: patience, lock_timeout: patience });
  // A resting connection that breaks is replaced when the next one is asked for; unheard, it would end the program.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
};
