import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from '#engine/sql.ts';
import { type Bounds, type Metric, unitOf } from '#metrics/define.ts';
import { metrics } from '#metrics/index.ts';
import type { Summary } from '#metrics/summary.ts';

/** Where the pages stand. */
export const metricsFolder = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'metrics');

/** The name of each page in the folder and its text: one a metric, and the list of them. */
export const metricPages = (): ReadonlyMap<string, string> =>
  new Map([['README.md', list()], ...metrics.map((metric): [string, string] => [`${metric.id}.md`, page(metric)])]);

const made = 'Made by `node tools/pages/metrics.ts` from the definitions in `src/metrics`.';

const families: Readonly<Record<string, string>> = {
  alignment: 'Alignment',
  flow: 'Flow and execution',
  decision: 'Decisions',
  quality: 'Quality',
  capability: 'Capabilities',
  outcome: 'Outcomes and benefits',
  efficiency: 'Efficiency',
};

const list = (): string =>
  `${[
    '# Metrics',
    `${made} What the words in them mean (item, visit, start, end, hand-over, decision, level) stands in [evidence.md](../evidence.md).`,
    `- Windows are half-open. Samples of fewer than five are "too few": no value. No data is never zero; only complete counts can be.
- Every value comes with the number of cases it stands on, a 95% interval or "complete", and its coverage: the share of
  cases that have what the figure takes.
