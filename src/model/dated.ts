import { z } from 'zod';

type Dated = Readonly<Record<string, unknown>>;

const moment = (text: unknown): number => (typeof text === 'string' ? Date.parse(text) : Number.NaN);

/**
 * For a record's schema: what comes later on the list is not dated before what comes earlier.
 *
 * Two at once are let through, and what is absent is passed over.
 */
export const datedInOrder = (...fields: readonly string[]) =>
  z.check<object>(({ value, issues }) => {
    const record: Dated = { ...value };
    const stated = fields.filter((field) => record[field] !== undefined);
    stated.forEach((field, n) => {
      const before = stated[n - 1];
      if (before === undefined || !(moment(record[field]) < moment(record[before]))) return;
      const message = `a time not before ${String(record[before])}, which is ${before}`;
      issues.push({ code: 'custom', input: record[field], path: [field], message });
    });
  });

/** For a list: each entry is dated later than the one before it, so that no two speak of one day and the last is the latest. */
export const rising = <F extends string>(field: F) =>
  z.check<readonly { readonly [Name in F]: string }[]>(({ value, issues }) => {
    value.forEach((entry, n) => {
      const before = value[n - 1];
      if (before === undefined || moment(entry[field]) > moment(before[field])) return;
      const message = `a day after ${before[field]}, the one before it`;
      issues.push({ code: 'custom', input: entry[field], path: [n, field], message });
    });
  });
