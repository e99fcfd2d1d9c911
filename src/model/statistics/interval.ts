/** The bounds of a 95 % interval, in the unit of the figure they belong to. */
export type Interval = { readonly lower: number; readonly upper: number };

/** A figure with its 95 % interval. */
export type Estimate = Interval & { readonly value: number };

/** The two-sided 95 % point of the standard normal distribution, to the digits that survey tables print. */
export const z95 = 1.959964;
