import { z } from 'zod';
import { endpoint } from './define.ts';
import { Moment } from './figures.ts';
import { notices, RecordChange } from './model.ts';

const Side = z.object({ design: z.string(), name: z.string(), at: z.iso.datetime().nullable() });

export const compareDesigns = endpoint({
  id: 'compare-designs',
  method: 'get',
  path: '/api/v1/model/comparison',
  summary:
    'What differs between two designs, or in one design between two instants, record by record and field by field',
  input: z.strictObject({
    before: z.string(),
    /** The same design when left out. */
    after: z.string().optional(),
    /** As it stood then; as it stands now when left out. */
    beforeAt: Moment.optional(),
    afterAt: Moment.optional(),
  }),
  answer: z.object({
    before: Side,
    after: Side,
    /** What would have to happen to the first for it to say what the second says. */
    changes: z.array(RecordChange),
    unchanged: z.int(),
    notices,
  }),
});
