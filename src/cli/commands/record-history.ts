import { recordHistory } from '#api/records.ts';
import { fieldLines } from '../change-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { recordArguments } from '../record-lines.ts';

export const recordChanges = defineCommand({
  name: 'record history',
  arguments: recordArguments,
  says: 'every change of a record, newest first: who, when, why, from what to what',
  flags: [{ flags: '--design <key>', says: 'only what was kept under this design' }],
  examples: ['throughline record history team payments'],
  run: async ({ ask, json, terminal }, { kind = '', key = '' }, flags) => {
    const answer = await ask(recordHistory, { kind, key, design: textOf(flags.design) });
    if (json(answer)) return 0;
    const { line, style } = terminal;
    for (const { changeSet, version, what, actor, actorVerified, at, reason, via, fields } of answer.changes) {
      const who = actorVerified ? actor : `${actor} (unverified)`;
      line(`${style('bold', `${what}, version ${version}`)}  ${at}  ${who}`);
      line(style('dim', `    change ${changeSet} through ${via}: ${reason}`));
      fieldLines(terminal, fields);
    }
    return 0;
  },
});
