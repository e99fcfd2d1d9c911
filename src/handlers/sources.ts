import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import type { Room } from './room.ts';

/** Refuses a source that the workspace does not name. */
export const checkSource = (room: Room, source: string | undefined): void => {
  const keys = room.workspace.configuration.sources.map(({ key }) => key);
  if (source === undefined || keys.some((key) => key === source)) return;
  throw new Fault('source-unknown', { source, closest: closest(source, keys) });
};
