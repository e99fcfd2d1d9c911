import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Option, Command as Program } from 'commander';
import type { z } from 'zod';
import { checked } from '#api/checked.ts';
import type { Endpoint } from '#api/define.ts';
import { Fault } from '#model/fault.ts';
import { serverOf } from '#server/held.ts';
import type { Call, Command } from './define.ts';
import { failureOf } from './failure.ts';
import { isWorkspace } from './files-in.ts';
import { commands } from './index.ts';
import { productFolder } from './product-folder.ts';
import { programState } from './program-state.ts';
import { Progress } from './progress.ts';
import { inFolder } from './shell-word.ts';
import { harmless, terminal, widthFor } from './terminal.ts';

/** The command line: reads what was typed, runs the command, answers the exit code. */
export const main = async (typed: readonly string[]): Promise<number> => {
  let code = 0;
  let unwritten = 0;
  let folder = '.';
  goOnWithoutReader((exit) => {
    unwritten = exit;
    // It may come to light when the call has ended already.
    process.exitCode = exit;
  });
  const wantsJson = typed.includes('--json');
  const running: Running = {
    begin: (named) => {
      folder = named;
    },
    finish: (finished) => {
      code = finished;
    },
  };
  const program = build(wantsJson, running);
  try {
    await program.parseAsync([...typed], { from: 'user' });
    return unwritten || code;
  } catch (error) {
    const { exit, text, json } = failureOf(error);
    if (exit !== 0) process.stderr.write(wantsJson ? `${JSON.stringify(json)}\n` : inFolder(text, folder));
    return exit;
  }
};

/** What is told of a command that was typed: the folder of its workspace as it begins, the exit code as it ends. */
type Running = { readonly begin: (folder: string) => void; readonly finish: (code: number) => void };

/**
 * Whoever reads only the first lines, as `head` does, closes the pipe: that is no failure, and nothing is left to say. The
 * call goes on to its end, because its exit code may still be asked for. An answer that cannot be written, as to a full
 * disk, is a failure, and told as that of any other file.
 */
const goOnWithoutReader = (fail: (exit: number) => void): void => {
  for (const [name, stream] of [
    ['standard output', process.stdout],
    ['standard error', process.stderr],
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
      const { exit, text } = failureOf(Object.assign(error, { path: name }));
      fail(exit);
      if (stream === process.stdout) process.stderr.write(text);
    });
  }
};

/** Options are positional: what is typed after a word belongs to that word, also where its group knows the same flag. */
const build = (silent: boolean, running: Running): Program => {
  const program = new Program('throughline')
    .description('The designed IT operating model against the evidence of how work and decisions actually happen.')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeErr: (text) => silent || process.stderr.write(text) })
    .enablePositionalOptions()
    .showHelpAfterError('(add --help to see what can be typed)')
    .configureHelp({ showGlobalOptions: false });
  for (const command of commands) attach(program, command, running);
  return program;
};

const version = (): string => {
  const { version: text }: { version: string } = JSON.parse(
    readFileSync(join(productFolder(), 'package.json'), 'utf8'),
  );
  return text;
};

const attach = (program: Program, command: Command, running: Running): void => {
  const words = command.name.split(' ');
  const last = words.pop() ?? '';
  const parent = words.reduce((above, word) => groupCalled(above, word), program);
  const added = (parent.commands.find((known) => known.name() === last) ?? parent.command(last)).description(
    command.says,
  );
  for (const { name, says, optional } of command.arguments ?? []) {
    added.argument(optional ? `[${name}]` : `<${name}>`, says);
  }
  if (command.many) added.argument(`<${command.many.name}...>`, `${command.many.says}; last may come the workspace`);
  else added.argument('[workspace]', 'the folder of the workspace', command.workspace ?? '.');
  for (const { flags, says, choices } of command.flags ?? []) {
    const option = new Option(flags, says);
    added.addOption(choices ? option.choices([...choices]) : option);
  }
  added.option('--json', 'the whole answer as JSON on standard output');
  if (command.examples)
    added.addHelpText('after', `\nExamples:\n${command.examples.map((each) => `  ${each}`).join('\n')}`);
  added
    .exitOverride()
    .enablePositionalOptions()
    .action(async (...given: unknown[]) => {
      running.finish(await run(command, given, running.begin));
    });
};

const groupCalled = (above: Program, word: string): Program =>
  above.commands.find((known) => known.name() === word) ?? above.command(word).exitOverride().enablePositionalOptions();

