import { showCumulativeFlow } from '#api/flow.ts';
import { defineCommand, textOf } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { count } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const flowCumulative = defineCommand({
  name: 'flow cumulative',
  says: 'how many items stood in each stage at the end of each day; here the last of each week',
  flags: [...looks, { flags: '--source <source>', says: 'which log; the one with most items when left out' }],
  examples: ['throughline flow cumulative --from 2026-01-01 --json'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(showCumulativeFlow, { ...lookedOf(flags), source: textOf(flags.source) });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    const { bands, days } = answer.flow;
    const columns = [{ title: 'day' }, ...bands.map(({ name }) => ({ title: name, right: true, most: 16 }))];
    const shown = days.filter(({ day }, index) => index === days.length - 1 || isSunday(day));
    const rows = shown.map(({ day, counts }) => [day, ...counts.map(count)]);
    table(terminal, columns, rows);
    return 0;
  },
});

const isSunday = (day: string): boolean => new Date(day).getUTCDay() === 0;
