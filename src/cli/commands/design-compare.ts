import { compareDesigns } from '#api/comparison.ts';
import { changeLines } from '../change-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted } from '../numbers.ts';

export const designCompare = defineCommand({
  name: 'design compare',
  arguments: [
    { name: 'before', says: 'the key of a design' },
    { name: 'after', says: 'the key of another one, or of the same' },
  ],
  says: 'what differs between two designs, or in one between two days, record by record',
  flags: [
    { flags: '--before-at <day>', says: 'the first as it stood when this day began' },
    { flags: '--after-at <day>', says: 'the second as it stood when this day began' },
  ],
  examples: [
    'throughline design compare current next',
    'throughline design compare current current --before-at 2026-03-01',
  ],
  run: async ({ ask, json, terminal }, { before = '', after }, flags) => {
    const at = { beforeAt: textOf(flags.beforeAt), afterAt: textOf(flags.afterAt) };
    const answer = await ask(compareDesigns, { before, after, ...at });
    if (json(answer)) return 0;
    for (const change of answer.changes) changeLines(terminal, change);
    const differs =
      answer.changes.length === 0 ? 'Nothing differs' : `${counted(answer.changes.length, 'record')} differ`;
    terminal.line(terminal.style('bold', `${differs}, ${answer.unchanged} are alike.`));
    return 0;
  },
});
