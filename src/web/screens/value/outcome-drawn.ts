import type { z } from 'zod';
import type { Effect, showOutcome } from '#api/outcomes.ts';
import type { OutcomeSeriesData } from '#charts/outcome-series.ts';
import { outcomeId } from '../../value-names.ts';

export type ShownOutcome = z.output<typeof showOutcome.answer>;

/** The effect that is looked at: the one asked for, else one that can be told, else one that went live, else the first. */
export const effectOf = (
  { effects }: Pick<ShownOutcome, 'effects'>,
  initiative: string | undefined,
): Effect | undefined =>
  effects.find((each) => each.initiative === initiative) ??
  effects.find(({ estimate }) => estimate !== null) ??
  effects.find(({ liveOn }) => liveOn !== null) ??
  effects[0];

/** An outcome as it is drawn, with one of its effects. */
export const seriesOf = (
  { outcome, measurements, control, effects }: ShownOutcome,
  chosen: Effect | undefined,
): OutcomeSeriesData => ({
  key: outcomeId(outcome.key),
  name: outcome.name,
  unit: outcome.unit ?? '',
  baseline: outcome.baseline,
  target: outcome.target,
  measurements: measurements.map(({ on, value }) => ({ on, value })),
  control: control.map(({ on, value }) => ({ on, value })),
  without: withoutOf(chosen, control),
  changes: effects.flatMap(({ name, liveOn }) => (liveOn === null ? [] : [{ name, liveOn }])),
  asked: chosen?.liveOn == null ? null : { name: chosen.name, liveOn: chosen.liveOn, effect: meanOf(chosen) },
});

const meanOf = ({ estimate, moved }: Effect) => (estimate && moved !== null ? { ...estimate.mean, moved } : null);

/** Beside a control it is the difference from it that is told, which is drawn where the control was measured on the same day. */
const withoutOf = (chosen: Effect | undefined, control: ShownOutcome['control']): OutcomeSeriesData['without'] => {
  if (!chosen?.estimate) return [];
  const { method, without } = chosen.estimate;
  if (method === 'interrupted-series') return without;
  const beside = new Map(control.map(({ on, value }) => [on, value]));
  return without.flatMap(({ on, value }) => {
    const own = beside.get(on);
    return own === undefined ? [] : [{ on, value: own + value }];
  });
};
