import { listImports } from '#api/evidence.ts';
import { defineCommand } from '../define.ts';
import { count } from '../numbers.ts';
import { table } from '../terminal.ts';

export const importList = defineCommand({
  name: 'import list',
  says: 'every import there was, newest first',
  run: async ({ ask, json, terminal }) => {
    const answer = await ask(listImports, {});
    if (json(answer)) return 0;
    if (answer.imports.length === 0) terminal.line('Nothing was imported yet.');
    else {
      const columns = [
        { title: 'import', right: true },
        { title: 'source' },
        { title: 'file', most: 50 },
        { title: 'state' },
        { title: 'imported at' },
        { title: 'rows', right: true },
        { title: 'rejected', right: true },
      ];
      const rows = answer.imports.map(({ run, source, file, state, importedAt, total, rejected }) => [
        String(run),
        source,
        file,
        state,
        importedAt,
        count(total),
        count(rejected),
      ]);
      table(terminal, columns, rows);
    }
    return 0;
  },
});
