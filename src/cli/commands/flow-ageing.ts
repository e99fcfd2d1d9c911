import { showAgeingWork } from '#api/flow.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { count, counted, figure, localDay } from '../numbers.ts';
import { harmless, table } from '../terminal.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const flowAgeing = defineCommand({
  name: 'flow ageing',
  says: 'the items under way at the end of a window, with age and stage, oldest first',
  flags: [
    ...looks,
    { flags: '--source <source>', says: 'which log; the one with most items when left out' },
    { flags: '--limit <n>', says: 'how many items; 50 when left out' },
  ],
  examples: ['throughline flow ageing --where team=network --limit 10'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const limit = wholeOf(flags, 'limit', 50);
    const answer = await ask(showAgeingWork, { ...lookedOf(flags), source: textOf(flags.source), limit });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    const { items, stages, total, done } = answer.work;
    const columns = [
      { title: 'item', most: 24 },
      { title: 'stage', most: 24 },
      { title: 'team', most: 24 },
      { title: 'type', most: 16 },
      { title: 'started' },
      { title: 'age', right: true },
    ];
    const rows = items.map(({ item, stage, team, itemType, started, ageDays }) => [
      harmless(item),
      stages.find(({ key }) => key === stage)?.name ?? 'no stage known',
      team,
      itemType,
      localDay(started, answer.timeZone),
      figure(ageDays, 'day'),
    ]);
    table(terminal, columns, rows);
    const took = `finished work took ${figure(done.p50, 'day')} p50, ${figure(done.p85, 'day')} p85, ${figure(done.p95, 'day')} p95, n ${count(done.n)}`;
    terminal.line(terminal.style('dim', `  ${count(items.length)} of ${counted(total, 'item')} under way · ${took}`));
    return 0;
  },
});
