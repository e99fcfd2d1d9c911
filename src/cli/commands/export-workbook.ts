import { resolve } from 'node:path';
import { exportWorkbook } from '#api/record-files.ts';
import { defineCommand, textOf } from '../define.ts';
import { writeOutput } from '../given-file.ts';
import { counted } from '../numbers.ts';
import { asOf } from './asked.ts';

export const exportOfWorkbook = defineCommand({
  name: 'export workbook',
  says: 'the records as one Excel workbook, to be edited and taken in again with "import records"',
  flags: [
    {
      flags: '-o, --output <file>',
      says: 'where it is written; next to where you are, called after design and day, unless said',
    },
    { flags: '--kinds <kinds>', says: 'only these kinds of record, with commas between them' },
    { flags: '--design <key>', says: 'the design whose records are in it; the one in force unless said' },
    asOf,
  ],
  examples: [
    'throughline export workbook -o portfolio.xlsx --kinds investment,initiative,benefit',
    'throughline import records portfolio.xlsx --dry-run --reason "as edited in May"',
  ],
  run: async ({ ask, json, terminal }, _, flags) => {
    const { content, ...answer } = await ask(exportWorkbook, {
      kinds: textOf(flags.kinds)?.split(','),
      design: textOf(flags.design),
      asOf: textOf(flags.asOf),
    });
    const file = resolve(textOf(flags.output) ?? answer.name);
    writeOutput(file, Buffer.from(content, 'base64'));
    if (json({ file, ...answer })) return 0;
    const rows = answer.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
    terminal.line(`${file}: ${counted(answer.sheets.length, 'sheet')}, ${counted(rows, 'row')}.`);
    return 0;
  },
});
