import { checked } from '#api/checked.ts';
import { showTimeUse } from '#api/flow.ts';
import { TimeClass } from '#model/kinds.ts';
import { defineCommand, textOf } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { count, figure, percent } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const flowTimeUse = defineCommand({
  name: 'flow time',
  says: 'what the time of finished work went into, by stage or by team: work, and each kind of waiting',
  flags: [...looks, { flags: '--by <what>', says: 'stage unless said', choices: ['stage', 'team'] }],
  examples: ['throughline flow time --by team --from 2026-01-01'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const by = checked(showTimeUse.input.shape.by, textOf(flags.by), '--by');
    const answer = await ask(showTimeUse, { ...lookedOf(flags), by });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    const columns = [
      { title: by, most: 28 },
      { title: 'items', right: true },
      ...TimeClass.options.map((title) => ({ title, right: true })),
      { title: 'of all waiting', right: true },
    ];
    const rows = answer.uses.map(({ name, n, days, ofWaiting }) => [
      name,
      count(n),
      ...TimeClass.options.map((kind) => figure(days[kind], 'day')),
      ofWaiting === null ? '–' : percent(ofWaiting),
    ]);
    table(terminal, columns, rows);
    return 0;
  },
});
