import { join, resolve } from 'node:path';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { defineCommand } from '../define.ts';
import { productFolder } from '../product-folder.ts';
import { showDiagnosis } from './diagnose.ts';

/** It comes with the program, wherever that lies. */
const example = join(productFolder(), 'examples', 'service-desk');

export const tour = defineCommand({
  name: 'tour',
  workspace: example,
  says: 'diagnose the example that comes with the product, and say what to type next',
  run: async ({ ask, json, terminal, folder }) => {
    const answer = await ask(diagnoseWorkspace, {});
    if (json(answer)) return 0;
    const { line, style } = terminal;
    if (resolve(folder) === example) {
      line(
        style(
          'yellow',
          'An example: an organisation that a seeded generator made up, with faults planted (examples/service-desk/README.md).',
        ),
      );
      line();
    }
    showDiagnosis(terminal, answer);
    if (resolve(folder) !== example) return 0;
    line();
    line(style('bold', 'Type next'));
    for (const text of nextSteps) line(`   ${text}`);
    return 0;
  },
});

export const nextSteps = [
  'npx throughline conform examples/service-desk               every rule, with the cases that broke it',
  'npx throughline metric show FL3 --by team examples/service-desk',
  'npx throughline metric rows decision.latency examples/service-desk',
  'npx throughline discover examples/service-desk              the operating model as the evidence shows it',
  'npx throughline init my-it                                  a workspace of your own',
  'npx throughline import --suggest LOG.csv                    a mapping drafted from your log',
];
