import { basename } from 'node:path';
import { importRecords, suggestRecordMapping } from '#api/record-files.ts';
import { Fault } from '#model/fault.ts';
import { changedLines } from '../change-lines.ts';
import { type Call, defineCommand, textOf } from '../define.ts';
import { filesIn, isWorkspace } from '../files-in.ts';
import { givenBytes } from '../given-file.ts';
import { fileLines, unclosedLines } from '../record-file-lines.ts';
import { suggestionLines } from '../suggestion-lines.ts';

export const importRecordFiles = defineCommand({
  name: 'import records',
  many: {
    name: 'file',
    says: 'files that records are read from, or folders of such, which may lie anywhere',
    isFolder: isWorkspace,
  },
  says: 'take records from workbooks, tables and catalogues into the store as one change, with who, when and why',
  flags: [
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--format <format>', says: 'the format of the files; told from each file unless said' },
    {
      flags: '--mapping <file>',
      says: 'how columns are to be read, as YAML, where the format cannot know: always for --format table and ledger',
    },
    { flags: '--design <key>', says: 'to which design records of a design belong' },
    { flags: '--whole <kinds>', says: 'kinds, with commas, of which the files state all: close what they do not name' },
    {
      flags: '--suggest',
      says: 'draft the mapping of an unknown table from the table itself, as YAML on standard output',
    },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: [
    'throughline import records initiatives.csv --dry-run --reason "as the portfolio office has it"',
    'throughline import records report.xlsx --suggest > report.yaml',
    'throughline import records report.xlsx --format table --mapping report.yaml --reason "as reported"',
    'throughline import records architecture.xml --reason "as drawn in May"',
    'throughline import records catalog --reason "who owns what, as Backstage has it" my-it',
    'throughline import records benefits.csv --whole benefit --reason "the register of May" my-it',
  ],
  run: async (call, _, flags) => {
    if (flags.suggest === true) return suggestMapping(call, textOf(flags.format));
    const { ask, json, terminal, folder, words } = call;
    const format = textOf(flags.format);
    const mapped = textOf(flags.mapping);
    const mapping = mapped === undefined ? undefined : givenBytes(mapped).toString('utf8');
    const answer = await ask(importRecords, {
      files: filesIn(words, format).map(({ path, name }) => ({
        name,
        content: givenBytes(path).toString('base64'),
        format,
        mapping,
      })),
      design: textOf(flags.design),
      whole: textOf(flags.whole)?.split(',') ?? [],
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    const code = answer.files.some(({ rows }) => rows.total > 0 && rows.accepted === 0) ? nothingTaken : 0;
    if (json(answer)) return code;
    for (const file of answer.files) fileLines(terminal, file);
    changedLines(terminal, answer, folder);
    unclosedLines(terminal, answer.unclosed);
    if (answer.untouched > 0) terminal.line(`${answer.untouched} of the records say so already.`);
    return code;
  },
});

/** Drafts the mapping of one file; with a format that is named, also where the file needs none. */
const suggestMapping = async ({ ask, json, folder, words }: Call, format: string | undefined): Promise<number> => {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0)
    throw new Fault('input-refused', { field: 'file', found: `${words.length} files`, expected: 'one file at a time' });
  const file = { name: basename(path), content: givenBytes(path).toString('base64') };
  const answer = await ask(suggestRecordMapping, { ...file, always: format === 'table' || format === 'ledger' });
  if (!json(answer)) suggestionLines(path, answer, folder);
  return 0;
};

/** The exit code where no row of a file could be taken: the file, or what was said of it, is wrong. */
const nothingTaken = 3;
