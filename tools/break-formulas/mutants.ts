import { piecesOf } from './pieces.ts';

/** The file of a metric, rule or sign with one deliberate mistake in it. */
export type Mutant = {
  /** The changed line before and after, trimmed. */
  readonly before: string;
  readonly after: string;
  readonly source: string;
};

/** A mistake: where it can be made, and what then stands there; undefined where it would be none. */
type Mistake = {
  readonly at: RegExp;
  readonly instead: (found: string, groups: readonly string[]) => string | undefined;
};

const swap = (words: Readonly<Record<string, string>>): Mistake => ({
  at: new RegExp(`(?<![\\w.])(?:${Object.keys(words).join('|')})(?![\\w(])`, 'g'),
  instead: (found) => words[found],
});

/** Operators stand between blanks in the house's SQL, so that generics, arrows and paths are left alone. */
const operators: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '<>',
  '<>': '=',
  '+': '-',
  '-': '+',
  '/': '*',
  and: 'or',
  or: 'and',
};

const numbers: Readonly<Record<string, string>> = {
  '0.5': '0.85',
  '0.85': '0.5',
  '0.95': '0.5',
  '86400': '3600',
  '3600': '60',
  '86400000': '3600000',
};

/** Columns that are easily taken for one another. */
const columns: readonly string[][] = [
  ['started', 'ended', 'created'],
  ['raised', 'decided'],
  ['promised', 'promised_first'],
  ['handoffs', 'person_handoffs'],
  ['comments', 'approvals_asked'],
  ['rework', 'raw_rework'],
  ['ping_pong', 'any_return'],
  ['flow_elapsed', 'flow_working'],
  ['active_visits', 'repeated_active_visits'],
  ['rank_decided', 'rank_intended', 'rank_reached'],
  ['deciders', 'rights'],
  ['escalations', 'sideways'],
  ['layers', 'revisits'],
  ['first_step', 'communicated', 'acted'],
  ['from_team', 'to_team'],
  ['from_stage', 'stage_id'],
  ['from_at', 'until_at'],
];

/** What a figure is cut by, in place of something that never differs. */
const cuts: Readonly<Record<string, string>> = {
  capability_key: 'source',
  item_type: 'source',
  decision_type: 'source',
  team: 'source',
};

const nextOf = (lists: readonly string[][]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lists.flatMap((list) => list.map((word, index) => [word, list[(index + 1) % list.length] ?? word])),
  );

const classes = ['active', 'queue', 'handoff', 'decision', 'blocked', 'unmapped'];

/** The class of time behind `flow_` or `lead_`, and the prefix itself. */
const timeColumns = Object.fromEntries(
  classes.flatMap((name, index) => {
    const other = classes[(index + 1) % classes.length] ?? name;
    return [
      [`flow_${name}`, `lead_${name}`],
      [`lead_${name}`, `flow_${name}`],
      [`visit.${name}`, `visit.${other}`],
    ];
  }),
);

const statuses = {
  "'done'": "'open'",
  "'open'": "'done'",
  "'cancelled'": "'done'",
  "'queue'": "'active'",
  "'new'": "'active'",
  "'decision'": "'active'",
};

