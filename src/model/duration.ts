import { z } from 'zod';

const number = String.raw`(\d+(?:\.\d+)?)`;
const pattern = new RegExp(
  `^P(?=[\\dT])(?:${number}W)?(?:${number}D)?(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);

/**
 * A length of time in ISO 8601, such as P2D, PT8H or P1DT12H.
 *
 * Months and years are refused: they have no fixed length, and a target that is longer in March than in February cannot
 * be compared. A quarter is written P13W.
 */
export const Duration = z
  .string()
  .regex(pattern, 'a duration in weeks, days, hours, minutes and seconds, such as P2D, PT8H or P13W');
export type Duration = z.infer<typeof Duration>;

/**
 * A duration with its days kept apart from the rest.
 *
 * On the elapsed clock a day is 86,400 seconds; on the working clock it is one working day, however long that is in the
 * calendar at hand. Only who knows the clock may add the two up. A week is seven days on either clock.
 */
export type Length = { readonly days: number; readonly seconds: number };

/** Reads a duration that the schema has let through; anything else is a bug and throws. */
export const lengthOf = (duration: Duration): Length => {
  const match = pattern.exec(duration);
  if (!match) throw new Error(`not a duration: ${duration}`);
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return {
    days: (weeks ?? 0) * 7 + (days ?? 0),
    seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
  };
};

/** Which time a target counts: every second that passes, or only those of the working calendar. */
export const Clock = z.enum(['working', 'elapsed']);
export type Clock = z.infer<typeof Clock>;
