/** The day and the time of day that a number means which a spreadsheet shows as a date. */
export type Moment = { readonly day: string | undefined; readonly time: string | undefined };

const dayLength = 86_400_000;
/** Day 0 of a spreadsheet that counts from 1900, of which it holds that it was a leap year, and of one that counts from 1904. */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);
const lastDay = Date.UTC(9999, 11, 31);
/** The 29th of February 1900, which there never was. Before it, days lie one behind. */
const falseLeapDay = 60;

/**
 * What a serial number of a spreadsheet means, to the second: from 1900 with its false leap day, or from 1904.
 *
 * A number below one is a time of no day. What lies before the first or behind the last day means nothing.
 */
export const momentOf = (serial: number, is1904: boolean): Moment | undefined => {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const seconds = Math.round((serial % 1) * 86_400);
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const time = seconds % 86_400 === 0 ? undefined : new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (whole === 0 && !is1904) return time === undefined ? undefined : { day: undefined, time };
  if (whole === falseLeapDay && !is1904) return undefined;
  const shift = whole < falseLeapDay && !is1904 ? 1 : 0;
  const instant = (is1904 ? from1904 : from1900) + (whole + shift) * dayLength;
  return instant > lastDay ? undefined : { day: new Date(instant).toISOString().slice(0, 10), time };
};

/** The serial number of a day, counted from 1900; nothing for a day that such a spreadsheet does not have. */
export const serialOf = (day: string): number | undefined => {
  const instant = Date.parse(`${day}T00:00:00Z`);
  const serial = (instant - from1900) / dayLength;
  return /^\d{4}-\d\d-\d\d$/u.test(day) && serial > falseLeapDay && instant <= lastDay ? serial : undefined;
};
