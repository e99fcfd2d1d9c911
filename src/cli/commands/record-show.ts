import { showRecord } from '#api/records.ts';
import { said } from '../change-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { recordArguments } from '../record-lines.ts';

export const recordShow = defineCommand({
  name: 'record show',
  arguments: recordArguments,
  says: 'a record as it stands, or as it stood on a day, and where a file states it',
  flags: [
    { flags: '--as-of <day>', says: 'as it stood when this day began, or at an instant in UTC' },
    { flags: '--design <key>', says: 'the design, where several have such a record' },
  ],
  examples: ['throughline record show team payments --as-of 2026-03-01'],
  run: async ({ ask, json, terminal }, { kind = '', key = '' }, flags) => {
    const answer = await ask(showRecord, { kind, key, design: textOf(flags.design), asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    const { line, style } = terminal;
    const place = answer.file === null ? '' : `, ${answer.file}:${answer.line}`;
    const design = answer.design === '' ? '' : ` of ${answer.design}`;
    line(`${style('bold', `${kind} ${key}`)}${design}${style('dim', `, version ${answer.version}${place}`)}`);
    for (const [field, value] of Object.entries(answer.body)) line(`  ${field}: ${said(value)}`);
    return 0;
  },
});
