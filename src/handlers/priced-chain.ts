import { type Convert, converterTo } from '#model/conversion.ts';
import { isFault } from '#model/fault.ts';
import { refresh } from './refresh.ts';
import type { Room } from './room.ts';
import { groundOf, type ValueGround, valueGround } from './value-ground.ts';

/** The chain of value with what turns its money into the currency of totals, at the instant at which figures are read. */
export type PricedChain = ValueGround & { readonly currency: string; readonly convert: Convert };

export const pricedChain = async (room: Room, asked: { asOf?: string | undefined }): Promise<PricedChain> => {
  const { currency } = room.workspace.configuration;
  const ground = await groundOfFigures(room, asked);
  return { ...ground, currency, convert: converterTo(currency, ground.model.exchangeRates) };
};

/** What is told beside all answers about money. */
export const toldOf = ({ currency, today, notices }: PricedChain) => ({ currency, today, notices: [...notices] });

/**
 * Where there is evidence of work, records are read at its last instant, as figures are: of an organisation that is made up
 * nothing happens after its records end. Money is on record also where there is none: it is read as of now then, or nothing
 * would ever be due.
 */
const groundOfFigures = async (room: Room, asked: { asOf?: string | undefined }): Promise<ValueGround> => {
  const { sources, sample, timeZone } = room.workspace.configuration;
  if (sources.length === 0 && !sample) return valueGround(room, asked);
  try {
    const { designs, asOf, notices } = await refresh(room, asked);
    return groundOf(designs, asOf, timeZone, notices);
  } catch (error) {
    if (!isFault(error, 'no-evidence')) throw error;
    return valueGround(room, asked);
  }
};
