import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIdOf, type SignDefinition, type SignRule } from '#signs/define.ts';
import { signs } from '#signs/index.ts';

/** Where the page stands. */
export const signsFile = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'signs.md');

/** The page of the signs of a misaligned operating model, from their definitions. */
export const signsPage = (): string => `${[head, ...signs.map(chapter)].join('\n\n')}\n`;

const head = `# The signs

Made by \`node tools/pages/signs.ts\` from the definitions in \`src/signs\`. Of eight signs, those are read that event logs, records and the
design can feed. They stand on the [metrics](metrics/README.md) and on the [rules](rules.md).

- A rule maps its value and its interval onto a **severity** from 0 to 100: 0 as designed or better, 50 at the worst
  tolerable, 100 at twice as bad or worse. Thresholds come from the design where it states them, then from the workspace's
  own history where a rule says so, and else from the product; each result says which. A rule setting under the rule's id
  replaces them or switches the rule off.
- **Confidence** is coverage × (1 − the width of the interval of severity ÷ 100). A value without an interval has none.
- The severity of a sign is the largest severity × confidence of its rules.
- A sign is **called** when two rules have the lower bound of their severity at 50 or above, and **to be watched** when one
  has. Else it **cannot be told** where fewer than two rules could be read, and is **clear** where two or more could.
- A place is named where a finding concentrates for sure: the place whose own interval lies beyond the value of the whole, or
  the one that holds a quarter or more of the cases. Teams too small to be shown are never named.`;

const chapter = (sign: SignDefinition): string =>
  [
    `## ${sign.number} ${sign.title}`,
    `\`sign.${sign.id}\`. ${sign.harm}`,
    ...sign.rules.map((rule) => section(sign, rule)),
  ].join('\n\n');

const section = (sign: SignDefinition, rule: SignRule): string =>
  [`### ${ruleIdOf(sign, rule)}`, `**${rule.title}.** ${rule.test}`, ...basisOf(rule)].join('\n\n');

const basisOf = ({ basis, unit }: SignRule): string[] => {
  switch (basis.kind) {
    case 'rule':
      return [`Stands on the rule [${basis.rule}](rules.md#${basis.rule.replaceAll('.', '')}), with its thresholds.`];
    case 'figure':
      return [`Stands on [${basis.metric}](metrics/${basis.metric.replace(/\/.*$/u, '')}.md).`, ...judged(unit, basis)];
    case 'own':
      return [`Stands on ${basis.standsOn}.`, ...judged(unit, basis)];
    case 'unfed':
      return [`Not fed yet: ${basis.needs}.`];
  }
};

type Judged = Extract<SignRule['basis'], { readonly breakpoints: unknown }>;

const judged = (unit: string, { breakpoints: { asDesigned, worstTolerable, twiceAsBad, why } }: Judged): string[] => {
  const figure = (value: number): string => (unit === 'share' ? `${Math.round(value * 1000) / 10}%` : String(value));
  const row = [asDesigned, worstTolerable, twiceAsBad].map(figure).join(' | ');
  return [`| unit | as designed | worst tolerable | twice as bad |\n|---|---|---|---|\n| ${unit} | ${row} |`, why];
};

if (import.meta.main) writeFileSync(signsFile, signsPage());
