import { isFault } from '#model/fault.ts';
import { refresh } from './refresh.ts';
import type { Room } from './room.ts';
import { groundOf, type ValueGround, valueGround } from './value-ground.ts';

/**
 * The ground on which figures of money are told: the chain of value at the instant at which all figures are read.
 *
 * Where there is evidence of work, records are read at its last instant, as figures are: of an organisation that is made up
 * nothing happens after its records end. Money is on record also where there is none: it is read as of now then, or nothing
 * would ever be due.
 */
export const pricedChain = async (room: Room, asked: { asOf?: string | undefined }): Promise<ValueGround> => {
  const { sources, sample } = room.workspace.configuration;
  if (sources.length === 0 && !sample) return valueGround(room, asked);
  try {
    const { designs, asOf, notices } = await refresh(room, asked);
    return groundOf(room, { models: designs, instant: asOf, notices });
  } catch (error) {
    if (!isFault(error, 'no-evidence')) throw error;
    return valueGround(room, asked);
  }
};

/** What is told beside all answers about money. */
export const toldOf = ({ currency, today, notices }: ValueGround) => ({ currency, today, notices: [...notices] });