const sqlMistakes: readonly Mistake[] = [
  { at: /(?<= )(?:[<>]=?|<>|=|[+\-/]|and|or)(?= )/g, instead: (found) => operators[found] },
  // How many lines of a list are shown is no formula.
  { at: /(?<![\w.$[]|limit )\d+(?:\.\d+)?(?![\w.])/g, instead: (found) => numbers[found] ?? String(Number(found) + 1) },
  swap(cuts),
  swap(timeColumns),
  { at: /'(?:done|open|cancelled|queue|new|decision)'/g, instead: (found) => statuses[found as keyof typeof statuses] },
  { at: / is not null| is null/g, instead: (found) => (found === ' is null' ? ' is not null' : ' is null') },
  { at: /\bgreatest\(|\bleast\(|\bsum\(|\bmax\(|\bcount\(|\bfirst_value\(/g, instead: (found) => otherCall[found] },
  { at: /\bnullif\((\w+), 0\)/g, instead: (_, [column]) => column },
  { at: /\bcoalesce\((\w+), [^()]*\)/g, instead: (_, [column]) => column },
  { at: /(?<= )not (?=[a-z])/g, instead: () => '' },
  { at: / desc\b/g, instead: () => '' },
  { at: /\bleft join\b/g, instead: () => 'join' },
];

const otherCall: Readonly<Record<string, string>> = {
  'greatest(': 'least(',
  'least(': 'greatest(',
  'sum(': 'max(',
  'max(': 'min(',
  'count(': 'sum(',
  'first_value(': 'last_value(',
};

/** Every file with one mistake in what is formula, and none in the words that describe it. */
export const mutantsOf = (source: string): Mutant[] => {
  const edits = [...inSql(source), ...summaryEdits(source), ...droppedConditions(source), ...inCode(source)];
  const seen = new Set<string>([source]);
  return edits.flatMap((edit) => {
    const changed = apply(source, edit);
    if (seen.has(changed)) return [];
    seen.add(changed);
    return [{ before: lineAt(source, edit.from), after: lineAt(changed, edit.from), source: changed }];
  });
};

type Edit = { readonly from: number; readonly until: number; readonly text: string };

const apply = (source: string, { from, until, text }: Edit): string =>
  `${source.slice(0, from)}${text}${source.slice(until)}`;

const lineAt = (source: string, index: number): string => {
  const end = source.indexOf('\n', index);
  return source.slice(source.lastIndexOf('\n', index - 1) + 1, end < 0 ? source.length : end).trim();
};

const editsOf = (text: string, offset: number, { at, instead }: Mistake): Edit[] =>
  [...text.matchAll(at)].flatMap((match) => {
    const other = instead(match[0], match.slice(1));
    const from = offset + match.index;
    return other === undefined ? [] : [{ from, until: from + match[0].length, text: other }];
  });

const inSql = (source: string): Edit[] =>
  piecesOf(source).sql.flatMap(({ text, offset }) => [
    ...sqlMistakes.flatMap((mistake) => editsOf(text, offset, mistake)),
    ...editsOf(text, offset, swap(nextOf(columns))).filter(({ from }) => !isOnlyShown(source, from)),
  ]);

/** A column that stands bare among others and is named by no summary is there for readers, not for the figure. */
const isOnlyShown = (source: string, from: number): boolean => {
  const bare = /(?:select |, |\n +)$/.test(source.slice(0, from)) && /^\w+(?:,|\n)/.test(source.slice(from));
  const word = /^\w+/.exec(source.slice(from))?.[0] ?? '';
  return bare && !summarised(source).includes(word);
};

const summarised = (source: string): string[] => [
  ...new Set([...source.matchAll(/(?:of|top|bottom|hits|trials|group|day): '(\w+)'/g)].map(([, name = '']) => name)),
];

/** Other columns, percentiles, limits and kinds in what the rows are summarised by. */
const summaryEdits = (source: string): Edit[] => {
  const summaries = source.matchAll(/\{ kind: [^}]*\}/g);
  const used = [
    ...new Set([...source.matchAll(/(?:of|top|bottom|hits|trials): '(\w+)'/g)].map(([, name = '']) => name)),
  ];
  const other = Object.fromEntries(used.map((name, index) => [name, used[(index + 1) % used.length] ?? name]));
  return [...summaries].flatMap((summary) =>
    [
      { at: /(?<=(?:of|top|bottom|hits|trials): ')\w+(?=')/g, instead: (found: string) => other[found] },
      { at: /(?<=p: )[\d.]+/g, instead: (found: string) => numbers[found] },
      { at: /(?<=least: )\d+/g, instead: (found: string) => String(Number(found) + 1) },
      { at: /(?<=least: )\d+/g, instead: (found: string) => String(Number(found) - 1) },
      { at: /kind: 'mean'/g, instead: () => "kind: 'quantile', p: 0.5" },
      { at: /kind: 'quantile', p: [\d.]+/g, instead: () => "kind: 'mean'" },
      { at: /kind: 'sum'/g, instead: () => "kind: 'count'" },
    ].flatMap((mistake) => editsOf(summary[0], summary.index, mistake)),
  );
};

/** Each condition of a `where`, `having` or join left out in turn. */
const droppedConditions = (source: string): Edit[] =>
  piecesOf(source).sql.flatMap(({ text, offset }) =>
    [...text.matchAll(/\b(?:where|having|on|and|or) (?=\S)/g)].flatMap(({ 0: word, index }) => {
      const from = index + word.length;
      const until = conditionEnd(text, from);
      const spliced = text.slice(from, until).trim();
      return spliced === '' || text.slice(0, index).endsWith('preceding ')
        ? []
        : [
            {
              from: offset + from,
              until: offset + from + spliced.length,
              text: word.startsWith('or') ? 'false' : 'true',
            },
          ];
    }),
  );

const conditionEnd = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth < 0) return at;
    if (depth === 0 && at > from && /^\s(?:and|or|group|order|union|left|join|then)\b|^\n/.test(text.slice(at)))
      return at;
  }
  return text.length;
};

/** Operators of code; a number is one mistake where it is reckoned with, not where it is stated. */
const codeMistakes: readonly Mistake[] = [
  { at: /(?<= )(?:[<>]=?|[!=]==|[+\-*/]|&&|\|\|)(?= )/g, instead: (found) => codeOperators[found] },
  { at: /(?<=[\w)] (?:[<>]=?|[+\-*/]|\*\*) )\d+(?:\.\d+)?\b/g, instead: (found) => String(Number(found) + 1) },
  { at: /\bMath\.(?:min|max)\(/g, instead: (found) => (found === 'Math.min(' ? 'Math.max(' : 'Math.min(') },
  { at: /\.(?:some|every)\(/g, instead: (found) => (found === '.some(' ? '.every(' : '.some(') },
  { at: /\btellsRest: true\b/g, instead: () => 'tellsRest: false' },
];

const codeOperators: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

/** What stands outside of texts, comments and SQL, and the figures that a sign reads in place of one another. */
const inCode = (source: string): Edit[] => {
  const read = /(?<=basis: \{[^{}]*?\b(?:metric|rule): ')[^']+(?=')/g;
  const names = [...new Set([...source.matchAll(read)].map(([name]) => name))];
  const others = nextOf([names]);
  return [
    ...codeMistakes.flatMap((mistake) => editsOf(piecesOf(source).code, 0, mistake)),
    ...editsOf(source, 0, { at: read, instead: (found) => (names.length > 1 ? others[found] : undefined) }),
  ];
};
