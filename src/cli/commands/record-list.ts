import { listRecords } from '#api/records.ts';
import { defineCommand, textOf } from '../define.ts';
import { count, counted } from '../numbers.ts';
import { table } from '../terminal.ts';

export const recordList = defineCommand({
  name: 'record list',
  arguments: [
    {
      name: 'kind',
      says: 'the kind of record, such as team; how many there are of each when left out',
      optional: true,
    },
  ],
  says: 'the records of one kind, or how many there are of every kind',
  flags: [
    { flags: '--design <key>', says: 'of this design; of the one in force when left out' },
    { flags: '--as-of <day>', says: 'as they stood when this day began, or at an instant in UTC' },
  ],
  examples: ['throughline record list team', 'throughline record list --design next'],
  run: async ({ ask, json, terminal }, { kind }, flags) => {
    const asked = { design: textOf(flags.design), asOf: textOf(flags.asOf), limit: kind === undefined ? 1 : 10_000 };
    const answer = await ask(listRecords, { ...asked, ...(kind === undefined ? {} : { kinds: [kind] }) });
    if (json(answer)) return 0;
    if (kind === undefined) {
      const found = Object.entries(answer.counts).filter(([, number]) => number > 0);
      const columns = [{ title: 'kind' }, { title: 'records', right: true }];
      table(
        terminal,
        columns,
        found.map(([name, number]) => [name, count(number)]),
      );
    } else {
      const columns = [
        { title: 'key', most: 48 },
        { title: 'name', most: 48 },
        { title: 'version', right: true },
      ];
      table(
        terminal,
        columns,
        answer.records.map(({ key, name, version }) => [key, name, count(version)]),
      );
      terminal.line(terminal.style('dim', counted(answer.total, 'record')));
    }
    return 0;
  },
});
