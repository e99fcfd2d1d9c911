import { Fault } from '#model/fault.ts';
import { isBlank } from '../cells/cell.ts';
import type { ReadRequest } from '../define.ts';
import { plainHead, type Rows, tablesIn } from '../table/grid.ts';
import { isOfPeople, type SeenColumn, seenColumn, textOf } from './column-seen.ts';
import { type Draft, draftOf, type Words } from './draft.ts';
import { draftYaml, oneLine, shortLine } from './draft-yaml.ts';
import { formsOf, quoted } from './forms-guess.ts';
import { wordsIn } from './head-words.ts';
import { type KindGuess, kindsOf, type LedgerGuess, ledgerOf } from './kind-guess.ts';
import { keyWords, knownKinds, knownLedger } from './known-fields.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { SuggestedColumn, Suggestion } from './suggestion.ts';

/** Less than this is no sign of any kind of record. */
const leastScore = 1.2;

/** As many sheets are looked at for the one that is a table. */
const mostSheets = 30;

/**
 * Drafts a mapping for a table of which nothing is known, from what its heads say and what stands below them. Of the sheets
 * of a workbook it is the one that says most.
 */
export const suggestTable = ({ name, bytes, workspace }: ReadRequest): Suggestion => {
  const sheets = [...tablesIn(name, bytes).take(mostSheets)];
  const looked = sheets.flatMap((found) => lookedAt(found, { name, workspace }) ?? []);
  const [first] = looked;
  if (!first)
    throw new Fault('records-unreadable', { path: name, why: 'no row of it looks like the heads of a table' });
  const table = looked.reduce((most, each) => (each.score > most.score ? each : most), first);
  if (!table.draft) throw new Fault('records-unreadable', { path: name, why: unlike(table.columns) });
  return table.draft(sheets.flatMap(({ sheet }) => (sheet === undefined || sheet === table.sheet ? [] : [sheet])));
};

type Looked = {
  readonly sheet: string | undefined;
  readonly columns: readonly SeenColumn[];
  /** How much the table says of any kind of record or of a ledger. */
  readonly score: number;
  /** The draft for it, beside other sheets; nothing where it says too little. */
  readonly draft: ((others: readonly string[]) => Suggestion) | undefined;
};

const lookedAt = (found: Rows, { name, workspace }: Pick<ReadRequest, 'name' | 'workspace'>): Looked | undefined => {
  const layout = layoutOf(found.rows, knownWords);
  if (!layout) return undefined;
  const beside = [...totalsIn(layout), ...notesIn(layout)];
  const columns = columnsOf(layout, new Set(beside.map(({ row }) => row)), workspace.fiscalYearStart);
  const lines = layout.lines.length - beside.length;
  const [best, second] = kindsOf(columns, `${name} ${found.sheet ?? ''}`);
  const ledger = ledgerOf(columns);
  const about = { name, found, layout, columns, lines, workspace };
  const looked = { sheet: found.sheet, columns, score: Math.max(best?.score ?? 0, ledger?.score ?? 0) };
  if (ledger && (best === undefined || ledger.score > best.score || best.key === undefined))
    return { ...looked, draft: (others) => ofLedger(ledger, { ...about, others }) };
  if (!best || best.score < leastScore || best.fields.every(({ sure }) => sure < 0.6))
    return { ...looked, draft: undefined };
  return { ...looked, draft: (others) => ofKind(best, second, { ...about, beside, others }) };
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
  /** The other sheets, which are not read. */
  readonly others: readonly string[];
};

/** A row that is no record, by the text that it is known by and the head above it. */
type BesideRow = { readonly row: number; readonly head: string; readonly text: string; readonly adds: boolean };

/** Rows that add the others up: they are no record, and their sum would count everything twice. */
const totalsIn = ({ heads, lines }: Layout): BesideRow[] =>
  lines.flatMap(({ row, cells }) => {
    const at = cells.findIndex((cell) => !isBlank(cell));
    const text = cells[at] ? textOf(cells[at]) : '';
    const isTotal = /^(?:grand |sub)?-?\s?(?:total|sum|summe|gesamt|insgesamt)\b/iu.test(text) && text.length < 40;
    return isTotal && heads[at] ? [{ row, head: heads[at], text, adds: true }] : [];
  });

