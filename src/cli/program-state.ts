import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Tells one state of the program from any other, by names, sizes and times of the files that run: those it was built into,
 * or all sources. The number of a version stays while somebody works at it.
 */
export const programState = (): string => {
  const here = dirname(import.meta.filename);
  const folder = basename(here) === 'cli' ? dirname(here) : here;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?[jt]s$/u.test(file));
  const states = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(join(folder, file));
    return `${file} ${size} ${Math.trunc(mtimeMs)}`;
  });
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
};
