import type { Migration } from 'kysely/migration';
import { up as records } from './2026-11-23-records.ts';

/** Every step from an empty database to this program's tables, by the name the database remembers it under. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-23-records': { up: records },
};
