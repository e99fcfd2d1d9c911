import { type Convert, converterTo } from '#model/conversion.ts';
import { type Day, dayAfter, dayOf } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault } from '#model/fault.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { spendLines } from '#model/spend.ts';
import { type Chain, type ChainNode, chainOf, type NodeKind } from '#value/chain/chain.ts';
import type { Days } from '#value/chain/funding.ts';
import { broughtUp } from './applying.ts';
import { readAt } from './as-of.ts';
import { momentOf } from './days.ts';
import { noticesOf } from './notices.ts';
import { recordCalled } from './record-id.ts';
import type { Room } from './room.ts';

/** What questions about money and value are answered on: records alone, so they stand without any log. */
export type ValueGround = {
  readonly model: DesignModel;
  readonly chain: Chain;
  /** The instant (ms) as of which records are read. */
  readonly asOf: number;
  readonly timeZone: string;
  /** The day of that instant. */
  readonly today: Day;
  /** The currency of totals, and what turns money into it. */
  readonly currency: string;
  readonly convert: Convert;
  readonly notices: readonly string[];
};

/** The records as they stand, or stood. */
export const valueGround = async (
  room: Room,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<ValueGround> => {
  const applied = await broughtUp(room);
  const past = asOf === undefined ? undefined : await readAt(room, applied, asOf);
  return groundOf(room, {
    models: past?.models ?? applied.models,
    instant: past?.instant ?? room.surroundings.now().getTime(),
    notices: [...noticesOf(applied), ...(past?.notices ?? [])],
  });
};

type Read = { readonly models: readonly DesignModel[]; readonly instant: number; readonly notices: readonly string[] };

/** What stands at an instant (ms) of some designs. */
export const groundOf = (room: Room, { models, instant: asOf, notices }: Read): ValueGround => {
  const { timeZone, currency } = room.workspace.configuration;
  const model = modelInForce(models, asOf, timeZone);
  return {
    model,
    chain: chainOf(model),
    asOf,
    timeZone,
    today: dayOf(new Date(asOf).toISOString(), timeZone),
    currency,
    convert: converterTo(currency, model.exchangeRates),
    notices,
  };
};

/** The place of a record in the chain; a refusal with the nearest key where it has none. */
export const nodeCalled = (chain: Chain, kind: NodeKind, key: string): ChainNode =>
  chain.find(kind, key) ??
  recordCalled(
    kind,
    key,
    chain.nodes.filter((node) => node.kind === kind),
  );

type AskedDays = { readonly from?: string | undefined; readonly until?: string | undefined };

/** The days asked for; those from the first of which money is on record to the last where they are left out. */
export const daysOf = ({ model, timeZone, today }: ValueGround, { from, until }: AskedDays): Days => {
  const day = (typed: string, field: string): Day => dayOf(momentOf(typed, timeZone, field), timeZone);
  const known = recordedDays(model, today);
  const days = {
    from: from === undefined ? known.from : day(from, 'from'),
    to: until === undefined ? known.to : day(until, 'until'),
  };
  if (days.from >= days.to) throw new Fault('window-backwards', { from: days.from, until: days.to });
  return days;
};

/** From the first day of which money is on record to the last; of nothing the day of reading. */
const recordedDays = (model: DesignModel, today: Day): Days => {
  const { first = today, last = first } = recorded.get(model) ?? recordedIn(model);
  return { from: first, to: last > first ? last : dayAfter(first) };
};

type Recorded = { readonly first: Day | undefined; readonly last: Day | undefined };

const recorded = new WeakMap<DesignModel, Recorded>();

const recordedIn = (model: DesignModel): Recorded => {
  const { investments, planningPeriods, benefits } = model;
  const valued = new Set<string>([
    ...investments.flatMap(({ budget }) => budget.map(({ period }) => period)),
    ...benefits.flatMap(({ plan, realised }) => [...(plan?.profile ?? []), ...realised].map(({ period }) => period)),
  ]);
  const periods = planningPeriods.filter(({ key }) => valued.has(key));
  const spent = [...new Set(spendLines(model).map(({ on }) => on))];
  const begins = [...spent, ...periods.map(({ from }) => from)].toSorted();
  const ends = [...spent.map(dayAfter), ...periods.map(({ to }) => to)].toSorted();
  const found = { first: begins[0], last: ends.at(-1) };
  recorded.set(model, found);
  return found;
};

/** What every answer about value tells beside: its days, its instant, and what a reader has to know. */
export const toldBeside = ({ asOf, notices }: ValueGround, { from, to }: Days) => ({
  from,
  until: to,
  asOf: new Date(asOf).toISOString(),
  notices: [...notices],
});
