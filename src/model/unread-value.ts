import { z } from 'zod';

/**
 * What decision rights ask for and a log says in words that cannot be read, on how many items, and where first.
 *
 * `ambiguous`: a number by either sign before the decimals, and another one by each. `other-currency`: one that was
 * declared not to count.
 */
export const UnreadValue = z
  .object({
    field: z.enum(['amount', 'regulated']),
    column: z.string(),
    why: z.enum(['ambiguous', 'other-currency', 'unreadable']),
    items: z.int().positive(),
    file: z.string(),
    /** Its number among the data records of the file. */
    row: z.int().positive(),
  })
  .readonly();
export type UnreadValue = z.infer<typeof UnreadValue>;

/** The sentence of one kind of them; `found` is the first, where it may be shown. */
export const unreadText = ({ field, column, why, items, file, row }: UnreadValue, found?: string): string => {
  const first = `${items === 1 ? '' : 'first '}in row ${row} of ${file}${found === undefined ? '' : `: ${JSON.stringify(found)}`}`;
  const many = items === 1 ? '1 item' : `${items.toLocaleString('en')} items`;
  return `${column} cannot be read on ${many} (${first}), so that nobody knows which right holds: ${expected(field, why)}`;
};

const expected = (field: UnreadValue['field'], why: UnreadValue['why']): string => {
  if (field === 'regulated') return 'yes or no expected; list the words of the log under yesNo';
  switch (why) {
    case 'ambiguous':
      return 'the sign before three digits may mean thousands or decimals; say which under numbers: decimal';
    case 'other-currency':
      return 'it is in another currency than numbers: currency';
    case 'unreadable':
      return 'an amount such as 12500, 12,500.00 or 12.500,00 expected';
  }
};