const run = async (command: Command, given: readonly unknown[], begin: Running['begin']): Promise<number> => {
  const names = [...(command.arguments ?? []).map(({ name }) => name), 'workspace'];
  const { words, folder: named } = manyOf(command, given[names.length - 1]);
  const read = Object.fromEntries(names.map((name, index) => [name, textOrNothing(given[index])]));
  const typed = placed(command, { ...read, workspace: named });
  const flags = given[names.length] as Readonly<Record<string, string | boolean | undefined>>;
  const progress = new Progress(process.stderr);
  const folder = typed.workspace ?? '.';
  begin(folder);
  const { Room } = await import('#handlers/room.ts');
  const { handlers } = await import('#handlers/index.ts');
  const notice = (text: string): void => {
    progress.clear();
    process.stderr.write(`! ${harmless(inFolder(text, folder))}\n`);
  };
  const surroundings = {
    now: () => new Date(),
    random: (bytes: number) => randomBytes(bytes),
    pid: process.pid,
    host: hostname(),
    program: programState(),
    dataFolder: process.env.THROUGHLINE_DATA_FOLDER,
    progress: (text: string) => progress.show(text),
    notice,
    via: 'cli',
  };
  const room = new Room(folder, surroundings);
  const call: Call = {
    ask: async <Input extends z.ZodType, Answer extends z.ZodType>(
      endpoint: Endpoint<Input, Answer>,
      input: z.input<Input>,
    ) => {
      const wanted = checked(endpoint.input, input);
      const server = endpoint.inProcess ? undefined : serverOf(folder, surroundings.host);
      if (server !== undefined) {
        const { ask } = await import('#server/ask.ts');
        const answer = endpoint.answer.parse(await ask(server, endpoint, Object(wanted)));
        noticesIn(answer).forEach(notice);
        return answer;
      }
      const handler = handlers.find((known) => known.endpoint.id === endpoint.id);
      if (!handler) throw new Error(`nobody answers ${endpoint.id}`);
      return endpoint.answer.parse(await handler.answer(wanted, room));
    },
    serve: async (listened, onServing) => {
      const { serveWorkspace } = await import('#server/serve.ts');
      const onBug = (error: unknown): void => {
        process.stderr.write(failureOf(error).text);
      };
      const pages = join(productFolder(), 'build', 'web');
      const wanted = { folder, ...listened, handlers, version: version(), pages, onBug };
      // A room that was opened to answer before holds the workspace.
      await room.close();
      const serving = await serveWorkspace(wanted, { ...surroundings, via: 'web' });
      progress.clear();
      onServing({ address: serving.address, entrance: serving.entrance });
      await toldToEnd();
      await serving.close();
    },
    terminal: terminal({
      write: (text) => {
        progress.clear();
        process.stdout.write(text);
      },
      width: widthFor(process.stdout.columns),
      cuts: process.stdout.isTTY,
      colour: wantsColour(),
      silent: flags.json === true,
    }),
    json: (answer) => {
      if (flags.json !== true) return false;
      process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      return true;
    },
    folder,
    words,
  };
  try {
    return await command.run(call, typed, flags);
  } finally {
    progress.clear();
    await room.close();
  }
};

/**
 * What was typed, each word in the place that it was meant for: where an argument was left out, the folder of the workspace
 * stands in the place of the last one.
 */
const placed = (
  { name: command, arguments: named = [] }: Command,
  typed: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> => {
  const last = named.findLast(({ name }) => typed[name] !== undefined);
  const folder = last && typed[last.name];
  if (last === undefined || folder === undefined || typed.workspace !== '.') return typed;
  if (isWorkspace('.') || !isWorkspace(folder)) return typed;
  if (last.optional) return { ...typed, [last.name]: undefined, workspace: folder };
  throw new Fault('argument-missing', { command, argument: last.name, says: last.says });
};

/** What an answer has to say beside itself: in process it is told while it is made. */
const noticesIn = (answer: unknown): readonly string[] =>
  typeof answer === 'object' && answer !== null && 'notices' in answer && Array.isArray(answer.notices)
    ? answer.notices.map(String)
    : [];

/** Until somebody stops the process, at the keyboard or from outside. */
const toldToEnd = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

/** The words of an argument of many, and the folder of the workspace, which may be the last of them. */
const manyOf = ({ many }: Command, given: unknown): { words: readonly string[]; folder: string | undefined } => {
  if (!many) return { words: [], folder: textOrNothing(given) };
  const words = Array.isArray(given) ? given.map(String) : [];
  const last = words.at(-1);
  const { isFolder = (word) => !word.includes('=') } = many;
  if (last === undefined || !isFolder(last)) return { words, folder: undefined };
  return { words: words.slice(0, -1), folder: last };
};

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** NO_COLOR and FORCE_COLOR as their conventions say; otherwise where a person looks. */
const wantsColour = (): boolean => {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY;
};
