import { CommanderError } from 'commander';
import { isOfTheDisk, whyRefused } from '#model/errno.ts';
import { Fault } from '#model/fault.ts';

/** What is left to tell of a call that failed: the exit code, a text for people and the same for programs. */
export type Failure = { readonly exit: number; readonly text: string; readonly json: object };

/** Faults are told in their sentence; everything else is a bug and is shown whole. */
export const failureOf = (thrown: unknown): Failure => {
  const error = ofTheDisk(thrown) ?? thrown;
  if (error instanceof CommanderError) {
    // Commander has said to people what there is to say.
    const message = error.message.replace(/^error: /u, '');
    return { exit: error.exitCode === 0 ? 0 : 2, text: '', json: { code: 'usage', message } };
  }
  if (error instanceof Fault) return { exit: error.exit, text: `${error.message}\n`, json: faultAsJson(error) };
  const stack = String(error instanceof Error ? error.stack : error);
  return {
    exit: 70,
    text: `This should not have happened. Please report it with what stands below.\n${stack}\n`,
    json: { code: 'bug', message: String(error), stack },
  };
};

/** What the system refuses to do with a file is for somebody to mend, wherever it is met. */
const ofTheDisk = (error: unknown): Fault | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !isOfTheDisk(error.code)) return undefined;
  if (!('path' in error) || typeof error.path !== 'string') return undefined;
  return new Fault('file-refused', { path: error.path, why: whyRefused(error.code) });
};

/** The fields that every fault has where they are known, and then all that the fault knows. */
const faultAsJson = ({ code, message, place, detail }: Fault): object => {
  const known: Readonly<Record<string, unknown>> = { ...detail };
  const [first] = 'problems' in detail ? detail.problems : [];
  const from: Readonly<Record<string, unknown>> = first
    ? { ...first, field: first.path }
    : { ...known, file: known.path ?? known.file };
  const { file, line, column, field } = { ...from, ...place };
  const { found, expected, closest } = from;
  return { code, message, file, line, column, field, found, expected, closest, detail };
};
