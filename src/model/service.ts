import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { TeamKey } from './team.ts';

export const ServiceKey = Key.brand<'service'>();
export type ServiceKey = z.infer<typeof ServiceKey>;

/** Something that runs and that others rely on. `owner` is who runs it; accountability in time is an ownership. */
export const Service = z.strictObject({ key: ServiceKey, ...about, owner: TeamKey.optional() }).overwrite(namedByKey);
export type Service = z.infer<typeof Service>;
