import type { DesignModel } from '#model/design-model.ts';
import { designModels } from '#model/design-model.ts';
import type { Applied } from './applying.ts';
import { momentOf } from './days.ts';
import type { Room } from './room.ts';

/** A past (or future) instant at which figures are to be read, and the designs as they stood then. */
export type ReadAt = {
  readonly instant: number;
  readonly models: readonly DesignModel[];
  /** What a reader has to know of it. */
  readonly notices: readonly string[];
};

/**
 * The instant that was asked for, and the model as the store held it then.
 *
 * A store that is younger than the instant knows nothing of it. The designs of now, each with the days on which it is in
 * force, say more of that time than no design would; so they are taken, and that is told.
 */
export const readAt = async (room: Room, applied: Applied, typed: string): Promise<ReadAt> => {
  const known = lastRead.get(applied);
  if (known?.typed === typed) return known.read;
  const read = await readFrom(room, applied, typed);
  lastRead.set(applied, { typed, read });
  return read;
};

/** What was last asked for on top of what stands: pages ask many questions of one instant. */
const lastRead = new WeakMap<Applied, { readonly typed: string; readonly read: ReadAt }>();

const readFrom = async (room: Room, { models }: Applied, typed: string): Promise<ReadAt> => {
  const moment = momentOf(typed, room.workspace.configuration.timeZone, 'as-of');
  const instant = Date.parse(moment);
  const records = await (await room.store()).asOf(moment);
  if (records.length > 0) return { instant, models: designModels(records), notices: [] };
  const notice = `The store held no record of the model as of ${typed}: figures are read by the designs as they stand now.`;
  return { instant, models, notices: [notice] };
};
