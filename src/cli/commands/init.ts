import { join } from 'node:path';
import { initWorkspace } from '#api/model.ts';
import { defineCommand, textOf } from '../define.ts';
import { word } from '../shell-word.ts';

export const init = defineCommand({
  name: 'init',
  says: 'write a workspace to begin with: settings, an empty model, a place for mappings',
  flags: [
    { flags: '--name <name>', says: 'the name of the organisation' },
    { flags: '--currency <code>', says: 'the currency of totals, such as EUR' },
    { flags: '--time-zone <zone>', says: 'the zone in which days begin, such as Europe/Berlin' },
  ],
  examples: ['throughline init my-it --name "Acme IT" --currency EUR --time-zone Europe/Berlin'],
  run: async ({ ask, json, terminal: { line, style } }, _, flags) => {
    const answer = await ask(initWorkspace, {
      name: textOf(flags.name),
      currency: textOf(flags.currency),
      timeZone: textOf(flags.timeZone),
    });
    if (json(answer)) return 0;
    line(`${style('bold', answer.folder)} is a workspace now:`);
    for (const file of answer.files) line(`  ${file}`);
    line();
    for (const text of nextSteps(answer.folder)) line(text);
    return 0;
  },
});

const nextSteps = (folder: string): string[] => {
  const inside = (file: string): string => word(join(folder, file));
  return [
    'Next: draft the mapping of a log, and answer what it asks.',
    `  throughline import --suggest LOG.csv > ${inside('maps/log.yaml')}`,
    `Name the log under "sources:" in ${inside('throughline.yaml')}, see what becomes of its rows, and draft the model it shows.`,
    `  throughline import --dry-run ${word(folder)}`,
    `  throughline discover --draft ${word(folder)} > ${inside('model/discovered.yaml')}`,
    'Correct the draft, set its status to in-force, and hold the evidence against it.',
    `  throughline diagnose ${word(folder)}`,
  ];
};
