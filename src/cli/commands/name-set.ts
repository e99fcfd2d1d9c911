import { mapNames, NameKind } from '#api/names.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { StageKind } from '#model/kinds.ts';
import { defineCommand, textOf } from '../define.ts';
import { mappingLines } from '../mapping-lines.ts';
import { counted } from '../numbers.ts';
import { inFolder } from '../shell-word.ts';

export const nameSet = defineCommand({
  name: 'name set',
  arguments: [
    { name: 'source', says: 'the source whose mapping is to know it' },
    { name: 'kind', says: 'what it names, such as team, state or channel' },
  ],
  many: { name: 'name=key', says: 'a name and the key it stands for; nothing after the equals sign forgets it' },
  says: 'say in the mapping of a source what names stand for',
  flags: [
    { flags: '--stage <kind>', says: 'of a state: what kind of stage it is', choices: StageKind.options },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: ['throughline name set tickets team "Netz=network" --dry-run'],
  run: async ({ ask, json, terminal, folder, words }, { source = '', kind = '' }, flags) => {
    const known = kindCalled(kind);
    const stage = StageKind.safeParse(textOf(flags.stage)).data;
    const names = words.map((word) => ({ kind: known, ...meaningOf(word), ...(stage === undefined ? {} : { stage }) }));
    const answer = await ask(mapNames, { source, names, dryRun: flags.dryRun === true });
    if (json(answer)) return 0;
    mappingLines(terminal, answer);
    for (const { raw, to, rows } of answer.names) {
      terminal.line(`${raw} stands for ${to ?? 'itself'} on ${counted(rows, 'row')}.`);
    }
    if (answer.edit !== null) terminal.line(inFolder(`"throughline name undo ${answer.edit}" takes it back.`, folder));
    return 0;
  },
});

const kindCalled = (kind: string): NameKind => {
  const found = NameKind.options.find((each) => each === kind);
  if (found !== undefined) return found;
  const expected = `one of ${NameKind.options.join(', ')}`;
  const near = closest(kind, NameKind.options);
  throw new Fault('input-refused', { field: 'kind', found: JSON.stringify(kind), expected, closest: near });
};

const meaningOf = (word: string): { raw: string; to: string | null } => {
  const [, raw, to] = /^(.+)=([^=]*)$/su.exec(word) ?? [];
  if (raw !== undefined && to !== undefined) return { raw, to: to === '' ? null : to };
  const expected = 'a name, an equals sign and a key, such as Netz=network,';
  throw new Fault('input-refused', { field: 'name=key', found: JSON.stringify(word), expected });
};
