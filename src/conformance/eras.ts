import { parseIsoDate } from '#model/calendar/civil.ts';
import { startOfLocalDay } from '#model/calendar/local.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Period } from '#model/period.ts';
import { always, type Span } from './span.ts';

/** A stretch of time in which one design was in force. */
export type Era = Span & { readonly design: DesignModel };

/** The stretches in which each design was in force, in order and without overlap; time without a design is in none. */
export const erasOf = (designs: readonly DesignModel[], timeZone: string): Era[] => {
  const days = designs
    .filter(({ design }) => design.status === 'in-force')
    .flatMap(({ design: { from, to } }) => [from, to])
    .filter((day) => day !== undefined);
  const starts = [...new Set(days)].sort().map((day) => startOf(day, timeZone));
  const ends = [...starts, always.until];
  return ends.flatMap((until, index) => {
    const from = starts[index - 1] ?? always.from;
    const design = modelInForce(designs, index === 0 ? until - 1 : from, timeZone);
    return designs.includes(design) ? [{ design, from, until }] : [];
  });
};

/** When a dated record of a design holds, in ms, cut to the time its design was in force; undefined when never. */
export const holds = (era: Era, { from, to }: Period, timeZone: string): Span | undefined => {
  const start = from === undefined ? era.from : Math.max(era.from, startOf(from, timeZone));
  const end = to === undefined ? era.until : Math.min(era.until, startOf(to, timeZone));
  return start < end ? { from: start, until: end } : undefined;
};

/** The first instant of a day. */
export const startOf = (day: Day, timeZone: string): number => startOfLocalDay(parseIsoDate(day), timeZone);

/** Whether any workflow applies by the type or team of an item, and not by its source alone. */
export const asksForItem = (eras: readonly Era[]): boolean =>
  eras.some(({ design }) =>
    design.workflows.some(({ appliesTo }) =>
      appliesTo.some(({ team, itemType }) => team !== undefined || itemType !== undefined),
    ),
  );
