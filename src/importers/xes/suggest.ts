import { Fault } from '#model/fault.ts';
import type { Suggestion } from '../define.ts';
import { draftMapping } from '../draft/draft-mapping.ts';
import { Columns } from './columns.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { LogEvent, LogTaker } from './log-reader.ts';
import { readLog } from './read-log.ts';
import { undefaulted } from './standard-keys.ts';

const mostEvents = 20_000;

/** How much of a file is read for its rare values; a few seconds of work. */
const mostText = 64 << 20;

/** Drafts the mapping of an XES file from its first events, its defaults and its classifiers. */
export const suggest = async (path: string): Promise<Suggestion> => {
  const columns = new Columns(path, usualLimits.columns);
  const events: (string | undefined)[][] = [];
  const classifiers: string[] = [];
  const defaults = await readAtMost(path, columns, usualLimits, {
    event: ({ values }) => {
      events.push([...values]);
      if (events.length === mostEvents) throw enough;
    },
    classifier: (keys) => classifiers.push(keys),
  });
  const { names } = columns;
  if (events.length === 0) throw new Fault('log-unrecognised', { path, why: 'it has no event', columns: names });
  const rows = events.map((values) => names.map((_, place) => (values[place] ?? '').trim()));
  return draftMapping(path, {
    table: { columns: names, rows, all: events.length < mostEvents ? events.length : undefined },
    file: {},
    questions: [],
    missing: defaults.filter((value) => /^[\p{Lu}_]+$/u.test(value)),
    activity: classifiedBy(classifiers, names),
    valuesOf: (wanted) => valuesOf(path, names, wanted),
  });
};

/** The one column that tells kinds of events apart, where a classifier of the log names it. */
const classifiedBy = (classifiers: readonly string[], names: readonly string[]): string | undefined =>
  classifiers
    .map((keys) => keys.replace('lifecycle:transition', '').trim())
    .find((key) => names.includes(key) && !key.startsWith('org:'));

const valuesOf = async (
  path: string,
  names: readonly string[],
  wanted: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> => {
  const found = new Map(wanted.map((place) => [place, new Set<string>()]));
  const event = ({ values }: LogEvent): void => {
    for (const [place, known] of found) {
      const value = values[place];
      if (value !== undefined) known.add(value.trim());
    }
  };
  const columns = new Columns(path, usualLimits.columns, names);
  try {
    await readAtMost(path, columns, { ...usualLimits, text: mostText }, { event });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  return found;
};

const enough = new Error('as many events as a draft needs');

/** Reads until the taker has enough; answers the defaults of the log as far as it was read. */
const readAtMost = async (
  path: string,
  columns: Columns,
  limits: Limits,
  taker: LogTaker,
): Promise<readonly string[]> => {
  const defaults: string[] = [];
  try {
    await readLog({
      path,
      columns,
      undefaulted: undefaulted(),
      limits,
      taker: { ...taker, default: (value) => defaults.push(value) },
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return defaults;
};
