import { listOutcomes } from '#api/outcomes.ts';
import { defineCommand, textOf } from '../define.ts';
import { figure, percent } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const outcomeList = defineCommand({
  name: 'outcome list',
  says: 'every outcome with baseline, target, latest value and how far it has come',
  flags: [asOf],
  examples: ['throughline outcome list'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listOutcomes, { asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    const right = true;
    const columns = [
      { title: 'outcome', most: 40 },
      { title: 'unit', most: 20 },
      { title: 'baseline', right },
      { title: 'latest', right },
      { title: 'target', right },
      { title: 'of the way', right },
      { title: 'measured', right },
      { title: 'initiatives', right },
      { title: 'not ruled out', right },
    ];
    const shown = (dated: { value: number } | null, unit: string | null): string =>
      dated ? figure(dated.value, unit ?? '') : '–';
    const rows = answer.outcomes.map((row) => [
      row.key,
      row.unit ?? '',
      shown(row.baseline, row.unit),
      shown(row.latest, row.unit),
      shown(row.target, row.unit),
      row.progress === null ? '–' : percent(row.progress),
      String(row.measurements),
      String(row.initiatives),
      String(row.openRivals),
    ]);
    table(terminal, columns, rows);
    return 0;
  },
});
