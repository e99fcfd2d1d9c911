import type { NamedRow } from '../reading/named-table.ts';
import type { InvestmentRule } from './mapping.ts';

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