/** Notes and headings among the rows: all that they say is one text, where most rows fill several columns. */
const notesIn = ({ heads, lines }: Layout): BesideRow[] => {
  const stated = lines.map(({ row, cells }) => ({ row, cells, filled: cells.filter((cell) => !isBlank(cell)) }));
  const usual = stated.map(({ filled }) => filled.length).sort((a, b) => a - b)[Math.floor(stated.length / 2)] ?? 0;
  if (usual < fewestFilled) return [];
  return stated.flatMap(({ row, cells, filled }) => {
    const [text = '', ...others] = new Set(filled.map(textOf));
    const head = heads[cells.findIndex((cell) => !isBlank(cell))];
    const isNote = others.length === 0 && filled[0]?.is === 'text' && head;
    return isNote ? [{ row, head, text: beginning(text), adds: false }] : [];
  });
};

/** Tables whose rows fill fewer columns may well have a row of one cell. */
const fewestFilled = 4;

/** Of a long text only the first words stand in the mapping. */
const beginning = (text: string): string => (text.length > 60 ? `${text.slice(0, 40)}*` : text);

/** The rows that are left out, by the columns that tell them. */
const wordsBy = (beside: readonly BesideRow[]): Words[] =>
  [...Map.groupBy(beside, ({ head }) => head)].map(([column, rows]) => ({
    column,
    is: [...new Set(rows.map(({ text }) => text))],
  }));

const columnsOf = (
  { heads, groups, lines }: Layout,
  beside: ReadonlySet<number>,
  fiscalYearStart: number,
): readonly SeenColumn[] => {
  const own = lines.filter(({ row }) => !beside.has(row));
  return heads.flatMap((head, index) => {
    if (head === '') return [];
    const cells = own.map((line) => line.cells[index]);
    return [seenColumn(head, { group: groups[index] ?? '', cells }, { fiscalYearStart, called: 'by-end' })];
  });
};

const ofKind = (
  best: KindGuess,
  second: KindGuess | undefined,
  about: About & { readonly beside: readonly BesideRow[] },
): Suggestion => {
  const { columns, workspace, beside, lines } = about;
  const draft = draftOf(best, columns, { leftOut: wordsBy(beside), workspace });
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
  const tree =
    kind === 'capability'
      ? [
          'Is it a catalogue, in which capabilities stand below others? --format capability-catalogue reads that without a mapping, with what each is below.',
        ]
      : [];
  return suggestion('table', kind, about, draft, [
    ...doubt,
    ...tree,
    ...keyless,
    ...toldBeside(beside),
    ...draft.questions,
  ]);
};

/** What is left out, and why. */
const toldBeside = (beside: readonly BesideRow[]): string[] =>
  [true, false].flatMap((adds) => {
    const words = [...new Set(beside.filter((each) => each.adds === adds).map(({ text }) => quoted(text)))];
    if (words.length === 0) return [];
    const why = adds ? 'adds rows up' : 'stands alone in its row';
    return [`${words.slice(0, 5).join(', ')} ${why} and is left out ("unless").`];
  });

const ofLedger = ({ columns: found, score }: LedgerGuess, about: About): Suggestion => {
  const parts = Object.entries(found).flatMap(([part, column]) => (column ? [{ part, column }] : []));
  const forms = formsOf(
    parts.map(({ part, column }) => ({ column, holds: ledgerHolds(part) })),
    about.workspace,
    found.currency !== undefined,
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
  { name, found, layout, columns, others }: About,
  { mapping, read }: Drafted,
  questions: readonly string[],
): Suggestion => {
  const shown = columns.map((column) => shownColumn(column, read));
  const asked = [...questions, ...otherSheets(others)];
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
    questions: asked.map(oneLine),
    yaml: draftYaml(Object.keys(file).length === 0 ? rest : written, {
      path: name,
      questions: asked,
      columns: shown,
      schema: `../schema/${format}.schema.json`,
    }),
  };
};

const otherSheets = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `Are other sheets tables too (${names.slice(0, 8).map(quoted).join(', ')})? Each needs a mapping of its own ("sheet" of file).`,
      ];

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
