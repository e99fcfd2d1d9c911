import { listNames, type OpenName } from '#api/names.ts';
import { defineCommand, textOf } from '../define.ts';
import { count } from '../numbers.ts';
import { harmless, table } from '../terminal.ts';

export const nameList = defineCommand({
  name: 'name list',
  says: 'names in the evidence that nobody knows, and what they may stand for',
  flags: [{ flags: '--source <key>', says: 'only this source' }],
  examples: ['throughline name list examples/service-desk'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listNames, { source: textOf(flags.source) });
    if (json(answer)) return 0;
    const rows = answer.sources.flatMap(({ source, names }) =>
      names.map(({ kind, raw, rows: many, why, suggestions }) => [
        source,
        kind,
        harmless(raw),
        count(many),
        whyWords[why],
        suggestions.map(({ key }) => key).join(', '),
      ]),
    );
    if (rows.length === 0) {
      terminal.line('Every name in the evidence is known.');
      return 0;
    }
    const columns = [
      { title: 'source' },
      { title: 'kind' },
      { title: 'name', most: 40 },
      { title: 'rows', right: true },
      { title: 'why' },
      { title: 'may be' },
    ];
    table(terminal, columns, rows);
    return 0;
  },
});

const whyWords: Readonly<Record<OpenName['why'], string>> = {
  'no-rule': 'no rule takes it',
  'no-kind': 'no kind of stage',
  'no-record': 'no record',
};
