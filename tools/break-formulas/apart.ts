import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Outcome } from './trial.ts';

const quiet = '--disable-warning=ExperimentalWarning';

/** Tries the wrong formulas of one subject in a process of its own, because the logs of all would not fit beside each other. */
export const tryApart = async (id: string, most?: number): Promise<Outcome> => {
  const asked = ['--json', id, ...(most === undefined ? [] : [String(most)])];
  const { stdout } = await promisify(execFile)(process.execPath, [
    quiet,
    join(import.meta.dirname, 'main.ts'),
    ...asked,
  ]);
  return JSON.parse(stdout) as Outcome;
};
