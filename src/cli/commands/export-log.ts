import { checked } from '#api/checked.ts';
import { exportLog } from '#api/exports.ts';
import { defineCommand, textOf } from '../define.ts';
import { asOf } from './asked.ts';

export const exportOfLog = defineCommand({
  name: 'export log',
  says: 'the rows of a source that count, as CSV or XES on standard output; people as pseudonyms',
  arguments: [{ name: 'source', says: 'the key of the source' }],
  flags: [{ flags: '--format <format>', says: 'how it is written; csv unless said', choices: ['csv', 'xes'] }, asOf],
  examples: ['throughline export log tickets --format xes my-it > tickets.xes'],
  run: async ({ ask, json }, { source = '' }, flags) => {
    const format = checked(exportLog.input.shape.format, textOf(flags.format), '--format');
    const asked = { source, format, asOf: textOf(flags.asOf) };
    let page = await ask(exportLog, asked);
    const answer = { source, format, rows: page.rows };
    if (flags.json !== true) await written(page.text);
    while (page.next) {
      page = await ask(exportLog, { ...asked, from: page.next });
      answer.rows += page.rows;
      if (flags.json !== true) await written(page.text);
    }
    json(answer);
    return 0;
  },
});

/** A file larger than memory can hold goes out no faster than somebody takes it. */
const written = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
