import { showHandOffs } from '#api/flow.ts';
import { defineCommand } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { count, figure } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const flowHandOffs = defineCommand({
  name: 'flow hand-offs',
  says: 'which team handed work to which in a window, how often, and how long it then waited',
  flags: looks,
  examples: ['throughline flow hand-offs --where capability=payments'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(showHandOffs, lookedOf(flags));
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    const columns = [
      { title: 'from', most: 28 },
      { title: 'to', most: 28 },
      { title: 'hand-offs', right: true },
      { title: 'items', right: true },
      { title: 'median wait', right: true },
    ];
    const rows = answer.handOffs.map(({ from, to, count: times, items, medianWaitDays }) => [
      from,
      to,
      count(times),
      count(items),
      figure(medianWaitDays, 'day'),
    ]);
    table(terminal, columns, rows);
    return 0;
  },
});
