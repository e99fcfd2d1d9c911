import { basename, resolve } from 'node:path';
import { exportArchimate, type WrittenModel } from '#api/record-files.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf } from '../define.ts';
import { givenBytes, isSameFile, writeOutput } from '../given-file.ts';
import { count, counted } from '../numbers.ts';
import type { Terminal } from '../terminal.ts';
import { asOf } from './asked.ts';

export const exportOfArchimate = defineCommand({
  name: 'export archimate',
  says: 'capabilities, goals, outcomes, initiatives and their links as an ArchiMate Model Exchange File',
  flags: [
    {
      flags: '-o, --output <file>',
      says: 'where it is written; next to where you are, under its own name, unless said',
    },
    {
      flags: '--onto <file>',
      says: 'the model they came from: they are written into it, and all else in it comes back as it was',
    },
    { flags: '--known', says: 'only what that model has already: nothing is added to it' },
    { flags: '--mapping <file>', says: 'how that model is read, as YAML: as it was said when it was imported' },
    { flags: '--design <key>', says: 'the design whose teams are meant; the one in force unless said' },
    asOf,
  ],
  examples: [
    'throughline export archimate -o capabilities.xml',
    'throughline export archimate --onto architecture.xml -o architecture-new.xml',
  ],
  run: async ({ ask, json, terminal }, _, flags) => {
    const onto = textOf(flags.onto);
    const mapping = textOf(flags.mapping);
    const { content, ...answer } = await ask(exportArchimate, {
      onto:
        onto === undefined
          ? undefined
          : {
              name: basename(onto),
              content: givenBytes(onto).toString('base64'),
              mapping: mapping === undefined ? undefined : givenBytes(mapping).toString('utf8'),
            },
      known: flags.known === true,
      design: textOf(flags.design),
      asOf: textOf(flags.asOf),
    });
    const file = resolve(textOf(flags.output) ?? answer.name);
    if (onto !== undefined && isSameFile(file, onto)) {
      const expected = 'another file than the one that is read';
      throw new Fault('input-refused', { field: '--output', found: file, expected });
    }
    writeOutput(file, Buffer.from(content, 'base64'));
    if (json({ file, ...answer })) return 0;
    lines(terminal, file, answer);
    return 0;
  },
});

const lines = (
  terminal: Terminal,
  file: string,
  { elements, relations, undrawn, unsaid }: Omit<WrittenModel, 'content'>,
): void => {
  terminal.line(
    `${file}: elements ${count(elements.added)} added, ${count(elements.changed)} changed; relationships ${count(relations.added)} added, ${count(relations.changed)} changed, ${count(relations.removed)} removed.`,
  );
  if (undrawn > 0) terminal.line(`${counted(undrawn, 'line')} in views went with the relationships that they drew.`);
  const lost = [
    elements.withoutRecord === 0 ? [] : counted(elements.withoutRecord, 'element'),
    relations.withoutRecord === 0 ? [] : counted(relations.withoutRecord, 'relationship'),
  ].flat();
  if (lost.length > 0)
    terminal.line(`${lost.join(' and ')} could be records and are none here: they stay as they were.`);
  if (unsaid > 0)
    terminal.line(`${counted(unsaid, 'link')} from or to money and benefits: the file says nothing of them.`);
};
