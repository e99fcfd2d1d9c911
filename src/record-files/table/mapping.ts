import { z } from 'zod';
import { kinds } from '#model/records.ts';

const head = z.string().min(1, 'the head of a column');
const fixed = z.strictObject({ is: z.union([z.string(), z.number(), z.boolean()]) });

/** Where a value comes from: a column, a column that is read in some way, or one value for all rows. */
const From = z.union([
  head,
  fixed,
  z.strictObject({
    column: head.describe('The head of the column, as the file has it; line breaks in it count as blanks.'),
    values: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .optional()
      .describe('What the words of the column stand for; null where they say nothing. Any other word is refused.'),
    otherwise: z.union([z.string(), z.number(), z.boolean()]).optional().describe('What any other word stands for.'),
    times: z
      .string()
      .regex(/^\d+(?:\.\d+)?$/u, 'a decimal number in quotes, such as "1000000"')
      .optional()
      .describe('By what amounts are multiplied: "1000000" where the column is in millions.'),
  }),
]);
export type From = z.infer<typeof From>;

/** What a key is made of: a column, or several values joined by hyphens. */
const KeyFrom = z.union([head, z.array(z.union([head, fixed])).min(1)]);
export type KeyFrom = z.infer<typeof KeyFrom>;

const Fields = z.record(z.string(), z.union([From, z.array(z.union([head, fixed])).min(1)]));

const Words = z.strictObject({ column: head, is: z.array(z.string()).min(1) });

const Stated = z.strictObject({
  kind: z.enum(kinds as [string, ...string[]]).describe('The kind of record that each row states.'),
  key: KeyFrom.optional().describe(
    'What its key is made of; may be left out where the parts of a record make its key.',
  ),
  when: Words.optional().describe('Only rows whose column holds one of these words state it.'),
  unless: z
    .union([Words, z.array(Words).min(1)])
    .optional()
    .describe(
      'Rows whose column holds one of these words state none, such as Total*; a * at the end stands for anything.',
    ),
  fields: Fields.default({}).describe(
    'Fields by their path, such as maturityTarget.level, and where their values come from.',
  ),
  lists: z
    .record(z.string(), z.array(Fields).min(1))
    .default({})
    .describe('Entries that each row adds to lists of the record; one whose columns are all empty is left out.'),
  partial: z
    .record(z.string(), z.array(z.string()).min(1))
    .default({})
    .describe(
      'Lists of which the file holds a part only, by the fields that tell entries apart: others that stand stay.',
    ),
});
export type Stated = z.infer<typeof Stated>;

/** How a table of any shape is read as records. */
export const TableMapping = z.strictObject({
  file: z
    .strictObject({
      sheet: z.string().optional().describe('The sheet of a workbook; the first that can be seen when left out.'),
      headerRow: z
        .int()
        .positive()
        .optional()
        .describe('The row of the heads; the first that has those named here when left out.'),
      transposed: z
        .boolean()
        .default(false)
        .describe('The heads stand in the first column, and each column is a record.'),
      delimiter: z
        .enum([',', ';', '\t', '|'])
        .optional()
        .describe('What stands between cells of text; found when left out.'),
      decimal: z
        .enum(['.', ','])
        .optional()
        .describe('The sign before decimals. Without it, 1.234 is refused as unsure.'),
      days: z
        .enum(['year-first', 'day-first', 'month-first'])
        .default('year-first')
        .describe('In which order the parts of a day stand that is written in figures.'),
      currency: z
        .string()
        .optional()
        .describe('The currency of amounts that name none; that of the workspace when left out.'),
      nothing: z
        .array(z.string())
        .default(['n/a', '-', '–', '?'])
        .describe('Words that say that there is no value; a * at the end stands for anything.'),
      exempt: z
        .array(z.string())
        .default(['Exempt under*'])
        .describe('Words that say that a value is kept back, which is told apart; a * at the end stands for anything.'),
      fiscalYears: z
        .enum(['by-end', 'by-start'])
        .default('by-end')
        .describe('By which of its two years a fiscal year is called that names only one.'),
    })
    .prefault({})
    .describe('How the file is written.'),
  records: z
    .array(Stated)
    .min(1, 'at least one kind of record')
    .describe('What each row states: one record or several.'),
});
export type TableMapping = z.infer<typeof TableMapping>;
