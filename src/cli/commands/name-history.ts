import { listNameEdits } from '#api/names.ts';
import { defineCommand } from '../define.ts';
import { harmless } from '../terminal.ts';

export const nameHistory = defineCommand({
  name: 'name history',
  says: 'what was said of names, newest first: who, when, from what to what',
  flags: [],
  examples: ['throughline name history'],
  run: async ({ ask, json, terminal: { line, style } }) => {
    const answer = await ask(listNameEdits, {});
    if (json(answer)) return 0;
    if (answer.edits.length === 0) line('Nothing was said of any name yet.');
    for (const { edit, at, actor, via, source, file, names, undoneAt } of answer.edits) {
      line(`${style('bold', `edit ${edit}`)}  ${at}  ${actor}${undoneAt === null ? '' : `  (undone ${undoneAt})`}`);
      line(style('dim', `    ${source}, in ${file} through ${via}`));
      for (const { kind, raw, was, to } of names) {
        line(`    ${kind} ${harmless(raw)}: ${was ?? 'nothing'} -> ${to ?? 'nothing'}`);
      }
    }
    return 0;
  },
});
