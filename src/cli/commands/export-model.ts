import { exportModel } from '#api/model.ts';
import { conflictLines, unsettled } from '../conflict-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted } from '../numbers.ts';

export const exportModelFiles = defineCommand({
  name: 'export model',
  says: 'write what stands in the store back into the model files, with their comments and order',
  flags: [
    { flags: '--design <key>', says: 'only the records of this design' },
    { flags: '--dry-run', says: 'only show the lines that would differ' },
    { flags: '--stdout', says: 'print the design (else the records of the workspace) as one file, and write none' },
  ],
  examples: ['throughline export model --dry-run', 'throughline export model --design next --stdout'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const dryRun = flags.dryRun === true;
    const answer = await ask(exportModel, { dryRun, design: textOf(flags.design), asText: flags.stdout === true });
    const code = answer.conflicts.length > 0 ? unsettled : 0;
    if (json(answer)) return code;
    const { line, style } = terminal;
    if (answer.text !== null) {
      process.stdout.write(answer.text);
      return 0;
    }
    for (const { file, what, lines } of answer.files) {
      line(style(what === 'added' ? 'green' : 'yellow', `${what === 'added' ? '+' : '~'} ${file}`));
      for (const each of lines) line(style(each.mark === '+' ? 'green' : 'red', `    ${each.mark} ${each.line}`));
    }
    const done = dryRun ? 'would be written' : 'written';
    const count = answer.files.length;
    line(
      count === 0 ? 'The files say what stands: none is touched.' : style('bold', `${counted(count, 'file')} ${done}.`),
    );
    if (answer.conflicts.length > 0) conflictLines(terminal, answer.conflicts);
    return code;
  },
});
