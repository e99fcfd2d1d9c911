import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';

export const LevelKey = Key.brand<'level'>();
export type LevelKey = z.infer<typeof LevelKey>;

/** A rung of the ladder on which decisions are made. A higher rank is further from the work. */
export const Level = z.strictObject({ key: LevelKey, ...about, rank: z.int() }).overwrite(namedByKey);
export type Level = z.infer<typeof Level>;

/** The ladder of a design that states no level of its own. */
export const defaultLadder: readonly Level[] = ['team', 'product', 'portfolio', 'executive', 'board'].map(
  (key, index) => Level.parse({ key, name: `${key.charAt(0).toUpperCase()}${key.slice(1)}`, rank: index + 1 }),
);
