import type { SuggestedMapping } from '#api/record-files.ts';
import { count, counted } from './numbers.ts';
import { word as shellWord } from './shell-word.ts';
import { harmless } from './terminal.ts';

/** As many rejected rows as show what the draft lacks. */
const mostRejects = 3;

/** A draft goes to standard output, so that it can be kept in a file; what is to be said of it goes beside. */
export const suggestionLines = (path: string, { known, draft }: SuggestedMapping, folder: string): void => {
  const say = (text: string): unknown => process.stderr.write(`${harmless(text)}\n`);
  if (known) say(`${path} needs no mapping: it is read as ${known.title}. --format table drafts one all the same.`);
  if (!draft) return;
  process.stdout.write(draft.yaml);
  const { format, rowIs, sheet, headerRow, transposed, rows, columns, rejected } = draft;
  const read = columns.filter(({ as }) => as !== null);
  const sure = read.filter(({ sureness }) => sureness === 'sure').length;
  const where = `${transposed ? 'column' : 'row'} ${headerRow}${sheet === null ? '' : ` of sheet ${sheet}`}`;
  say(
    `Heads in ${where}${transposed ? ', on its side' : ''}; each ${transposed ? 'column' : 'row'} is taken for: ${rowIs.replaceAll('-', ' ')}.`,
  );
  say(`${count(read.length)} of ${counted(columns.length, 'column')} are read, ${count(sure)} of them for sure.`);
  say(`As it is: ${counted(rows.total, 'row')} = ${count(rows.accepted)} accepted + ${count(rows.rejected)} rejected.`);
  for (const { row, field, found, expected } of rejected.slice(0, mostRejects))
    say(`  row ${row ?? '–'}, ${field ?? 'the row'}: ${found}; expected ${expected}`);
  for (const question of draft.questions) say(`? ${question}`);
  const place = folder === '.' ? '' : ` ${shellWord(folder)}`;
  say(
    `Then: throughline import records ${shellWord(path)} --format ${format} --mapping FILE.yaml --dry-run --reason WHY${place}`,
  );
};
