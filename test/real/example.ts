import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Handler } from '#handlers/define.ts';
import { Room } from '#handlers/room.ts';

const root = join(import.meta.dirname, '..', '..');

/** The folder of the public files, which are no part of the project: examples/<name>/README.md says where to get them. */
const dataFolder = resolve(root, process.env.THROUGHLINE_DATA_FOLDER ?? join('..', 'shared', 'data'));

/** The full path of a public file; an error that says what to do when it is not there. */
export const dataFile = (...path: string[]): string => {
  const file = join(dataFolder, ...path);
  if (existsSync(file)) return file;
  throw new Error(
    `${file} is missing. These tests read public files that do not come with the project: put them into a folder and name it in THROUGHLINE_DATA_FOLDER (see "Where the data comes from" in the READMEs of the examples).`,
  );
};

/** A folder for one test that is gone after it. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'throughline-real-'));

  /** A copy of one of the examples, so that nothing is written into the project. */
  example(name: string): string {
    const copy = join(this.folder, name);
    const own = ['throughline.yaml', 'maps', 'model'];
    for (const part of own.filter((each) => existsSync(join(root, 'examples', name, each))))
      cpSync(join(root, 'examples', name, part), join(copy, part), { recursive: true });
    return copy;
  }

  write(path: string, text: string): string {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Works in a workspace as the command line does, and leaves it closed. */
export const within = async <T>(folder: string, work: (room: Room) => Promise<T>): Promise<T> => {
  const room = new Room(folder, {
    now: () => new Date('2026-01-01T00:00:00Z'),
    random: (bytes) => randomBytes(bytes),
    pid: process.pid,
    host: 'test',
    dataFolder,
    progress: () => undefined,
    notice: () => undefined,
    via: 'test',
  });
  try {
    return await work(room);
  } finally {
    await room.close();
  }
};

/** Asks one endpoint in a room, and checks what it is asked and what it answers. */
export const ask = async <Input extends z.ZodType, Answer extends z.ZodType>(
  { endpoint, answer }: Handler<Input, Answer>,
  room: Room,
  input: z.input<Input>,
): Promise<z.output<Answer>> => endpoint.answer.parse(await answer(endpoint.input.parse(input), room));
