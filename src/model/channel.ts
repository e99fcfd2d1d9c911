import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { ForumKey } from './forum.ts';
import { Key } from './key.ts';

export const ChannelKey = Key.brand<'channel'>();
export type ChannelKey = z.infer<typeof ChannelKey>;

/** A way on which business and IT settle demand, priorities or expectations. `raw` are its names in the evidence. */
export const Channel = z
  .strictObject({
    key: ChannelKey,
    ...about,
    kind: z.enum(['intake', 'prioritisation', 'review', 'expectation']),
    cadenceDays: z.number().positive().optional(),
    forum: ForumKey.optional(),
    raw: z.array(z.string()).default([]),
  })
  .overwrite(namedByKey);
export type Channel = z.infer<typeof Channel>;
