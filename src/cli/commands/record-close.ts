import { closeRecord } from '#api/records.ts';
import { defineCommand, textOf } from '../define.ts';
import { editLines, recordArguments } from '../record-lines.ts';

export const recordClose = defineCommand({
  name: 'record close',
  arguments: recordArguments,
  says: 'close a record in the store, with who, when and why; its past stays',
  flags: [
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--design <key>', says: 'the design, where several have such a record' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: ['throughline record close role owner --reason "merged with lead"'],
  run: async ({ ask, json, terminal, folder }, { kind = '', key = '' }, flags) => {
    const answer = await ask(closeRecord, {
      kind,
      key,
      design: textOf(flags.design),
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) editLines(terminal, answer, folder);
    return 0;
  },
});
