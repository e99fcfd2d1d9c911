import { z } from 'zod';
import { Key } from '#model/key.ts';

/** By what a charge is known to be for an investment: a column, or a tag, and what each of its values stands for. */
const InvestmentRule = z
  .strictObject({
    column: z.string().optional().describe('A column of the bill, such as SubAccountId.'),
    tag: z.string().optional().describe('The name of a tag, in place of a column.'),
    values: z
      .record(z.string(), Key)
      .describe('For which investment, by its key, each value stands; all others are unmapped.'),
  })
  .refine(({ column, tag }) => (column === undefined) !== (tag === undefined), 'either a column or a tag')
  .meta({ oneOf: [{ required: ['column'] }, { required: ['tag'] }] });
export type InvestmentRule = z.infer<typeof InvestmentRule>;

/** How a cloud bill is added up, and for which investments its charges are. */
export const FocusMapping = z.strictObject({
  per: z
    .enum(['day', 'month'])
    .default('month')
    .describe('Charges of one month, or of one day, are added up where they agree in all else.'),
  investment: InvestmentRule.optional().describe(
    'By what a charge is known to be for an investment; without it all money is unmapped.',
  ),
});
export type FocusMapping = z.infer<typeof FocusMapping>;
