import { listRejects } from '#api/sources.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { count, counted } from '../numbers.ts';
import { table } from '../terminal.ts';

export const sourceRejects = defineCommand({
  name: 'source rejects',
  arguments: [{ name: 'source', says: 'its key in throughline.yaml' }],
  says: 'the rows of a source that were rejected, and why',
  flags: [
    { flags: '--code <code>', says: 'only rows rejected for this reason' },
    { flags: '--limit <n>', says: 'how many rows; 50 when left out' },
    { flags: '--offset <n>', says: 'how many to pass over' },
  ],
  examples: ['throughline source rejects tickets examples/service-desk'],
  run: async ({ ask, json, terminal }, { source = '' }, flags) => {
    const answer = await ask(listRejects, {
      source,
      code: textOf(flags.code),
      limit: wholeOf(flags, 'limit', 50),
      offset: wholeOf(flags, 'offset', 0),
    });
    if (json(answer)) return 0;
    for (const { rows, column, code, expected } of answer.reasons) {
      terminal.line(`${counted(rows, 'row')}: ${column ?? 'the row'} ${code}, ${expected} expected`);
    }
    if (answer.rejects.length === 0) {
      terminal.line('No row was rejected.');
      return 0;
    }
    const columns = [
      { title: 'file', most: 50 },
      { title: 'line', right: true },
      { title: 'column' },
      { title: 'found', most: 40 },
      { title: 'expected', most: 60 },
    ];
    const rows = answer.rejects.map(({ file, line, column = '', found, expected }) => [
      file,
      count(line),
      column,
      found,
      expected,
    ]);
    table(terminal, columns, rows);
    terminal.line(`${count(answer.rejects.length)} of ${counted(answer.total, 'row')}.`);
    return 0;
  },
});
