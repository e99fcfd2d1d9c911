import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import type { Conformance } from '#model/rule-result.ts';
import { figure, rounded } from '../numbers.ts';

/** A condition under which a check fails: `governance.at-intended-level<60%` or `delivery<50`. */
type Check = {
  readonly text: string;
  readonly on: string;
  readonly comparison: '<' | '>' | '<=' | '>=';
  readonly number: number;
  readonly perCent: boolean;
};

const form = /^([a-z][a-z.-]*)\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)\s*(%?)$/u;

/** Reads checks separated by commas; none when none was asked for. */
export const checksOf = (text: string | undefined): Check[] =>
  (text?.split(',') ?? []).map((part) => {
    const match = form.exec(part.trim());
    if (!match) throw new Fault('threshold-unreadable', { found: part.trim() });
    const [, on = '', comparison = '<', number = '0', percent = ''] = match;
    return {
      text: part.trim(),
      on,
      comparison: comparison as Check['comparison'],
      number: Number(number),
      perCent: percent === '%',
    };
  });

/** A check that failed: as it was typed, what the figure is (nothing where there is none), and both in a sentence. */
export type FailedCheck = { readonly check: string; readonly value: number | null; readonly says: string };

/**
 * The checks that fail. What has no figure cannot pass a check, and fails it: a gate that opens when
 * nothing is known is none.
 */
export const failing = (checks: readonly Check[], conformance: Conformance): FailedCheck[] =>
  checks.flatMap((check) => {
    const { text, on, comparison } = check;
    const { value, limit, shown } = held(check, conformance);
    if (value !== null && !holds(value, comparison, limit)) return [];
    const says =
      value === null
        ? `${on} has no figure, so ${comparison} ${shown(limit)} cannot be ruled out`
        : `${on} is ${shown(value)}, and ${comparison} ${shown(limit)} was to fail`;
    return [{ check: text, value, says }];
  });

type Held = { readonly value: number | null; readonly limit: number; readonly shown: (value: number) => string };

const held = (check: Check, { results, dimensions }: Conformance): Held => {
  const { text, on, number, perCent } = check;
  const dimension = dimensions.find((known) => known.dimension === on);
  // A score has 100 points, so that a per cent of it is a point.
  if (dimension && number > 0 && number < 1 && !perCent) {
    throw new Fault('threshold-unfit', {
      found: text,
      why: `${on} has a score of up to 100 points; write ${rounded(number * 100)}`,
    });
  }
  if (dimension) return { value: dimension.score, limit: number, shown: (value) => rounded(value) };
  const rule = results.find((known) => known.rule === on);
  const names = [...dimensions.map((known) => known.dimension), ...results.map((known) => known.rule)];
  if (!rule) throw new Fault('rule-unknown', { rule: on, closest: closest(on, names) });
  return { value: rule.value, limit: limitIn(check, rule.unit), shown: (value) => figure(value, rule.unit) };
};

/** A limit in the unit of the value. Where it could be meant in two ways, or in none, it is refused. */
const limitIn = ({ text, on, number, perCent }: Check, unit: Conformance['results'][number]['unit']): number => {
  const unfit = (why: string): Fault => new Fault('threshold-unfit', { found: text, why });
  if (unit !== 'share') {
    if (perCent) throw unfit(`${on} counts ${unit}s; write the number without %`);
    return number;
  }
  if (perCent) return number / 100;
  if (number > 1) throw unfit(`${on} is a share; write ${number}% (or ${number / 100})`);
  return number;
};

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
