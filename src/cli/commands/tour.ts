import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { Fault } from '#model/fault.ts';
import { serverOf } from '#server/held.ts';
import { type Call, defineCommand, type Served } from '../define.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { productFolder } from '../product-folder.ts';
import { showDiagnosis } from './diagnose.ts';
import { sayWhere, usualPort } from './serve.ts';

/** It comes with the program, wherever that lies. */
const example = join(productFolder(), 'examples', 'service-desk');

export const tour = defineCommand({
  name: 'tour',
  workspace: example,
  says: 'diagnose the example that comes with the product, and say what to type next',
  flags: [{ flags: '--serve', says: 'then show it in a browser, until it is stopped' }],
  run: async (call, _, flags) => {
    const { ask, json, terminal, folder } = call;
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
    if (resolve(folder) === example) {
      line();
      line(style('bold', 'Type next'));
      for (const text of nextSteps) line(`   ${text}`);
    }
    if (flags.serve === true) await shown(call);
    return 0;
  },
});

/** On the usual port, or any that is free where somebody has that one; where it is shown already, there. */
const shown = async (call: Call): Promise<void> => {
  const running = serverOf(call.folder, hostname());
  if (running !== undefined) {
    call.terminal.line();
    call.terminal.line(`${call.terminal.style('bold', running.address)}  shows ${call.folder} in a browser already`);
    openInBrowser(running.address);
    return;
  }
  const onServing = (served: Served): void => {
    call.terminal.line();
    sayWhere(call, served);
    openInBrowser(served.address);
  };
  try {
    await call.serve({ port: usualPort, host: undefined }, onServing);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'port-taken') throw error;
    await call.serve({ port: 0, host: undefined }, onServing);
  }
};

export const nextSteps = [
  'npx throughline conform examples/service-desk               every rule, with the cases that broke it',
  'npx throughline metric show FL3 --by team examples/service-desk',
  'npx throughline metric rows decision.latency examples/service-desk',
  'npx throughline discover examples/service-desk              the operating model as the evidence shows it',
  'npx throughline init my-it                                  a workspace of your own',
  'npx throughline import --suggest LOG.csv                    a mapping drafted from your log',
];
