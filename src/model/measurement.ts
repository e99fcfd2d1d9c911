import { z } from 'zod';
import { rising } from './dated.ts';
import { Day } from './day.ts';

/** A value and the day it is of. */
export const DatedValue = z.strictObject({ on: Day, value: z.number() });
export type DatedValue = z.infer<typeof DatedValue>;

/** A value that somebody measured, and where it can be looked up. */
export const Measurement = DatedValue.extend({ source: z.string().optional() });
export type Measurement = z.infer<typeof Measurement>;

/** Measurements of one thing, in the order of their days, at most one a day. */
export const Measurements = z.array(Measurement).check(rising('on'));
export type Measurements = z.infer<typeof Measurements>;
