import { type BrokenCase, type DimensionScore, fallsUnderPressure, type RuleResult } from '#model/rule-result.ts';
import { bar, bounds, count, figure, interval, rounded } from './numbers.ts';
import { harmless, padded, type Style, type Terminal, wrapped } from './terminal.ts';

/** The colour of a distance from the design; with too little to say there is none. */
const colourOf = (severity: number): Style => (severity >= 50 ? 'red' : severity >= 25 ? 'yellow' : 'green');

/** One line a dimension: its score, how much of it could be read, or why there is none. */
export const dimensionLine = ({ line, style, width, clip }: Terminal, dimension: DimensionScore): void => {
  const { score, read, notRead, missing } = dimension;
  const name = padded(dimension.dimension, 13);
  if (score === null) {
    line(`  ${name} ${style('dim', clip(`  –  ${missing ?? 'not enough data'}`, width - 18))}`);
    return;
  }
  const rules = `${read.length} of ${read.length + notRead.length} rules read`;
  const colour = colourOf(100 - score);
  line(
    `  ${name} ${style('bold', padded(rounded(score, 0), 3, true))}  ${style(colour, bar(score / 100, 24))}  ${style('dim', rules)}`,
  );
};

/**
 * A rule with its evidence: what was found or why nothing was, how sure, against which threshold, whether it moves, whether
 * it holds under pressure, and a case. In a list of `places` only a rule that falls under pressure says so.
 */
export const ruleBlock = (terminal: Terminal, rule: RuleResult, place?: number): void => {
  const { line, style, width } = terminal;
  const { severity, n, broke, breakpoints } = rule;
  const number = place === undefined ? '  ' : padded(`${place}`, 2, true);
  const weight = severity ? style(colourOf(severity.value), `severity ${rounded(severity.value, 0)}`) : '';
  line(
    `${number} ${style('bold', rule.title)}  ${weight}  ${style('dim', `${rule.rule}${rule.cite === undefined ? '' : ` #${rule.cite}`}`)}`,
  );
  line(
    `   ${style('bold', valueText(rule))}   ${interval(rule.lower, rule.upper, plainUnit(rule), rule.interval)}   n ${count(n)}   ${count(broke)} broke it   ${style('dim', `designed ${amount(breakpoints.asDesigned, rule)}, tolerable to ${amount(breakpoints.worstTolerable, rule)} (${breakpoints.from})`)}`,
  );
  if (rule.missing !== undefined)
    for (const text of wrapped(`not read: ${rule.missing}`, width - 6)) line(`   ${style('yellow', text)}`);
  if (rule.drafted) line(`   ${style('yellow', 'held against what was drafted from the evidence itself')}`);
  const moved = trendText(rule);
  if (moved) line(`   ${moved}`);
  const pressure = place === undefined || fallsUnderPressure(rule) ? pressureText(rule) : undefined;
  if (pressure) line(`   ${fallsUnderPressure(rule) ? style('yellow', pressure) : pressure}`);
  const [first] = rule.examples;
  if (first)
    for (const text of wrapped(`e.g. ${caseText(first)}`, width - 6, '     ')) line(style('dim', `   ${text}`));
};

/** Where a case stands and how it broke the rule. */
export const caseText = ({ source, item, object, team, because }: BrokenCase): string => {
  const place = item === null ? object : `${source ?? ''} ${item}`;
  return harmless(`${place ?? team ?? ''}: ${because}`.trim());
};

/** A rule that could not be read, and why. */
export const unreadLine = ({ line, style, width, clip }: Terminal, { rule, missing, status }: RuleResult): void => {
  line(`   ${style('dim', clip(`${rule}: ${missing ?? status}`, width - 4))}`);
};

const plainUnit = ({ unit }: RuleResult): string => (unit === 'share' || unit === 'day' ? unit : 'bare');

const amount = (value: number, rule: RuleResult): string => figure(value, plainUnit(rule));

const valueText = (rule: RuleResult): string => {
  const value = figure(rule.value, plainUnit(rule));
  if (rule.unit !== 'team' && rule.unit !== 'path') return value;
  return `${value} ${rule.unit}${value === '1' ? '' : 's'}`;
};

const trendText = (rule: RuleResult): string | undefined => {
  if (!rule.trend) return undefined;
  const { thisPeriod, lastPeriod } = rule.trend;
  const values = `${lastPeriod.key} ${amount(lastPeriod.value, rule)} → ${thisPeriod.key} ${amount(thisPeriod.value, rule)}`;
  return `${values}   ${differenceText(rule, rule.trend, 'no clear change')}`;
};

const pressureText = (rule: RuleResult): string | undefined => {
  if (!rule.pressure) return undefined;
  const { under, rest } = rule.pressure;
  const values = `under pressure ${amount(under.value, rule)} (n ${count(under.n)}), else ${amount(rest.value, rule)} (n ${count(rest.n)})`;
  return `${values}   ${differenceText(rule, rule.pressure, 'no clear difference')}`;
};

const differenceText = ({ unit }: RuleResult, { difference, lower, upper }: Difference, unclear: string): string => {
  const sure = (lower > 0 && upper > 0) || (lower < 0 && upper < 0);
  const text = (value: number): string => (unit === 'share' ? rounded(value * 100, 1) : rounded(value));
  const much = `${difference > 0 ? '+' : ''}${text(difference)}${unit === 'share' ? ' points' : ''}`;
  return `${much}${bounds(text(difference), text(lower), text(upper))}${sure ? '' : `, ${unclear}`}`;
};

type Difference = { readonly difference: number; readonly lower: number; readonly upper: number };
