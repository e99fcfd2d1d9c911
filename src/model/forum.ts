import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { LevelKey } from './level.ts';
import { RoleKey } from './role.ts';

export const ForumKey = Key.brand<'forum'>();
export type ForumKey = z.infer<typeof ForumKey>;

/** A standing meeting. `purpose` is what it is meant for; what it spends its time on shows in its agendas. */
export const Forum = z
  .strictObject({
    key: ForumKey,
    ...about,
    level: LevelKey,
    purpose: z.enum(['decide', 'advise', 'status']),
    cadenceDays: z.number().positive().optional(),
    members: z.array(RoleKey).default([]),
  })
  .overwrite(namedByKey);
export type Forum = z.infer<typeof Forum>;
