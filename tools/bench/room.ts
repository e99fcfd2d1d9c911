import { randomBytes } from 'node:crypto';
import { Room } from '#handlers/room.ts';

/** A room to work in without a server; whoever asks for it closes it. */
export const benchRoom = (folder: string): Room =>
  new Room(folder, {
    now: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    pid: process.pid,
    host: 'bench',
    dataFolder: undefined,
    progress: () => undefined,
    notice: () => undefined,
    via: 'bench',
  });
