import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { LevelKey } from './level.ts';

export const RoleKey = Key.brand<'role'>();
export type RoleKey = z.infer<typeof RoleKey>;

/** A part somebody plays in decisions. Never a person: who holds a role is not recorded. */
export const Role = z.strictObject({ key: RoleKey, ...about, level: LevelKey }).overwrite(namedByKey);
export type Role = z.infer<typeof Role>;
