import { z } from 'zod';
import { Key } from '#model/key.ts';
import type { NamedRow } from '../reading/named-table.ts';

/** By what a charge is known to be for an investment: a column, or a tag, and what each of its values stands for. */
export const InvestmentRule = z
  .strictObject({ column: z.string().optional(), tag: z.string().optional(), values: z.record(z.string(), Key) })
  .refine(({ column, tag }) => (column === undefined) !== (tag === undefined), 'either a column or a tag');
type InvestmentRule = z.infer<typeof InvestmentRule>;

/** The investment that a row is for, or undefined where the rule knows none. */
export const investmentOf = (row: NamedRow, rule: InvestmentRule | undefined): string | undefined => {
  if (rule === undefined) return undefined;
  const value = rule.column === undefined ? tagIn(row.text('Tags'), rule.tag ?? '') : row.text(rule.column);
  return value !== undefined && Object.hasOwn(rule.values, value) ? rule.values[value] : undefined;
};

/** The value of a tag; one that is only set counts as "true". What is no JSON has no tags. */
const tagIn = (tags: string, name: string): string | undefined => {
  if (!tags.startsWith('{')) return undefined;
  try {
    const read: unknown = JSON.parse(tags);
    const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
