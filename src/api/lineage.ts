import { z } from 'zod';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';

/** Where the rows of a metric or a rule come from, by the items that they are of. */
export const Lineage = z.object({
  /** The metric or the rule. */
  id: z.string(),
  kind: z.enum(['metric', 'rule']),
  sources: z.array(z.object({ source: z.string(), rows: z.int() })),
  /** Rows of no single item: of a record, or of many items at once, such as the work of a day. */
  others: z.int(),
});
export type Lineage = z.infer<typeof Lineage>;

export const traceLineage = endpoint({
  id: 'trace-lineage',
  stands: true,
  method: 'get',
  path: '/api/v1/lineage',
  summary: 'Which sources the rows of every metric and every rule come from, over all of the evidence',
  input: z.strictObject({ asOf }),
  answer: z.object({ asOf: z.iso.datetime(), lineage: z.array(Lineage) }),
});
