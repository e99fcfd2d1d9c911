import { z } from 'zod';

/** A half-open stretch of time [from, until), both as UTC instants in ISO 8601. Everywhere in the product. */
export const Window = z.object({ from: z.iso.datetime(), until: z.iso.datetime() }).readonly();
export type Window = z.infer<typeof Window>;
