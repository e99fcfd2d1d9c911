import { Fault } from '#model/fault.ts';
import { isBlank } from '../cells/cell.ts';
import type { ReadRequest } from '../define.ts';
import { plainHead, type Rows, rowsOf } from '../table/grid.ts';
import { isOfPeople, type SeenColumn, seenColumn, textOf } from './column-seen.ts';
import { type Draft, draftOf } from './draft.ts';
import { draftYaml, oneLine, shortLine } from './draft-yaml.ts';
import { formsOf, quoted } from './forms-guess.ts';
import { wordsIn } from './head-words.ts';
import { type KindGuess, kindsOf, type LedgerGuess, ledgerOf } from './kind-guess.ts';
import { keyWords, knownKinds, knownLedger } from './known-fields.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { SuggestedColumn, Suggestion } from './suggestion.ts';

/** Less than this is no sign of any kind of record. */
const leastScore = 1.2;

/** Drafts a mapping for a table of which nothing is known, from what its heads say and what stands below them. */
export const suggestTable = ({ name, bytes, workspace }: ReadRequest): Suggestion => {
  const found = rowsOf(name, bytes, {});
  const layout = layoutOf(found.rows, knownWords);
  if (!layout)
    throw new Fault('records-unreadable', { path: name, why: 'no row of it looks like the heads of a table' });
  const totals = totalsIn(layout);
  const columns = columnsOf(layout, totals, workspace.fiscalYearStart);
  const lines = layout.lines.length - totals.rows;
  const [best, second] = kindsOf(columns, `${name} ${found.sheet ?? ''}`);
  const ledger = ledgerOf(columns);
  const about = { name, found, layout, columns, lines, workspace };
  if (ledger && (best === undefined || ledger.score > best.score || best.key === undefined))
    return ofLedger(ledger, about);
  if (!best || best.score < leastScore || best.fields.every(({ sure }) => sure < 0.6))
    throw new Fault('records-unreadable', { path: name, why: unlike(columns) });
  return ofKind(best, second, { ...about, totals });
};

const unlike = (columns: readonly SeenColumn[]): string =>
  `its columns look like those of no kind of record and of no ledger (a log of work or decisions is for "import --suggest"): ${columns
    .map(({ head }) => oneLine(head))
    .filter((head) => head !== '')
    .slice(0, 12)
    .join(', ')}`;

const knownWords: ReadonlySet<string> = new Set(
  [
    ...keyWords,
    ...knownKinds.flatMap(({ fields, nouns, byPeriod = {} }) => [
      ...nouns,
      ...Object.values(fields).flat(),
      ...Object.values(byPeriod).flat(),
    ]),
    ...Object.values(knownLedger).flat(),
  ].flatMap(wordsIn),
);

type About = {
  readonly name: string;
  readonly found: Rows;
  readonly layout: Layout;
  readonly columns: readonly SeenColumn[];
  readonly lines: number;
  readonly workspace: ReadRequest['workspace'];
};

/** Rows that add the others up: they are no record, and their sum would count everything twice. */
const totalsIn = ({
  lines,
}: Layout): { readonly words: readonly string[]; readonly rows: number; readonly at: ReadonlySet<number> } => {
  const found = lines.flatMap(({ row, cells }) => {
    const first = cells.find((cell) => !isBlank(cell));
    const text = first ? textOf(first) : '';
    return /^(?:grand |sub)?-?\s?(?:total|sum|summe|gesamt|insgesamt)\b/iu.test(text) && text.length < 40
      ? [{ row, text }]
      : [];
  });
  return {
    words: [...new Set(found.map(({ text }) => text))],
    rows: found.length,
    at: new Set(found.map(({ row }) => row)),
  };
};

const columnsOf = (
  { heads, groups, lines }: Layout,
  { at }: ReturnType<typeof totalsIn>,
  fiscalYearStart: number,
): readonly SeenColumn[] => {
  const own = lines.filter(({ row }) => !at.has(row));
  return heads.flatMap((head, index) => {
    if (head === '') return [];
    const cells = own.map((line) => line.cells[index]);
    return [seenColumn(head, { group: groups[index] ?? '', cells }, { fiscalYearStart, called: 'by-end' })];
  });
};

