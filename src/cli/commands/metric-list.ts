import { listMetrics } from '#api/figures.ts';
import { defineCommand } from '../define.ts';
import { table } from '../terminal.ts';

export const metricList = defineCommand({
  name: 'metric list',
  says: 'every metric with the question it answers',
  run: async ({ ask, json, terminal }) => {
    const answer = await ask(listMetrics, {});
    if (json(answer)) return 0;
    const columns = [
      { title: 'metric' },
      { title: 'code' },
      { title: 'question', most: Math.max(40, terminal.width - 44) },
    ];
    table(
      terminal,
      columns,
      answer.metrics.map(({ id, code, question }) => [id, code, question]),
    );
    return 0;
  },
});
