import { undoNameEdit } from '#api/names.ts';
import { defineCommand, whole } from '../define.ts';
import { mappingLines } from '../mapping-lines.ts';

export const nameUndo = defineCommand({
  name: 'name undo',
  arguments: [{ name: 'edit', says: 'the number of the edit, as "throughline name history" shows it' }],
  says: 'have names stand for what they stood for before they were edited, where nobody said anything else of them since',
  flags: [{ flags: '--dry-run', says: 'only show what would change' }],
  examples: ['throughline name undo 3 --dry-run'],
  run: async ({ ask, json, terminal }, { edit = '' }, flags) => {
    const number = whole(edit, 'the number of the edit');
    const answer = await ask(undoNameEdit, { edit: number, dryRun: flags.dryRun === true });
    if (!json(answer)) mappingLines(terminal, answer);
    return 0;
  },
});
