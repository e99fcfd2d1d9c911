import { z } from 'zod';
import { Scope } from './reading.ts';

/** What has to be asked for to open a figure, rule or sign: its id, and the cases of a figure that are looked at. */
export const Opens = z
  .object({
    id: z.string(),
    where: z
      .strictObject({ scope: Scope.exclude(['period']), key: z.string() })
      .readonly()
      .optional(),
  })
  .readonly();
export type Opens = z.infer<typeof Opens>;
