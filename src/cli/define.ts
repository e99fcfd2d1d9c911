import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { Fault } from '#model/fault.ts';
import type { Terminal } from './terminal.ts';

/** What a command may do: ask endpoints of the workspace, and write. */
export type Call = {
  readonly ask: <Input extends z.ZodType, Answer extends z.ZodType>(
    endpoint: Endpoint<Input, Answer>,
    input: z.input<Input>,
  ) => Promise<z.output<Answer>>;
  /** For people: does nothing when the answer is asked for as JSON. */
  readonly terminal: Terminal;
  /** Writes the answer as JSON when that is asked for, and says whether it was. */
  readonly json: (answer: unknown) => boolean;
  readonly folder: string;
  /** Holds the workspace and answers over HTTP until the process is told to end; says where, once it does. */
  readonly serve: (wanted: Listened, onServing: (serving: Served) => void) => Promise<void>;
  /** What was typed for the argument that takes many words. */
  readonly words: readonly string[];
};

/** Where to listen; `host` is an address at which other machines can ask too. */
type Listened = { readonly port: number; readonly host: string | undefined };

/** Where a server is asked, and where people of other machines come in, once. */
export type Served = { readonly address: string; readonly entrance?: string | undefined };

export type Flag = { readonly flags: string; readonly says: string; readonly choices?: readonly string[] };

/**
 * One command as a value: what is typed, what it says of itself, what it does.
 *
 * `run` answers the exit code: 0, or 1 where a check that was asked to fail fails. Faults carry their own.
 */
export type Command = {
  /** `metric show` is typed as two words. */
  readonly name: string;
  /** Positional arguments; the folder of the workspace always comes last and may be left out. */
  readonly arguments?: readonly { readonly name: string; readonly says: string; readonly optional?: boolean }[];
  /**
   * An argument of many words with an equals sign in each; a last word without one is the folder of the workspace, unless
   * `isFolder` tells the two apart.
   */
  readonly many?: { readonly name: string; readonly says: string; readonly isFolder?: (word: string) => boolean };
  readonly says: string;
  readonly flags?: readonly Flag[];
  /** Shown in the help, each as it is typed. */
  readonly examples?: readonly string[];
  /** The folder of the workspace where none is typed; the one the caller is in when left out. */
  readonly workspace?: string;
  readonly run: (
    call: Call,
    typed: Readonly<Record<string, string | undefined>>,
    flags: Readonly<Record<string, string | boolean | undefined>>,
  ) => Promise<number>;
};

export const defineCommand = (command: Command): Command => command;

/** What was typed after a flag, or nothing. */
export const textOf = (flag: string | boolean | undefined): string | undefined =>
  typeof flag === 'string' ? flag : undefined;

type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** The whole number after a flag; `otherwise` when the flag was not typed. */
export const wholeOf = (flags: Flags, name: string, otherwise: number): number => {
  const text = textOf(flags[name]);
  return text === undefined ? otherwise : whole(text, `--${name}`);
};

/** A whole number that was typed. `name` is what it is called in the refusal of anything else. */
export const whole = (text: string, name: string): number => {
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new Fault('input-refused', { field: name, found: JSON.stringify(text), expected: 'a whole number' });
};

/** The number after a flag, whole or not; nothing when the flag was not typed. */
export const numberOf = (flags: Flags, name: string): number | undefined => {
  const text = textOf(flags[name]);
  if (text === undefined || /^\d+(?:\.\d+)?$/u.test(text)) return text === undefined ? undefined : Number(text);
  throw new Fault('input-refused', { field: `--${name}`, found: JSON.stringify(text), expected: 'a number' });
};
