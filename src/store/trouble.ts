import { Fault } from '#model/fault.ts';
import { type StoreAddress, spoken } from './address.ts';

/** How long to wait for somebody else's write, or for a server to answer, in milliseconds. */
export const patience = 5_000;

/** What a database says when somebody else is writing: SQLite by number, PostgreSQL by code. */
const busy: ReadonlySet<unknown> = new Set([5, '55P03']);

/**
 * What a database says when it cannot be used at all: no file or no right to it, not a database, damaged, read-only or
 * full; no such server, user or database.
 */
const unreachable: ReadonlySet<unknown> = new Set(
  [
    [8, 11, 13, 14, 23, 26],
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT', 'EACCES'],
    ['28000', '28P01', '3D000', '42501', '53300', '57P01', '57P03'],
  ].flat(),
);

/** Whether a database refused only because somebody else is writing. */
export const isBusy = (error: unknown): boolean => busy.has(codeOf(error));

/** The fault behind a database's error, or the error itself when nobody but a programmer can mend it. */
export const faultOf = (error: unknown, address: StoreAddress): unknown => {
  const where = spoken(address);
  if (isBusy(error)) return new Fault('store-busy', { where, seconds: patience / 1000 });
  if (unreachable.has(codeOf(error))) return new Fault('store-unreachable', { where, why: whyOf(error) });
  return error;
};

/** SQLite's number is the low byte of `errcode`; the rest tells the place inside SQLite. */
const codeOf = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  if ('code' in error) return error.code;
  return error instanceof Error && error.message.includes('timeout') ? 'ETIMEDOUT' : undefined;
};

/** A refused connection to a name with several addresses has an empty message and the reasons inside. */
const whyOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(whyOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};
