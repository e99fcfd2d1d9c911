import { type Convert, converterTo } from '#model/conversion.ts';
import { type Day, dayOf } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { isFault } from '#model/fault.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Chain } from '#value/chain/chain.ts';
import { applyFiles } from './applying.ts';
import { readAt } from './as-of.ts';
import { noticesOf } from './notices.ts';
import { refresh } from './refresh.ts';
import type { Room } from './room.ts';
import { chainOf } from './value-ground.ts';

/** The chain of value with what turns its money into the currency of totals, at the instant at which figures are read. */
export type PricedChain = {
  readonly model: DesignModel;
  readonly chain: Chain;
  readonly currency: string;
  readonly convert: Convert;
  /** Nothing later is known. */
  readonly today: Day;
  readonly notices: readonly string[];
};

export const pricedChain = async (room: Room, asked: { asOf?: string | undefined }): Promise<PricedChain> => {
  const { currency, timeZone } = room.workspace.configuration;
  const { model, instant, notices } = await modelAt(room, asked);
  return {
    model,
    chain: chainOf(model),
    currency,
    convert: converterTo(currency, model.exchangeRates),
    today: dayOf(new Date(instant).toISOString(), timeZone),
    notices,
  };
};

/** What is told beside all answers about money. */
export const toldOf = ({ currency, today, notices }: PricedChain) => ({ currency, today, notices: [...notices] });

type ModelAt = { readonly model: DesignModel; readonly instant: number; readonly notices: readonly string[] };

/**
 * Money is on record also where there is no evidence of any work: it is read as of now then, or nothing would ever be due.
 * Of an organisation that is made up nothing happens after its records end.
 */
const modelAt = async (room: Room, asked: { asOf?: string | undefined }): Promise<ModelAt> => {
  const { sources, sample } = room.workspace.configuration;
  if (sources.length === 0 && !sample) return recordsAt(room, asked);
  try {
    const { design, asOf, notices } = await refresh(room, asked);
    return { model: design, instant: asOf, notices };
  } catch (error) {
    if (!isFault(error, 'no-evidence')) throw error;
    return recordsAt(room, asked);
  }
};

const recordsAt = async (room: Room, asked: { asOf?: string | undefined }): Promise<ModelAt> => {
  const { timeZone } = room.workspace.configuration;
  const applied = await applyFiles(room, { reason: 'the files changed' });
  const past = asked.asOf === undefined ? undefined : await readAt(room, applied, asked.asOf);
  const instant = past?.instant ?? room.surroundings.now().getTime();
  const model = modelInForce(past?.models ?? applied.models, instant, timeZone);
  return { model, instant, notices: [...noticesOf(applied), ...(past?.notices ?? [])] };
};
