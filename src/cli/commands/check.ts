import { Fault } from '#model/fault.ts';
import type { Conformance } from '#model/rule-result.ts';

/** A condition under which a check fails: `governance.at-intended-level<60%` or `delivery<50`. */
type Check = { readonly on: string; readonly comparison: '<' | '>' | '<=' | '>='; readonly limit: number };

const form = /^([a-z][a-z.-]*)\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)\s*(%?)$/u;

/** Reads checks separated by commas; none when none was asked for. */
export const checksOf = (text: string | undefined): Check[] =>
  (text?.split(',') ?? []).map((part) => {
    const match = form.exec(part.trim());
    if (!match) throw new Fault('threshold-unreadable', { found: part.trim() });
    const [, on = '', comparison = '<', number = '0', percent = ''] = match;
    return { on, comparison: comparison as Check['comparison'], limit: Number(number) / (percent === '%' ? 100 : 1) };
  });

/**
 * The checks that fail, each in a sentence. What has no figure cannot pass a check, and fails it: a gate that opens when
 * nothing is known is none.
 */
export const failing = (checks: readonly Check[], { results, dimensions }: Conformance): string[] =>
  checks.flatMap(({ on, comparison, limit }) => {
    const dimension = dimensions.find((known) => known.dimension === on);
    const rule = results.find((known) => known.rule === on);
    if (!dimension && !rule) throw new Fault('rule-unknown', { rule: on, closest: undefined });
    const value = dimension ? dimension.score : (rule?.value ?? null);
    if (value === null) return [`${on} has no figure, so ${comparison} ${limit} cannot be ruled out`];
    return holds(value, comparison, limit) ? [`${on} is ${value}, and ${comparison} ${limit} was to fail`] : [];
  });

const holds = (value: number, comparison: Check['comparison'], limit: number): boolean => {
  switch (comparison) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
};
