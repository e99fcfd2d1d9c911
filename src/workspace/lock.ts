import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '#model/fault.ts';

/**
 * Who holds a workspace. `token` tells two holds of one process apart; `address` is where a server that holds it can be
 * asked instead, and `key` lets in who asks there.
 */
export const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  since: z.string(),
  token: z.string(),
  address: z.string().optional(),
  key: z.string().optional(),
});
export type Holder = z.infer<typeof Holder>;

const lockName = 'lock';

/** The tokens that this process holds, because a lock of our own process id may also be left from a life before. */
const held = new Set<string>();

/**
 * Takes hold of a workspace's state folder until the function it returns is called.
 *
 * One process at a time, because the evidence has one writer. A lock whose process is gone is taken over; whether it is
 * gone can be told only on its own machine, so a lock of another machine stands. A second holder gets a fault that says
 * who the first is.
 */
export const holdWorkspace = (
  stateFolder: string,
  holder: Holder,
  lives: (pid: number) => boolean = processLives,
): (() => void) => {
  const file = join(stateFolder, lockName);
  // Each turn either takes the lock, meets a living holder, or clears one stale lock away.
  for (let turn = 0; turn < 10; turn++) {
    if (placed(file, holder)) {
      held.add(holder.token);
      return () => release(file, holder);
    }
    const text = textOf(file);
    if (text === undefined) continue;
    const other = holderIn(text);
    if (other !== undefined && !isStale(other, holder, lives)) {
      const { pid, host, since, address } = other;
      throw new Fault('workspace-held', { pid, host, since, address, file });
    }
    clear(file, text);
  }
  throw new Fault('workspace-contested', { turn: turnOf(file) });
};

/** Who holds a workspace now, or undefined when nobody does. For those who would ask the holder and not replace it. */
export const holderOf = (stateFolder: string, host: string, lives: (pid: number) => boolean = processLives) => {
  const other = holderIn(textOf(join(stateFolder, lockName)));
  return other && !(other.host === host && !lives(other.pid)) ? other : undefined;
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** A process that we may not signal lives too. */
const processLives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** A process that has ended keeps its id until its parent asks for it, which may be never. Only Linux tells. */
const hasEnded = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^\) [ZX]/u.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return false;
  }
};

/** Writes the lock beside its place and links it there, so that nobody ever reads half of one. */
const placed = (file: string, holder: Holder): boolean => {
  const draft = `${file}.${holder.token}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Who a lock names; a lock that nobody can read names nobody. */
const holderIn = (text: string | undefined): Holder | undefined => {
  try {
    return Holder.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
};

const isStale = (other: Holder, mine: Holder, lives: (pid: number) => boolean): boolean => {
  if (other.host !== mine.host) return false;
  // In a container every life of the program has the same process id.
  if (other.pid === mine.pid) return !held.has(other.token);
  return !lives(other.pid);
};

/**
 * Removes a stale lock, one process at a time.
 *
 * Without taking turns, one who saw the stale lock could remove the fresh one of who was faster. Whoever is not on turn
 * waits a moment and looks again.
 */
const clear = (file: string, stale: string): void => {
  const turn = turnOf(file);
  try {
    mkdirSync(turn);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return;
  }
  if (textOf(file) === stale) rmSync(file);
  rmdirSync(turn);
};

const turnOf = (file: string): string => `${file}.turn`;

const release = (file: string, holder: Holder): void => {
  held.delete(holder.token);
  if (holderIn(textOf(file))?.token === holder.token) rmSync(file);
};
