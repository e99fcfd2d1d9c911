import type { Sign, SignRuleResult, SignStatus } from '#model/sign.ts';
import { bounds, rounded } from './numbers.ts';
import { harmless, padded, type Style, type Terminal, wrapped } from './terminal.ts';

const words: Readonly<Record<SignStatus, readonly [text: string, colour: Style]>> = {
  called: ['CALLED', 'red'],
  watch: ['WATCH', 'yellow'],
  clear: ['clear', 'green'],
  'not-enough-data': ['not told', 'dim'],
};

const column = 9;

/** A sign with its sentence; one that is clear or cannot be told takes one line. */
export const signLines = (terminal: Terminal, sign: Sign): void => {
  const { line, style, width, clip } = terminal;
  const [word, colour] = words[sign.status];
  const head = ` ${style(colour, padded(word, column))}`;
  if (sign.status === 'clear' || sign.status === 'not-enough-data') {
    line(`${head} ${style('dim', clip(`${nameOf(sign)}: ${readText(sign)}`, width - column - 4))}`);
    return;
  }
  const measured = sign.severity === null ? '' : `severity ${rounded(sign.severity, 0)} of 100`;
  line(`${head} ${style('dim', `${measured} · ${sign.sign}${cited(sign)}`)}`);
  for (const text of wrapped(harmless(sign.sentence), Math.min(width, 110) - column - 4))
    line(`${' '.repeat(column + 2)}${text}`);
};

/** One line a rule of a sign: whether it is beyond what is tolerable, and what was found or is lacking. */
export const signRuleLines = ({ line, style, width }: Terminal, rule: SignRuleResult): void => {
  const { severity, title, says, missing, thresholds } = rule;
  const weight = severity ? `severity ${rounded(severity.value, 0)}${boundsOf(severity)}` : 'not read';
  line(` ${style('bold', title)}  ${style('dim', `${weight} · ${rule.rule}${cited(rule)}`)}`);
  for (const text of wrapped(harmless(says ?? missing ?? ''), width - 6)) line(`   ${text}`);
  if (thresholds)
    line(style('dim', `   thresholds from the ${thresholds.from === 'default' ? 'product' : thresholds.from}`));
};

const boundsOf = ({ value, lower, upper }: NonNullable<SignRuleResult['severity']>): string =>
  lower === null || upper === null
    ? ', no interval'
    : bounds(rounded(value, 0), rounded(lower, 0), rounded(upper, 0), '–');

const cited = ({ cite }: { readonly cite?: string | undefined }): string => (cite === undefined ? '' : ` #${cite}`);

const nameOf = ({ sign }: Sign): string => sign.replace(/^sign\./u, '').replaceAll('-', ' ');

const readText = ({ status, rules }: Sign): string => {
  const read = rules.filter(({ severity }) => severity !== null).length;
  if (status === 'clear') return `none of ${read} rules read is beyond what is tolerable for sure`;
  return `${read} of ${rules.length} rules could be read`;
};
