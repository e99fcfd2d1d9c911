import { type ImportOutcome, importEvidence, losesMost, suggestMapping } from '#api/evidence.ts';
import { defineCommand, textOf } from '../define.ts';
import { count, counted, localDay } from '../numbers.ts';
import { harmless, type Terminal, table } from '../terminal.ts';

export const importLogs = defineCommand({
  name: 'import',
  says: 'take in the files of the sources; each row is accepted or rejected, and the import can be undone',
  flags: [
    { flags: '--suggest <file>', says: 'draft the mapping of a file from the file itself, as YAML on standard output' },
    { flags: '--dry-run', says: 'show what would become of every row, and take in nothing' },
    { flags: '--rows', says: 'with --json: the fate of each single row' },
    { flags: '--source <key>', says: 'only this source' },
  ],
  examples: [
    'throughline import --suggest incidents.csv > maps/incidents.yaml',
    'throughline import --dry-run my-it',
    'throughline import my-it',
    'throughline import undo 3 my-it',
  ],
  run: async (call, _, flags) => {
    const file = textOf(flags.suggest);
    if (file !== undefined) return suggest(call, file);
    const { ask, json, terminal } = call;
    const source = textOf(flags.source);
    const answer = await ask(importEvidence, { dryRun: flags.dryRun === true, rows: flags.rows === true, source });
    const code = answer.imports.some(tookNothing) ? nothingTaken : 0;
    if (json(answer)) return code;
    for (const outcome of answer.imports) show(terminal, outcome, answer.timeZone);
    if (answer.imports.length === 0) terminal.line('No source is named in throughline.yaml.');
    return code;
  },
});

/** The exit code of an import that took in no row of a file: the file, or what the mapping says of it, is wrong. */
const nothingTaken = 3;

const tookNothing = ({ what, total, accepted }: ImportOutcome): boolean =>
  isRefused(what) || (total > 0 && accepted === 0);

const isRefused = (what: ImportOutcome['what']): boolean => what === 'refused' || what === 'would-refuse';

const suggest: (call: Parameters<typeof importLogs.run>[0], file: string) => Promise<number> = async (
  { ask, json },
  file,
) => {
  const answer = await ask(suggestMapping, { file });
  if (json(answer)) return 0;
  process.stdout.write(answer.yaml);
  for (const question of answer.questions) process.stderr.write(`? ${question}\n`);
  return 0;
};

const headlines: Readonly<Record<ImportOutcome['what'], string>> = {
  imported: 'imported',
  replaced: 'imported in place of its earlier version',
  unchanged: 'unchanged since it was imported',
  refused: 'refused; its earlier version stays',
  'would-import': 'would be imported',
  'would-replace': 'would take the place of its earlier version',
  'would-refuse': 'would be refused; its earlier version stays',
};

const headlineOf = ({ what, accepted }: ImportOutcome): string =>
  accepted === 0 && what !== 'unchanged' && !isRefused(what)
    ? `${headlines[what]}, and no row of it is accepted`
    : headlines[what];

const show = (terminal: Terminal, outcome: ImportOutcome, timeZone: string): void => {
  const { line, style } = terminal;
  const run = outcome.run === null ? '' : style('dim', ` (import ${outcome.run})`);
  line(`${style('bold', outcome.source)} ${outcome.file}: ${headlineOf(outcome)}${run}`);
  const { total, accepted, rejected, fates, difference, from, until, blank } = outcome;
  line(
    `  ${counted(total, 'row')} = ${count(accepted)} accepted + ${count(rejected)} rejected   ${localDay(from, timeZone)} to ${localDay(until, timeZone)}`,
  );
  line(
    `  accepted: ${count(fates.new)} new, ${count(fates.known)} known already, ${count(fates.superseded)} superseded by a row of the same key`,
  );
  if (blank > 0) line(`  ${counted(blank, 'blank line')} passed over`);
  if (difference) {
    const { kept, added, removed } = difference;
    const against = isRefused(outcome.what) ? 'taken in as it is, it would mean' : 'against the earlier version';
    line(`  ${against}: ${count(kept)} kept, ${count(added)} added, ${count(removed)} removed`);
    for (const text of differenceWarnings(outcome)) line(`  ${style('yellow', text)}`);
  }
  for (const { code, count: times, example } of outcome.warnings) {
    line(`  ${style('yellow', `${code} × ${count(times)}`)} ${example}`);
  }
  showRejects(terminal, outcome);
};

const differenceWarnings = ({ what, difference, run }: ImportOutcome): string[] => {
  if (isRefused(what)) {
    return [`no row of it was accepted; to take it in as it is, undo import ${run} first and import again`];
  }
  const dryRun = what === 'would-replace';
  return [
    ...(difference && losesMost(difference)
      ? [`most rows of the earlier version ${dryRun ? 'would be' : 'are'} gone: make sure that the file is whole`]
      : []),
    ...(difference && difference.removed > 0
      ? [`what ${dryRun ? 'would be' : 'was'} removed does not come back with "import undo"`]
      : []),
  ];
};

const mostRejects = 10;

const showRejects = (terminal: Terminal, { rejects }: ImportOutcome): void => {
  if (rejects.length === 0) return;
  const rows = rejects
    .slice(0, mostRejects)
    .map(({ row, line, column, found, expected }) => [
      String(row),
      String(line),
      column ?? '–',
      terminal.clip(harmless(found), 30),
      terminal.clip(expected, 60),
    ]);
  const columns = [
    { title: 'row', right: true },
    { title: 'line', right: true },
    { title: 'field' },
    { title: 'found' },
    { title: 'expected' },
  ];
  table(terminal, columns, rows);
  if (rejects.length > mostRejects) {
    terminal.line(`  and ${count(rejects.length - mostRejects)} more; --json shows them all`);
  }
};
