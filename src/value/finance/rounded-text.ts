import type { Decimal } from '#model/money.ts';

/** A float as decimal text of so many places; nought has no sign. Exact to the last place below 10¹³ with two of them. */
export const roundedText = (value: number, places: number): Decimal => {
  const text = value.toFixed(places);
  return /^-0(?:\.0+)?$/.test(text) ? text.slice(1) : text;
};
