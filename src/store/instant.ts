const withZone = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/;

/**
 * An instant in the one spelling the store compares as text: UTC, with milliseconds, four digits of year.
 *
 * Throws at a time without a zone, which the machine would read as its own.
 */
export const instantOf = (text: string): string => {
  const time = withZone.test(text) ? new Date(text) : new Date(Number.NaN);
  const instant = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  if (instant.length !== '2026-01-01T00:00:00.000Z'.length) throw new TypeError(`${text} is not an instant`);
  return instant;
};
