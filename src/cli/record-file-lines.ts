import type { FileOutcome, Rejected } from '#api/record-files.ts';
import { count, counted } from './numbers.ts';
import { harmless, type Terminal, table } from './terminal.ts';

const mostRejects = 10;

/** What became of the rows of a file of records, why some were rejected, and the sums that tie. */
export const fileLines = (terminal: Terminal, file: FileOutcome): void => {
  const { line, style } = terminal;
  const { name, title, rows, ties, remarks } = file;
  line(`${style('bold', harmless(name))} ${style('dim', title)}`);
  line(`  ${counted(rows.total, 'row')} = ${count(rows.accepted)} accepted + ${count(rows.rejected)} rejected`);
  for (const { what, unit, file: stated, taken, rest } of ties) {
    const left = rest.map((each) => `${count(each.rows)} ${each.why}`);
    const without = left.length === 0 ? '' : `; without ${left.join(', ')}`;
    const mark = stated === taken ? style('green', '=') : style('yellow', '≠');
    line(`  ${what}: ${stated} ${unit} in the file ${mark} ${taken} ${unit} taken${without}`);
  }
  for (const { what, count: times, example } of remarks) {
    line(`  ${style('yellow', `${count(times)} ×`)} ${what} (${harmless(example)})`);
  }
  rejectLines(terminal, file);
};

const rejectLines = (terminal: Terminal, { rejected, complaints, reasons }: FileOutcome): void => {
  if (rejected.length === 0) return;
  const columns = [
    { title: 'sheet', most: 24 },
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

const cellsOf = ({ sheet, row, field, found, expected, closest }: Rejected): string[] => [
  sheet ?? '–',
  row === null ? '–' : String(row),
  field ?? '–',
  harmless(found),
  `${harmless(expected)}${closest === null ? '' : `; did you mean ${closest}?`}`,
];
