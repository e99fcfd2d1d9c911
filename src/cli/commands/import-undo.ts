import { undoImport } from '#api/evidence.ts';
import { defineCommand, whole } from '../define.ts';
import { counted } from '../numbers.ts';
import { inFolder } from '../shell-word.ts';

export const importUndo = defineCommand({
  name: 'import undo',
  arguments: [{ name: 'run', says: 'the number of the import, as "throughline import list" shows it' }],
  says: 'take the rows of one import out again; what other imports brought stays',
  run: async ({ ask, json, terminal, folder }, { run = '' }) => {
    const answer = await ask(undoImport, { run: whole(run, 'the number of the import') });
    if (json(answer)) return 0;
    terminal.line(`Import ${answer.run} of ${answer.file} is undone: ${counted(answer.accepted, 'row')} taken out.`);
    if (answer.replaces !== null) {
      terminal.line(
        `Import ${answer.replaces}, the earlier version whose place it took, does not come back with that.`,
      );
    }
    terminal.line(inFolder('The file stays out until "throughline import" takes it in again, as it is then.', folder));
    return 0;
  },
});
