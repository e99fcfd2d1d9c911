import { initWorkspace } from '#api/model.ts';
import { defineCommand, textOf } from '../define.ts';

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
    line('Next: draft the mapping of a log with');
    line(`  throughline import --suggest LOG.csv > ${answer.folder}/maps/log.yaml`);
    line('and name the log under "sources:" in throughline.yaml.');
    return 0;
  },
});
