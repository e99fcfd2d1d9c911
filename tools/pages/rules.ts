import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '#conformance/define.ts';
import { rules } from '#conformance/index.ts';
import { Dimension } from '#model/rule-result.ts';

/** Where the page stands. */
export const rulesFile = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'rules.md');

/** The page of the rules by which a design is held against the evidence, from their definitions. */
export const rulesPage = (): string => `${[head, ...Dimension.options.map(chapter)].join('\n\n')}\n`;

const head = `# Designed against actual: the rules

Made by \`node tools/pages/rules.ts\` from the definitions in \`src/conformance\`. What the words mean (item, visit, hand-over,
decision, right) stands in [evidence.md](evidence.md).

- A row of the evidence is held against the design in force at its instant. Rows that nothing allows to judge enter no
  value; they lower the **coverage**.
- A value becomes a **severity** from 0 to 100: 0 as designed or better, 50 at the worst tolerable, 100 at twice as bad or
  worse, straight between the three. The thresholds below hold unless the workspace states its own in a rule setting, or the
  design states them itself. A changed threshold needs no new reading of the evidence.
- A dimension scores 100 − Σ weight × severity ÷ Σ weight over its rules that could be read; a weight is 1 unless a rule
  setting says otherwise. What could not be read is listed with the reason and moves nothing.
- Fewer than five cases are "too few": no value and no severity. Where the design states nothing to hold the evidence
  against, the rule is "not designed" and names the record that is missing.
- What a design of origin \`drafted from the evidence\` states (as \`discover --draft\` writes it) is kept by that evidence as
  a matter of course. A rule for which no other design of the window states anything says so, as does the diagnosis, until
  the origin is taken away.
- Rates have Wilson intervals; shares of time are resampled by item up to 1,000 items and have the closed form of the ratio
  estimator above; effective numbers have the delta method; complete counts have none. The **trend** is the last whole
  planning period of the window less the one before, with the interval of the difference.
- A rule is also read **under pressure**, because the model that counts is the one followed when it is tight: what began
  on a pressed day, less what began on any other day of the window, with the interval of the difference (as for the trend;
  an item with rows on both sides makes it rather too wide). Each rule says below by which day and team. Fewer than five
  cases on a side are too few, and what began before the window is on neither.
  - A day is pressed for a team when its **work in progress** at the end of the day (local midnight; the last day as it
    stands) is in the upper quartile of the team's days in the window. Work in progress is what lay with the team in stages of
    kind queue, active or decision; a team's days are those from the first on which work lay with it to the last, weekends
    included. Days of equal work stay together: where those at the edge would make it more than a quarter, none of them
    is pressed, and a team whose days are all alike has no pressed ones.
  - A row without a team, and one of a team with fewer than 20 such days, is held against the work in progress of all teams.
  - For everybody the last ten **working days of a planning period** are pressed too, with the closed days among them; of a
    short period (a month, a week) at most its last third.
  - Pressure changes no value and no severity. \`conform\` tells it for every rule, \`diagnose\` where a rule is clearly less
    kept under it.`;

const chapter = (dimension: Dimension): string => {
  const own = rules.filter((rule) => rule.dimension === dimension);
  const title = `## ${dimension.slice(0, 1).toUpperCase()}${dimension.slice(1)}`;
  return [
    title,
    ...(own.length === 0 ? ['No rule of this dimension is measured on event logs.'] : own.map(section)),
  ].join('\n\n');
};

const section = ({ id, title, says, test, unit, breakpoints, underPressure, needs }: Rule): string => {
  const { asDesigned, worstTolerable, twiceAsBad, why } = breakpoints;
  const figure = (value: number): string => (unit === 'share' ? `${Math.round(value * 1000) / 10}%` : String(value));
  return [
    `### ${id}`,
    `**${title}.** ${says}`,
    test,
    `| unit | as designed | worst tolerable | twice as bad |\n|---|---|---|---|\n| ${unit} | ${[asDesigned, worstTolerable, twiceAsBad].map(figure).join(' | ')} |`,
    why,
    'by' in underPressure
      ? `Under pressure: by ${underPressure.by}.`
      : `Not read under pressure: ${underPressure.never}.`,
    needs ? `Needs in the design: ${needs.record}.` : 'Needs nothing in the design.',
  ].join('\n\n');
};

if (import.meta.main) writeFileSync(rulesFile, rulesPage());
