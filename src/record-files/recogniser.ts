import { type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import type { FoundRecord } from './define.ts';

/** What was read of one file, under the keys of the records that stand for it already. */
type Recognise = (records: readonly FoundRecord[]) => readonly FoundRecord[];

/**
 * Gives what is read of a file the keys of the records that stand for it already. Files that are read together are given to
 * it one after another: two things of one name are two records.
 *
 * A tool knows its elements by identifiers and renames them; a record that says that it comes from such an element is that
 * element's, whatever either is called by now. A key that the record of another element of the same model has is not taken
 * away from it.
 */
export const recogniser = (standing: readonly ModelRecord[], design: string): Recognise => {
  const here = standing.filter((record) => record.design === ofNoDesign || record.design === design);
  const known: Known = {
    byOrigin: new Map(here.map(({ kind, key, body }) => [nameOf(kind, body.origin), key])),
    originOf: new Map(here.map(({ kind, key, body }) => [nameOf(kind, key), body.origin])),
    claimed: new Map(),
  };
  return (records) => {
    if (records.every(({ origin }) => origin === undefined)) return records;
    const names = newNames(records, known);
    return names.size === 0 ? records : records.map((found) => renamed(found, names));
  };
};

type Known = {
  /** The keys of records that stand, and of those of the files so far, by kind and origin. */
  readonly byOrigin: Map<string, string>;
  /** The origins of records that stand, by kind and key. */
  readonly originOf: ReadonlyMap<string, unknown>;
  /** Which origin a kind and key has among the files so far. */
  readonly claimed: Map<string, string>;
};

const nameOf = (kind: string, key: unknown): string => `${kind} ${String(key)}`;

/** New keys by kind and key, of those that are known by others. */
const newNames = (
  records: readonly FoundRecord[],
  { byOrigin, originOf, claimed }: Known,
): ReadonlyMap<string, string> => {
  const own = new Set(records.map(({ kind, body }) => nameOf(kind, body.key)));
  const names = new Map<string, string>();
  for (const { kind, body, origin } of records) {
    if (origin === undefined || typeof body.key !== 'string') continue;
    const name = nameOf(kind, body.key);
    const known = byOrigin.get(nameOf(kind, origin));
    const isTaken = (key: string): boolean => [originOf, claimed, own].some((taken) => taken.has(nameOf(kind, key)));
    const isOfAnother = claimed.has(name) ? claimed.get(name) !== origin : isOfOther(originOf.get(name), origin);
    const key = known ?? (isOfAnother ? freeKey(body.key, isTaken) : body.key);
    if (key !== body.key) names.set(name, key);
    claimed.set(nameOf(kind, key), origin);
    byOrigin.set(nameOf(kind, origin), key);
  }
  return names;
};

/** Whether two origins are two things of one model. */
const isOfOther = (standing: unknown, origin: string): boolean => {
  const model = origin.slice(0, origin.indexOf('#') + 1);
  return typeof standing === 'string' && standing !== origin && model !== '' && standing.startsWith(model);
};

const freeKey = (key: string, isTaken: (key: string) => boolean): string => {
  for (let number = 2; ; number++) {
    const next = `${key.slice(0, 90)}-${number}`;
    if (!isTaken(next)) return next;
  }
};

/** A record and all that it names, under new keys. */
const renamed = (found: FoundRecord, names: ReadonlyMap<string, string>): FoundRecord => {
  const body: Record<string, unknown> = structuredClone(found.body);
  const own = names.get(nameOf(found.kind, body.key));
  if (own !== undefined) body.key = own;
  if (found.kind !== 'design') {
    for (const [path, kind] of Object.entries(recordKinds[found.kind].references)) {
      rename(body, path.split('.'), (key) => names.get(nameOf(kind, key)) ?? key);
    }
  }
  return { ...found, body };
};

const rename = (value: unknown, [step = '', ...rest]: readonly string[], to: (key: string) => string): void => {
  if (typeof value !== 'object' || value === null) return;
  const name = step.replace(/\[\]$/u, '');
  const at: unknown = Reflect.get(value, name);
  if (rest.length > 0) {
    for (const each of Array.isArray(at) ? at : [at]) rename(each, rest, to);
  } else if (typeof at === 'string') Reflect.set(value, name, to(at));
  else if (Array.isArray(at)) {
    Reflect.set(
      value,
      name,
      at.map((key: unknown) => (typeof key === 'string' ? to(key) : key)),
    );
  }
};
