import { readFileSync } from 'node:fs';
import { importModel } from '#api/changes.ts';
import { changedLines } from '../change-lines.ts';
import { defineCommand, textOf } from '../define.ts';

export const importModelText = defineCommand({
  name: 'import model',
  arguments: [{ name: 'file', says: 'a model file, which may lie anywhere' }],
  says: 'take a model file into the store as one change, with who, when and why',
  flags: [
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--as <key>', says: 'keep its design under this key' },
    { flags: '--whole', says: 'it is all of the design: close the records that it does not state' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: ['throughline import model next.yaml --as next --dry-run --reason "as drawn in the workshop"'],
  run: async ({ ask, json, terminal, folder }, { file = '' }, flags) => {
    const answer = await ask(importModel, {
      text: readFileSync(file, 'utf8'),
      as: textOf(flags.as),
      whole: flags.whole === true,
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) changedLines(terminal, answer, folder);
    return 0;
  },
});
