import { applyModel, type RecordChange } from '#api/model.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted } from '../numbers.ts';
import type { Terminal } from '../terminal.ts';

export const apply = defineCommand({
  name: 'apply',
  says: 'make the stored model say what the files say, with who, when and why',
  flags: [
    { flags: '--dry-run', says: 'only show what would change' },
    { flags: '--reason <why>', says: 'why, for the history' },
  ],
  examples: ['throughline apply --dry-run', 'throughline apply --reason "owners agreed on 12 March"'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(applyModel, { dryRun: flags.dryRun === true, reason: textOf(flags.reason) });
    if (json(answer)) return 0;
    const { line, style } = terminal;
    for (const change of answer.changes) show(terminal, change);
    if (answer.changes.length === 0) line(`Nothing changes: ${counted(answer.unchanged, 'record')} as the files say.`);
    else {
      const done = answer.dryRun ? 'would change' : 'changed';
      line(style('bold', `${counted(answer.changes.length, 'record')} ${done}, ${answer.unchanged} unchanged.`));
      if (!answer.dryRun) line(style('dim', `Change ${answer.changeSet}, by ${answer.actor} (unverified).`));
    }
    return 0;
  },
});

const marks = { added: ['green', '+'], changed: ['yellow', '~'], removed: ['red', '-'] } as const;

const show = ({ line, style, width, clip }: Terminal, { kind, key, design, what, fields }: RecordChange): void => {
  const [colour, mark] = marks[what];
  const where = design === 'current' || design === '' ? '' : style('dim', ` (${design})`);
  line(`${style(colour, `${mark} ${kind} ${key}`)}${where}`);
  if (what !== 'changed') return;
  for (const { field, from, to } of fields) {
    line(`    ${clip(`${field}: ${said(from)} → ${said(to)}`, width - 4)}`);
  }
};

const said = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
