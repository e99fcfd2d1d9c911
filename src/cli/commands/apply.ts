import { applyModel } from '#api/model.ts';
import { changeLines } from '../change-lines.ts';
import { conflictLines, unsettled } from '../conflict-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted } from '../numbers.ts';
import { inFolder } from '../shell-word.ts';

export const apply = defineCommand({
  name: 'apply',
  says: 'make the stored model say what the files say, with who, when and why',
  flags: [
    { flags: '--dry-run', says: 'only show what would change' },
    { flags: '--reason <why>', says: 'why, for the history' },
    {
      flags: '--take <door>',
      says: 'whose word holds where files and store were both edited',
      choices: ['files', 'store'],
    },
  ],
  examples: ['throughline apply --dry-run', 'throughline apply --reason "owners agreed on 12 March"'],
  run: async ({ ask, json, terminal, folder }, _, flags) => {
    const take = flags.take === 'files' || flags.take === 'store' ? flags.take : undefined;
    const answer = await ask(applyModel, { dryRun: flags.dryRun === true, reason: textOf(flags.reason), take });
    const isOpen = answer.conflicts.some(({ taken }) => taken === null);
    if (json(answer)) return isOpen ? unsettled : 0;
    const { line, style } = terminal;
    for (const change of answer.changes) changeLines(terminal, change);
    if (answer.changes.length === 0) line(`Nothing changes: ${counted(answer.unchanged, 'record')} as they stand.`);
    else {
      const done = answer.dryRun ? 'would change' : 'changed';
      line(style('bold', `${counted(answer.changes.length, 'record')} ${done}, ${answer.unchanged} unchanged.`));
      if (!answer.dryRun) line(style('dim', `Change ${answer.changeSet}, by ${answer.actor} (unverified).`));
    }
    if (answer.kept.length > 0) {
      line();
      line(inFolder('Edited in the store, not in the files ("throughline export model" writes it there):', folder));
      for (const change of answer.kept) changeLines(terminal, change);
    }
    if (answer.conflicts.length > 0) conflictLines(terminal, answer.conflicts);
    return isOpen ? unsettled : 0;
  },
});
