import { z } from 'zod';

/**
 * What one record shall say, among several that are changed together.
 *
 * `fields` as everywhere a record is edited: what is null is taken away. `isNew` adds a record, `close` ends one; its past
 * stays. `expected` is the version that the edit was made on top of, 0 for none.
 */
export const RecordEdit = z.strictObject({
  kind: z.string(),
  key: z.string(),
  design: z.string().optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
  isNew: z.boolean().default(false),
  close: z.boolean().default(false),
  expected: z.int().min(0).optional(),
});
export type RecordEdit = z.infer<typeof RecordEdit>;
