import { z } from 'zod';
import { Key } from '#model/key.ts';
import { TableMapping } from '../table/mapping.ts';

const head = z.string().min(1, 'the head of a column');

/** How the columns of a ledger are read. `currency` of `file` holds where no column names one. */
export const LedgerMapping = z.strictObject({
  file: TableMapping.shape.file,
  source: z
    .string()
    .min(1, 'what the ledger is called')
    .describe('What the ledger is called: its statements are told from those of others by it.'),
  per: z
    .enum(['day', 'month'])
    .default('month')
    .describe('Rows of one month, or of one day, are added up where they agree in all else.'),
  columns: z
    .strictObject({
      on: head.describe('The day on which it was posted.'),
      amount: head.describe('What was spent; what came back is below nought.'),
      rawName: head.describe('What the money stands under: a cost centre, an account, a project.'),
      currency: head.optional().describe('The currency code of each row.'),
      category: head.optional().describe('What it was spent on.'),
      vendor: head.optional().describe('To whom it went.'),
    })
    .describe('Which column says what, by its head.'),
  investment: z
    .strictObject({
      column: head.describe('The column by which a row is known to be for an investment.'),
      values: z
        .record(z.string(), Key)
        .describe('For which investment, by its key, each value of the column stands; all others are unmapped.'),
    })
    .optional()
    .describe('By what a row is known to be for an investment; without it all money is unmapped.'),
});
export type LedgerMapping = z.infer<typeof LedgerMapping>;