- The rows behind a figure can be listed, and give the value again.`,
    ...Object.entries(families).map(([family, title]) => [`## ${title}`, table(family)].join('\n\n')),
  ].join('\n\n')}\n`;

const table = (family: string): string =>
  [
    '| metric | question | unit | better | cut by |',
    '|---|---|---|---|---|',
    ...metrics
      .filter(({ id }) => id.startsWith(`${family}.`))
      .map(
        ({ id, title, question, unit, better, scopes }) =>
          `| [${title}](${id}.md) | ${question} | ${unit} | ${better} | ${[...scopes, 'period'].join(', ')} |`,
      ),
  ].join('\n');

const page = (metric: Metric): string =>
  `${[
    `# ${metric.id}`,
    `**${metric.title}** (${metric.code}, version ${metric.version}). ${metric.question}`,
    metric.formula,
    metric.caveat === undefined ? undefined : `> ${metric.caveat}`,
    `| unit | better | signal | cut by |\n|---|---|---|---|\n| ${metric.unit} | ${metric.better} | ${metric.signal}, ${signals[metric.signal]} | ${[...metric.scopes, 'period'].join(', ')} |`,
    `## Edges\n\n${metric.edges}`,
    changesOf(metric),
    metric.others === undefined ? undefined : `## How others count\n\n${metric.others}`,
    `## Value and companions\n\n${values(metric)}`,
    ...(metric.beside ?? []).map(({ metric: other, by }) => `Beside it belongs [${other}](${other}.md) by ${by}.`),
    `## Rows\n\n${rowsIntro}${metric.unit === 'money' ? coinsIntro : ''}\n\n\`\`\`sql\n${written(metric.rows(bounds))}\n\`\`\``,
    ...(['stage', 'boundary', 'scale'] as const)
      .filter((scope) => metric.scopes.includes(scope))
      .map(
        (scope) =>
          `By ${scope} they are others:\n\n\`\`\`sql\n${written(metric.rows({ ...bounds, cut: [scope] }))}\n\`\`\``,
      ),
    `${made} All of them: [metrics](README.md).`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')}\n`;

const changesOf = ({ changes }: Metric): string | undefined =>
  changes && `## What changed\n\n${changes.map((what, index) => `- Version ${index + 2}: ${what}`).join('\n')}`;

const signals = ['benefit', 'outcome', 'decision or capability', 'flow, quality or efficiency', 'activity'] as const;

const rowsIntro =
  'One row a case. `:from` and `:until` are the window and `:as_of` the instant at which figures are read, as milliseconds since 1970.';

const coinsIntro = ' `:coins` is the number of the smallest coins that make one of the workspace’s currency.';

const values = (metric: Metric): string =>
  [
    '| name | is | unit | interval |',
    '|---|---|---|---|',
    `| value | ${inWords(metric.summary)} | ${metric.unit} | ${intervals[metric.summary.kind]} |`,
    ...Object.entries(metric.also ?? {}).map(
      ([name, companion]) => `| ${name} | ${inWords(companion)} | ${unitOf(metric, companion)} | |`,
    ),
  ].join('\n');

const inWords = (summary: Summary): string => {
  switch (summary.kind) {
    case 'quantile':
      return summary.p === 0.5 ? `median of \`${summary.of}\`` : `${summary.p * 100}th percentile of \`${summary.of}\``;
    case 'share':
      return `share of rows with \`${summary.of}\``;
    case 'rate':
      return `sum of \`${summary.hits}\` ÷ sum of \`${summary.trials}\``;
    case 'mean':
      return `mean of \`${summary.of}\``;
    case 'ratio':
    case 'complete-ratio': {
      const times = summary.kind === 'ratio' && summary.per !== undefined ? ` × ${summary.per}` : '';
      const among =
        summary.kind === 'complete-ratio' && summary.among !== undefined ? `, of rows with \`${summary.among}\`` : '';
      return `sum of \`${summary.top}\` ÷ sum of \`${summary.bottom}\`${times}${among}`;
    }
    case 'excess':
      return `sum of \`${summary.top}\` ÷ sum of \`${summary.bottom}\` − 1`;
    case 'count':
      return `number of rows with \`${summary.of}\``;
    case 'sum':
    case 'total':
      return `sum of \`${summary.of}\``;
    case 'greatest':
      return `greatest \`${summary.of}\``;
    case 'least':
      return `least \`${summary.of}\``;
    case 'daily-mean':
      return `mean over \`${summary.day}\` of the sum of \`${summary.of}\``;
    case 'survival':
      return `Kaplan–Meier median of \`${summary.of}\`, ended where \`${summary.observed}\``;
    case 'survival-ratio':
      return `Kaplan–Meier median of \`${summary.of}\`, ended where \`${summary.observed}\` ÷ that of \`${summary.over}\`, ended where \`${summary.overObserved}\``;
    case 'rank-correlation':
      return `Kendall's tau-b of \`${summary.of}\` and \`${summary.with}\`, pairs taken within one \`${summary.within}\``;
    case 'concentration':
      return `${concentrations[summary.as]} of the sums of \`${summary.of}\` by \`${summary.area}\``;
    case 'between':
      return `share of the variance of \`${summary.of}\` between values of \`${summary.group}\` with at least ${summary.least} rows`;
    case 'spearman':
      return `rank correlation of \`${summary.of}\` and \`${summary.with}\`, of at least ${summary.least} rows`;
    case 'largest-share':
      return `share of the most frequent \`${summary.of}\`; cut by it, the share of each`;
  }
};

const concentrations = {
  'effective-number': '1 ÷ Herfindahl index',
  herfindahl: 'Herfindahl index (sum of squared shares)',
  'normalised-herfindahl': 'Herfindahl index, moved so that even shares read 0,',
  gini: 'Gini coefficient',
  'corrected-gini': 'Gini coefficient × n ÷ (n − 1)',
  'top-three': 'share of the three largest',
} as const;

const intervals: Readonly<Record<Summary['kind'], string>> = {
  quantile: 'order statistics',
  share: 'Wilson',
  rate: 'Wilson',
  mean: "Student's t; none where all rows are alike",
  ratio: 'bootstrap by row up to 1,000 rows, ratio estimator above; at 0 or 1 Wilson over the effective number of rows',
  'complete-ratio': 'complete',
  excess: 'bootstrap by row up to 1,000 rows, ratio estimator above; none where all rows are alike',
  count: 'complete',
  sum: 'complete',
  total: 'complete',
  greatest: 'complete',
  least: 'complete',
  'daily-mean': 'complete',
  survival: 'Brookmeyer and Crowley',
  'survival-ratio': 'bootstrap by row',
  'rank-correlation': 'complete',
  concentration: 'complete',
  between: 'one-way random effects, by F',
  spearman: 'Fisher, with the variance of Bonett and Wright; none where the orders agree wholly',
  'largest-share': 'Wilson',
};

/** Values that no statement holds otherwise, so that placeholders can be told by what they stand for. */
const bounds: Bounds = { from: -1, until: -2, asOf: -3, coins: -4, days: [], cut: [] };

const words = new Map<unknown, string>([
  [bounds.from, ':from'],
  [bounds.until, ':until'],
  [bounds.asOf, ':as_of'],
  [bounds.coins, ':coins'],
  ['[]', ':day_ends'],
]);

const wordFor = (value: unknown): string => {
  const word = words.get(value);
  if (word === undefined) throw new Error(`a metric's rows hold a value that has no word: ${String(value)}`);
  return word;
};

const written = ({ strings, values: given }: Sql): string => {
  const text = strings.reduce((before, part, index) => `${before}${wordFor(given[index - 1])}${part}`);
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
};

if (import.meta.main) {
  mkdirSync(metricsFolder, { recursive: true });
  const pages = metricPages();
  for (const name of readdirSync(metricsFolder)) if (!pages.has(name)) rmSync(join(metricsFolder, name));
  for (const [name, text] of pages) writeFileSync(join(metricsFolder, name), text);
}
