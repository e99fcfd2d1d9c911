import { existsSync, renameSync, rmSync } from 'node:fs';
import { Engine, type EngineLimits } from './engine.ts';

/**
 * Writes the file of a store anew and puts it in the place of the old one, so that its bytes hold what its tables hold.
 *
 * A database keeps what was deleted in blocks that it will write over some day. Whoever opened the file has closed it. A
 * death in the middle leaves the old file whole.
 */
export const sweepFile = async (path: string, limits: EngineLimits = {}): Promise<void> => {
  const fresh = `${path}.swept`;
  for (const left of [fresh, `${fresh}.wal`]) rmSync(left, { force: true });
  const engine = await Engine.open(path, limits);
  try {
    await engine.copyTo(fresh);
  } finally {
    engine.close();
  }
  // Changes that are still to be written into the old file would be written into the new one.
  if (existsSync(`${path}.wal`)) throw new Error(`${path} was not closed cleanly, and stays as it is`);
  renameSync(fresh, path);
};
