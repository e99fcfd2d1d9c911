import { type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import type { FoundRecord } from '#record-files/define.ts';

/** Which origin a kind and key has among files that are read together: two things of one name are two records. */
export type Claimed = Map<string, string>;

/**
 * What was read of a file, under the keys of the records that stand for it already.
 *
 * A tool knows its elements by identifiers and renames them; a record that says that it comes from such an element is that
 * element's, whatever either is called by now. A key that the record of another element of the same model has is not taken
 * away from it.
 */
export const recognised = (
  records: readonly FoundRecord[],
  standing: readonly ModelRecord[],
  design: string,
  claimed: Claimed = new Map(),
): readonly FoundRecord[] => {
  if (records.every(({ origin }) => origin === undefined)) return records;
  const names = newNames(records, standing, design, claimed);
  return names.size === 0 ? records : records.map((found) => renamed(found, names));
};

const nameOf = (kind: string, key: unknown): string => `${kind} ${String(key)}`;

/** New keys by kind and key, of those that are known by others. */
const newNames = (
  records: readonly FoundRecord[],
  standing: readonly ModelRecord[],
  design: string,
  claimed: Claimed,
): ReadonlyMap<string, string> => {
  const here = standing.filter((record) => record.design === ofNoDesign || record.design === design);
  const byOrigin = new Map(here.map(({ kind, key, body }) => [nameOf(kind, body.origin), key]));
  const originOf = new Map(here.map(({ kind, key, body }) => [nameOf(kind, key), body.origin]));
  const taken = new Set([
    ...originOf.keys(),
    ...claimed.keys(),
    ...records.map(({ kind, body }) => nameOf(kind, body.key)),
  ]);
  const names = new Map<string, string>();
  for (const { kind, body, origin } of records) {
    if (origin === undefined || typeof body.key !== 'string') continue;
    const name = nameOf(kind, body.key);
    const known = byOrigin.get(nameOf(kind, origin));
    const isTaken = (key: string): boolean => taken.has(nameOf(kind, key));
    const isOfAnother = claimed.has(name) ? claimed.get(name) !== origin : isOfOther(originOf.get(name), origin);
    const key = known ?? (isOfAnother ? freeKey(body.key, isTaken) : body.key);
    if (key !== body.key) names.set(name, key);
    taken.add(nameOf(kind, key));
    claimed.set(nameOf(kind, key), origin);
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
