import { showFlowMap } from '#api/flow.ts';
import { defineCommand } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { count, counted, figure } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const flowMap = defineCommand({
  name: 'flow map',
  says: 'how work went from stage to stage in a window: every move with its median stay before',
  flags: looks,
  examples: ['throughline flow map --from 2026-01-01 --where team=network'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(showFlowMap, lookedOf(flags));
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    for (const { source, stages, moves } of answer.flows) {
      const name = (key: string): string => stages.find((stage) => stage.key === key)?.name ?? key;
      const all = moves.reduce((sum, move) => sum + move.count, 0);
      terminal.line(`${terminal.style('cyan', source)}  ${terminal.style('dim', counted(all, 'move'))}`);
      const columns = [
        { title: 'from', most: 24 },
        { title: 'to', most: 24 },
        { title: 'moves', right: true },
        { title: 'items', right: true },
        { title: 'after, median', right: true },
        { title: 'design' },
      ];
      const rows = moves.map(({ from, to, count: times, items, medianDays, designed }) => [
        name(from),
        name(to),
        count(times),
        count(items),
        figure(medianDays, 'day'),
        designed === null ? 'says nothing' : designed ? 'allows it' : terminal.style('yellow', 'does not allow it'),
      ]);
      table(terminal, columns, rows);
    }
    return 0;
  },
});
