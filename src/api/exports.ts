import { z } from 'zod';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';

/** Where the page before ended, and what is known of the columns since the first one. */
export const ExportPlace = z.strictObject({
  after: z.string(),
  kinds: z.record(z.string(), z.enum(['text', 'time', 'int', 'float', 'boolean'])),
});
export type ExportPlace = z.infer<typeof ExportPlace>;

export const exportLog = endpoint({
  id: 'export-log',
  method: 'get',
  path: '/api/v1/sources/:source/log',
  summary: 'The rows of a source that count, as a file of CSV or XES, a page at a time; people as pseudonyms',
  input: z.strictObject({
    source: z.string(),
    asOf,
    format: z.enum(['csv', 'xes']).default('csv'),
    from: ExportPlace.optional(),
  }),
  /** The texts of all pages one behind the other are the file; `next` is where the next page begins. */
  answer: z.object({ text: z.string(), rows: z.int(), next: ExportPlace.nullable() }),
});
