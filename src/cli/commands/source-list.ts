import { listSources } from '#api/sources.ts';
import { defineCommand } from '../define.ts';
import { count, localDay } from '../numbers.ts';
import { inFolder } from '../shell-word.ts';
import { table } from '../terminal.ts';

export const sourceList = defineCommand({
  name: 'source list',
  says: 'every source: how fresh it is, what became of its rows, which files are due',
  examples: ['throughline source list examples/service-desk'],
  run: async ({ ask, json, terminal, folder }) => {
    const answer = await ask(listSources, {});
    if (json(answer)) return 0;
    if (answer.sources.length === 0)
      terminal.line('There is no source yet: name one under "sources:" in throughline.yaml.');
    const columns = [
      { title: 'source' },
      { title: 'last row' },
      { title: 'rows', right: true },
      { title: 'count', right: true },
      { title: 'twice', right: true },
      { title: 'superseded', right: true },
      { title: 'rejected', right: true },
      { title: 'names without key', right: true },
    ];
    const rows = answer.sources.map(({ source, until, rows: of, names }) => [
      source,
      localDay(until, answer.timeZone),
      count(of.total),
      count(of.counted),
      count(of.known),
      count(of.superseded),
      count(of.rejected),
      count(names.reduce((sum, { unmapped }) => sum + unmapped, 0)),
    ]);
    if (rows.length > 0) table(terminal, columns, rows);
    for (const { source, files, late, rhythm, problem } of answer.sources) {
      if (problem !== null) terminal.line(`${source}: ${problem}`);
      if (late) terminal.line(`${source} is late: rows were to come every ${rhythm}.`);
      for (const { file, state } of files)
        if (state !== 'held') terminal.line(`${file} is ${inFolder(stateWords[state], folder)}.`);
    }
    return 0;
  },
});

const stateWords = {
  new: 'new, and not taken in yet',
  changed: 'changed, and not taken in yet',
  undone: 'taken out again; "throughline import" takes it in',
} as const;
