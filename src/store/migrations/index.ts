import type { Migration } from 'kysely/migration';
import { up as records } from './2026-11-23-records.ts';
import { up as stated } from './2026-11-28-stated.ts';

/** Every step from an empty database to this program's tables, by the name the database remembers it under. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-23-records': { up: records },
  '2026-11-28-stated': { up: stated },
};
