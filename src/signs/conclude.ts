import { tolerable } from '#model/band.ts';
import type { Sign, SignRuleResult, SignStatus } from '#model/sign.ts';
import type { SignDefinition } from './define.ts';
import { placeText } from './words.ts';

/** Whether a rule is beyond what is tolerable over the whole of its interval. */
export const isSure = ({ severity }: SignRuleResult): boolean => (severity?.lower ?? 0) >= tolerable;

/** Whether a rule is beyond what is tolerable, but not over the whole of its interval. */
const isPossible = (rule: SignRuleResult): boolean => (rule.severity?.value ?? 0) >= tolerable && !isSure(rule);

const weightOf = ({ severity, confidence }: SignRuleResult): number => (severity?.value ?? 0) * (confidence ?? 0);

/** What the rules of a sign come to, and the sentence for it. */
export const conclude = (definition: SignDefinition, rules: readonly SignRuleResult[]): Sign => {
  const read = rules.filter(({ severity }) => severity !== null);
  const [heaviest] = read.toSorted((a, b) => weightOf(b) - weightOf(a));
  const status = statusOf(rules);
  return {
    sign: `sign.${definition.id}`,
    title: definition.title,
    status,
    severity: heaviest ? weightOf(heaviest) : null,
    confidence: heaviest?.confidence ?? null,
    sentence: sentences[status](definition, rules),
    rules,
  };
};

const statusOf = (rules: readonly SignRuleResult[]): SignStatus => {
  const sure = rules.filter(isSure).length;
  if (sure > 0) return sure > 1 ? 'called' : 'watch';
  return rules.filter(({ severity }) => severity !== null).length < 2 ? 'not-enough-data' : 'clear';
};

/** How many findings a sentence can carry. */
const mostTold = 2;

const sentences: Readonly<Record<SignStatus, (sign: SignDefinition, rules: readonly SignRuleResult[]) => string>> = {
  called: ({ title }, rules) => {
    const sure = rules.filter(isSure).toSorted((a, b) => weightOf(b) - weightOf(a));
    const more = sure.length - mostTold;
    const rest = more > 0 ? ` ${more === 1 ? 'One more rule says' : `${more} more rules say`} so too.` : '';
    return `${title}: ${sure.slice(0, mostTold).map(clause).join('; and ')}.${rest} ${agreeing(sure, rules)}`;
  },
  watch: ({ name }, rules) => {
    const told = rules.filter(isSure).map(clause).join('; ');
    const others = readOf(rules).length - 1;
    const second =
      others === 0
        ? 'No other rule could be read that might confirm or refute it.'
        : `${others === 1 ? 'The other rule' : `None of the ${others} other rules`} that could be read ${others === 1 ? 'does not confirm' : 'confirms'} it for sure.`;
    return `One signal of ${name}: ${told}. ${second}${possible(rules)}`;
  },
  clear: ({ name }, rules) =>
    `No sure signal of ${name}: none of the ${readOf(rules).length} rules that could be read is beyond what is tolerable over its whole interval.${possible(rules)}`,
  'not-enough-data': ({ name }, rules) => {
    const read = readOf(rules).length;
    const missing = [...new Set(rules.flatMap((rule) => (rule.missing === undefined ? [] : [rule.missing])))];
    return `Nothing can be said of ${name}: ${read === 0 ? 'none' : 'only one'} of its ${rules.length} rules could be read. What is lacking: ${missing.join('; ')}.`;
  },
};

const readOf = (rules: readonly SignRuleResult[]): SignRuleResult[] => rules.filter(({ status }) => status === 'read');

/** What was found and where it concentrates. */
const clause = (rule: SignRuleResult): string => {
  const place = rule.where === null ? '' : `, ${placeText(rule.where, rule.unit)}`;
  return `${rule.says ?? rule.title}${place}`;
};

const agreeing = (sure: readonly SignRuleResult[], rules: readonly SignRuleResult[]): string =>
  `${sure.length} of ${readOf(rules).length} rules that could be read are beyond what is tolerable over their whole interval.`;

const possible = (rules: readonly SignRuleResult[]): string => {
  const some = rules.filter(isPossible).map(({ says, title }) => says ?? title);
  return some.length === 0 ? '' : ` Beyond it by the figure, but not for sure: ${some.join('; ')}.`;
};