const ofKind = (
  best: KindGuess,
  second: KindGuess | undefined,
  about: About & { readonly totals: ReturnType<typeof totalsIn> },
): Suggestion => {
  const { columns, workspace, totals, lines } = about;
  const draft = draftOf(best, columns, { totals: totals.words, workspace });
  const { kind } = best.known;
  const doubt =
    second && second.score > best.score * 0.8
      ? [`Is each row a ${kind}, or rather a ${second.known.kind}? Both are likely.`]
      : [];
  const keyless = best.key?.isUnique
    ? []
    : best.key
      ? [
          `${quoted(best.key.column.head)} comes again: rows of one ${kind} have to say the same of it, or only add to its lists.`,
        ]
      : [`By which column is each ${kind} told apart ("key")? None has another value on each of the ${lines} rows.`];
  const summed =
    totals.rows > 0
      ? [
          `${totals.words.map(quoted).join(', ')} adds rows up and ${best.key ? 'is' : 'is not yet'} left out ("unless").`,
        ]
      : [];
  return suggestion('table', kind, about, draft, [...doubt, ...keyless, ...summed, ...draft.questions]);
};

const ofLedger = ({ columns: found, score }: LedgerGuess, about: About): Suggestion => {
  const parts = Object.entries(found).flatMap(([part, column]) => (column ? [{ part, column }] : []));
  const forms = formsOf(
    parts.map(({ part, column }) => ({ column, holds: ledgerHolds(part) })),
    about.workspace,
  );
  const draft = {
    mapping: {
      file: forms.file,
      source: about.name.replace(/\.\w+$/u, ''),
      columns: Object.fromEntries(parts.map(({ part, column }) => [part, column.head])),
    },
    read: parts.map(({ part, column }) => ({
      column,
      as: `posting ${part}`,
      holds: ledgerHolds(part),
      sure: Math.min(0.95, score / (parts.length + 1)),
    })),
    questions: forms.questions,
  };
  const open = `For which investment is each value of ${quoted(found.rawName?.head ?? '')} ("investment: {column: …, values: {VALUE: key}}")? Until then all of it is unmapped.`;
  return suggestion('ledger', 'posting', about, draft, [open, ...draft.questions]);
};

const ledgerHolds = (part: string): 'money' | 'day' | undefined =>
  part === 'on' ? 'day' : part === 'amount' ? 'money' : undefined;

type Drafted = {
  readonly mapping: Readonly<Record<string, unknown>> & { readonly file: object };
  readonly read: Draft['read'];
};

const suggestion = (
  format: Suggestion['format'],
  rowIs: string,
  { name, found, layout, columns }: About,
  { mapping, read }: Drafted,
  questions: readonly string[],
): Suggestion => {
  const shown = columns.map((column) => shownColumn(column, read));
  const file = {
    ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
    ...(layout.isBelow ? { headerRow: layout.headerRow } : {}),
    ...(layout.transposed ? { transposed: true } : {}),
    ...mapping.file,
  };
  const written = { ...mapping, file };
  const { file: _, ...rest } = mapping;
  return {
    format,
    rowIs,
    sheet: found.sheet,
    headerRow: layout.headerRow,
    transposed: layout.transposed,
    columns: shown,
    questions: questions.map(oneLine),
    yaml: draftYaml(Object.keys(file).length === 0 ? rest : written, {
      path: name,
      questions,
      columns: shown,
      schema: `../schema/${format}.schema.json`,
    }),
  };
};

const shownColumn = (column: SeenColumn, read: Draft['read']): SuggestedColumn => {
  const own = read.filter((each) => each.column === column);
  const sure = Math.max(0, ...own.map((each) => each.sure));
  return {
    head: plainHead(column.head),
    as: own.length === 0 ? null : own.map(({ as }) => as).join(', '),
    sureness: own.length === 0 ? 'none' : sure >= 0.85 ? 'sure' : sure >= 0.6 ? 'likely' : 'unsure',
    samples: isOfPeople(column) ? [] : column.samples.map((sample) => shortLine(sample, 30)),
    filled: column.filled,
  };
};
