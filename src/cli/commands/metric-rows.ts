import { listMetricRows } from '#api/figures.ts';
import { defineCommand, wholeOf } from '../define.ts';
import { rowLines } from '../row-lines.ts';
import { askedOf, asOfLine, cuts } from './asked.ts';

export const metricRows = defineCommand({
  name: 'metric rows',
  arguments: [{ name: 'metric', says: 'its id or code' }],
  says: 'the rows a figure stands on; recomputing from them gives the value',
  flags: [
    ...cuts,
    { flags: '--limit <n>', says: 'how many rows; 50 when left out' },
    { flags: '--offset <n>', says: 'how many to pass over' },
  ],
  examples: ['throughline metric rows flow.flow-time --where team=network --limit 20'],
  run: async ({ ask, json, terminal }, { metric = '' }, flags) => {
    const offset = wholeOf(flags, 'offset', 0);
    const answer = await ask(listMetricRows, {
      ...askedOf(metric, flags),
      limit: wholeOf(flags, 'limit', 50),
      offset,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    rowLines(terminal, { ...answer, offset });
    return 0;
  },
});
