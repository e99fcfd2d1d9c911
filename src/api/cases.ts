import { z } from 'zod';
import { exactlyOne } from '#model/exactly-one.ts';
import { CaseHistory } from '#model/flow.ts';
import { endpoint } from './define.ts';
import { looked, told } from './flow.ts';

/** An element of a picture of flow, behind which there are cases. */
export const CasesOf = z
  .strictObject({
    /** Items that came to a stage in the window; to that of any log where none is named. */
    stage: z.strictObject({ source: z.string().optional(), stage: z.string() }).optional(),
    /** Moves that were made in the window. */
    move: z.strictObject({ source: z.string(), from: z.string(), to: z.string() }).optional(),
    /** Items that stood in a stage when the window ended; in none where it is null. */
    standing: z.strictObject({ source: z.string(), stage: z.string().nullable() }).optional(),
    /** What one team handed to another in the window. */
    handOff: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  })
  .check(exactlyOne('stage', 'move', 'standing', 'handOff'));
export type CasesOf = z.infer<typeof CasesOf>;

export const listCases = endpoint({
  id: 'list-cases',
  pages: ({ rows, total }) => ({ rows: rows.length, total }),
  stands: true,
  method: 'get',
  path: '/api/v1/cases',
  summary: 'The cases behind a stage, a move or a hand-off, those that took longest first',
  input: z.strictObject({
    ...looked,
    of: CasesOf,
    limit: z.int().min(1).max(100_000).default(50),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    ...told,
    title: z.string(),
    /** The words after `throughline` that give the same again. */
    command: z.array(z.string()),
    total: z.int(),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  }),
});

export const showCase = endpoint({
  id: 'show-case',
  stands: true,
  method: 'get',
  path: '/api/v1/cases/:source/:item',
  summary: 'One item from its first row to its last: which team had it in which stage, and what its time went into',
  input: z.strictObject({
    asOf: looked.asOf,
    from: looked.from,
    until: looked.until,
    source: z.string(),
    item: z.string(),
  }),
  answer: z.object({ ...told, history: CaseHistory }),
});
