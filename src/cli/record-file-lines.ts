import type { FileOutcome, Rejected } from '#api/record-files.ts';
import { count, counted } from './numbers.ts';
import { harmless, type Terminal, table } from './terminal.ts';
import { grouped } from './value-words.ts';

const mostRejects = 10;

/** What became of the rows of a file of records, why some were rejected, and the sums that tie. */
export const fileLines = (terminal: Terminal, file: FileOutcome): void => {
  const { line, style } = terminal;
  const { name, title, rows, ties, remarks } = file;
  line(`${style('bold', harmless(name))} ${style('dim', title)}`);
  line(`  ${counted(rows.total, 'row')} = ${count(rows.accepted)} accepted + ${count(rows.rejected)} rejected`);
  for (const tie of ties) line(`  ${tieText(terminal, tie)}`);
  for (const { what, count: times, example } of remarks) {
    line(`  ${style('yellow', `${count(times)} ×`)} ${what} (${harmless(example)})`);
  }
  rejectLines(terminal, file);
};

/** A sum as an equation: what the file states is what was taken and what was not, and why the latter was not. */
const tieText = ({ style }: Terminal, { what, unit, file, taken, rest }: FileOutcome['ties'][number]): string => {
  const lost = rest.flatMap(({ why, rows, amount }) =>
    amount === null
      ? []
      : [`${grouped(amount)} in ${counted(rows, 'row')} ${why.replace(/^in (?:rows|records) /u, '')}`],
  );
  const silent = rest.filter(({ amount }) => amount === null).map(({ why, rows }) => `${count(rows)} ${why}`);
  const without = silent.length === 0 ? '' : `; without ${silent.join(', ')}`;
  const sum = [`${grouped(taken)} taken`, ...lost.map((each) => style('yellow', each))].join(' + ');
  return `${harmless(what)}: ${grouped(file)} ${harmless(unit)} in the file = ${sum}${without}`;
};

const rejectLines = (terminal: Terminal, { rejected, complaints, reasons }: FileOutcome): void => {
  if (rejected.length === 0) return;
  const columns = [
    { title: 'in', most: 40 },
    { title: 'row', right: true },
    { title: 'field', most: 28 },
    { title: 'found', most: 30 },
    { title: 'expected', most: 70 },
  ];
  if (reasons.length < complaints && complaints > mostRejects) {
    for (const { field, expected, times } of reasons.slice(0, mostRejects)) {
      terminal.line(`  ${count(times)} × ${field ?? 'the row'}: ${expected}`);
    }
  }
  const shown = rejected.slice(0, mostRejects);
  const sheets = shown.some(({ sheet }) => sheet !== null);
  table(
    terminal,
    sheets ? columns : columns.slice(1),
    shown.map((each) => cellsOf(each).slice(sheets ? 0 : 1)),
  );
  if (complaints > shown.length) terminal.line(`  and ${count(complaints - shown.length)} more; --json shows them`);
};

const mostUnclosed = 5;

/** That nothing is closed, though the files were said to state all, and which records stay for it. */
export const unclosedLines = (
  { line, style }: Terminal,
  unclosed: readonly { readonly kind: string; readonly key: string }[],
): void => {
  if (unclosed.length === 0) return;
  const named = unclosed.slice(0, mostUnclosed).map(({ kind, key }) => `${kind} ${key}`);
  const more = unclosed.length > named.length ? ' …' : '';
  line(
    `${style('yellow', `Nothing is closed: ${counted(unclosed.length, 'record')} that the files do not name stay`)} (${named.join(', ')}${more}), because each may be the one that a rejected row speaks of. Mend the rows first.`,
  );
};

const cellsOf = ({ sheet, row, field, found, expected, closest }: Rejected): string[] => [
  sheet ?? '–',
  row === null ? '–' : String(row),
  field ?? '–',
  harmless(found),
  `${harmless(expected)}${closest === null ? '' : `; did you mean ${closest}?`}`,
];
