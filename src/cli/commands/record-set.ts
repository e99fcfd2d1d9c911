import { setRecord } from '#api/records.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf } from '../define.ts';
import { editLines, recordArguments } from '../record-lines.ts';

export const recordSet = defineCommand({
  name: 'record set',
  arguments: recordArguments,
  many: { name: 'field=value', says: 'what it shall say; nothing after the equals sign takes the field away' },
  says: 'change fields of a record in the store, or add one, with who, when and why',
  flags: [
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--design <key>', says: 'the design, where several have such a record' },
    { flags: '--new', says: 'add the record: without it, it has to be there' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: [
    'throughline record set team payments sizeFte=9 --reason "grew in May"',
    `throughline record set role owner level=team --new --reason "agreed"`,
  ],
  run: async ({ ask, json, terminal, folder, words }, { kind = '', key = '' }, flags) => {
    const answer = await ask(setRecord, {
      kind,
      key,
      design: textOf(flags.design),
      fields: Object.fromEntries(words.map(fieldOf)),
      reason: textOf(flags.reason) ?? '',
      isNew: flags.new === true,
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) editLines(terminal, answer, folder);
    return 0;
  },
});

const fieldOf = (word: string): readonly [string, string | null] => {
  const [, field, value] = /^([^=]+)=(.*)$/su.exec(word) ?? [];
  if (field !== undefined && value !== undefined) return [field, value === '' ? null : value];
  const expected = 'a field, an equals sign and a value, such as sizeFte=9,';
  throw new Fault('input-refused', { field: 'field=value', found: JSON.stringify(word), expected });
};
