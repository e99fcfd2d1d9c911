import { undoChange } from '#api/changes.ts';
import { changedLines } from '../change-lines.ts';
import { defineCommand, textOf, whole } from '../define.ts';

export const recordUndo = defineCommand({
  name: 'record undo',
  arguments: [{ name: 'change', says: 'the number of the change, as "throughline record history" shows it' }],
  says: 'make every record of one change say what it said before, where none was changed since',
  flags: [
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: ['throughline record undo 12 --reason "was meant for the next design"'],
  run: async ({ ask, json, terminal, folder }, { change = '' }, flags) => {
    const answer = await ask(undoChange, {
      changeSet: whole(change, 'the number of the change'),
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) changedLines(terminal, answer, folder);
    return 0;
  },
});
