import { closest } from '#model/closest.ts';
import { slugOf } from '#model/key.ts';
import type { FoundRecord, RejectedRow } from '../define.ts';
import type { Entry } from './entry.ts';

type Settings = {
  readonly kind: 'business' | 'it';
  /** What the catalogue is called, so that its numbers are not taken for those of another one. */
  readonly catalogue: string;
};

type Tree = { readonly records: readonly FoundRecord[]; readonly rejected: readonly RejectedRow[] };

/** Entries as capabilities, each below the one that it is said to be below; what cannot be so is rejected with its row. */
export const treeOf = (entries: readonly Entry[], settings: Settings): Tree => {
  const rejected = new Map<Entry, RejectedRow>();
  const refuse = (entry: Entry, field: string | undefined, found: string, expected: string): void => {
    const place = field === undefined ? entry.place : { ...entry.place, field };
    if (!rejected.has(entry)) rejected.set(entry, { place, found, expected });
  };
  for (const entry of entries) if (entry.wrong) refuse(entry, undefined, entry.wrong.found, entry.wrong.expected);
  const known = new Known(entries, refuse);
  const above = new Map(entries.map((entry) => [entry, known.above(entry)]));
  for (const circle of circlesIn(above)) {
    const shown = [...circle, circle[0]].map((each) => each?.name ?? '').join(' → ');
    for (const entry of circle) refuse(entry, 'parent', shown, 'a capability that is not below it');
  }
  for (const [entry, first] of twinsIn(
    entries.filter((each) => !rejected.has(each)),
    above,
  )) {
    const expected = `every name once below one capability, or an id for each; row ${first.place.row} has it`;
    refuse(entry, 'name', JSON.stringify(entry.name), expected);
  }
  const keys = keysOf(entries, above);
  const records = entries.flatMap((entry): FoundRecord[] => {
    const { place, id, name, description, kind } = entry;
    if (name === undefined) refuse(entry, 'name', 'nothing', 'a name');
    if (rejected.has(entry)) return [];
    const parent = above.get(entry);
    const body = {
      key: keys.get(entry),
      name,
      ...(description === undefined ? {} : { description }),
      ...(kind === undefined ? {} : { kind: kind.toLowerCase() }),
      ...(parent === undefined ? {} : { parent: keys.get(parent) }),
    };
    const origin = id === undefined ? {} : { origin: `catalogue:${settings.catalogue}#${id}` };
    return [{ kind: 'capability', body, usual: { kind: settings.kind }, ...origin, place }];
  });
  return { records, rejected: [...rejected.values()] };
};

/** Looking for the name that is likely meant among all takes its time, and nobody reads hundreds of such rows. */
const mostSuggestions = 100;

type Refuse = (entry: Entry, field: string | undefined, found: string, expected: string) => void;

/** Entries by what they are called, and what is above each of them. */
class Known {
  readonly #ids = new Map<string, Entry>();
  readonly #names = new Map<string, Entry | 'several'>();
  readonly #refuse: Refuse;
  /** The last entry of each level so far. */
  readonly #levels: Entry[] = [];
  readonly #isNumbered: boolean;

  constructor(entries: readonly Entry[], refuse: Refuse) {
    this.#refuse = refuse;
    for (const entry of entries) {
      const { id, name } = entry;
      const earlier = id === undefined ? undefined : this.#ids.get(id);
      if (earlier) refuse(entry, 'id', JSON.stringify(id), `every id once; row ${earlier.place.row} has it`);
      else if (id !== undefined) this.#ids.set(id, entry);
      if (name !== undefined) this.#names.set(name, this.#names.has(name) ? 'several' : entry);
    }
    this.#isNumbered = [...this.#ids.keys()].some((id) => this.#ids.has(numberAbove(id) ?? ''));
  }

  above(entry: Entry): Entry | undefined {
    switch (entry.above.is) {
      case 'entry':
        return entry.above.entry;
      case 'called':
        return this.#called(entry, entry.above.called);
      case 'level':
        return this.#isNumbered && entry.id !== undefined
          ? this.#byNumber(entry)
          : this.#byLevel(entry, entry.above.level);
      case 'unsaid':
        return this.#isNumbered ? this.#byNumber(entry) : undefined;
    }
  }

  #called(entry: Entry, called: string): Entry | undefined {
    const found = this.#ids.get(called) ?? this.#names.get(called);
    if (found === 'several')
      this.#refuse(entry, 'parent', JSON.stringify(called), 'the id of its parent: several have this name');
    else if (found) return found;
    else {
      const near = this.#meant(called);
      const meant = near === undefined ? '' : `; did you mean ${near}?`;
      this.#refuse(entry, 'parent', JSON.stringify(called), `the id or the name of another capability${meant}`);
    }
    return undefined;
  }

  /** What is called most like it; nothing of later ones, once that was looked for often enough. */
  #meant(called: string): string | undefined {
    return this.#suggestions++ < mostSuggestions
      ? closest(called, [...this.#ids.keys(), ...this.#names.keys()])
      : undefined;
  }

  #byNumber(entry: Entry): Entry | undefined {
    const number = numberAbove(entry.id ?? '');
    if (number === undefined) return undefined;
    const found = this.#ids.get(number);
    if (!found) this.#refuse(entry, 'id', JSON.stringify(entry.id), `a row ${number} for what it is below`);
    return found;
  }

  #byLevel(entry: Entry, stated: string): Entry | undefined {
    const [, digits = ''] = /^(?:l|level)?\s*(\d{1,2})$/iu.exec(stated) ?? [];
    const wrong = this.#wrongLevel(entry, digits);
    if (wrong !== undefined) {
      this.#refuse(entry, 'level', stated === '' ? 'nothing' : JSON.stringify(stated), wrong);
      return undefined;
    }
    const level = Number(digits);
    if (this.#levels.length === 0) this.#first = level;
    const place = level - this.#first;
    if (place === 0) this.#unsure = undefined;
    this.#levels.splice(place);
    this.#levels.push(entry);
    return this.#levels[place - 1];
  }

  /** What was expected of a level; nothing where it can be one. */
  #wrongLevel(entry: Entry, digits: string): string | undefined {
    if (digits === '' || entry.wrong) {
      this.#unsure ??= entry;
      return 'a level such as 2';
    }
    const level = Number(digits);
    const deepest = this.#levels.length;
    if (deepest > 0 && level < this.#first) return `a level of at least ${this.#first}, as the first one has it`;
    if (this.#unsure && (deepest === 0 || level > this.#first)) {
      return `row ${this.#unsure.place.row} with its level, because this one may be below it`;
    }
    return deepest > 0 && level > this.#first + deepest
      ? `a level of at most ${this.#first + deepest} here`
      : undefined;
  }

  #suggestions = 0;

  /** The first row since the last topmost one of which nobody knows on which level it is. */
  #unsure: Entry | undefined;

  /** The level that the topmost capabilities have: 0 or 1, as the catalogue counts. */
  #first = 1;
}

/** The number of what stands above a number: `1.2` of `1.2.3`, `BC-110` of `BC-110.10`. */
const numberAbove = (id: string): string | undefined => /^(.*\d)\.\d+\.?$/u.exec(id)?.[1];

/** Entries that are above themselves, each circle once. */
const circlesIn = (above: ReadonlyMap<Entry, Entry | undefined>): Entry[][] => {
  const done = new Set<Entry>();
  const circles: Entry[][] = [];
  for (const start of above.keys()) {
    const way: Entry[] = [];
    for (let at: Entry | undefined = start; at && !done.has(at); at = above.get(at)) {
      done.add(at);
      way.push(at);
      const next = above.get(at);
      const from = next ? way.indexOf(next) : -1;
      if (from >= 0) circles.push(way.slice(from));
    }
  }
  return circles;
};

/** Entries of one name in one place that no ids tell apart, each with the first of them. */
const twinsIn = (entries: readonly Entry[], above: ReadonlyMap<Entry, Entry | undefined>): [Entry, Entry][] => {
  const met = new Map<Entry | undefined, Map<string, Entry>>();
  return entries.flatMap((entry): [Entry, Entry][] => {
    const place = above.get(entry);
    const names = met.get(place) ?? new Map<string, Entry>();
    met.set(place, names);
    const first = names.get(entry.name ?? '');
    if (entry.name === undefined || first === undefined) {
      names.set(entry.name ?? '', entry);
      return [];
    }
    return entry.id !== undefined && first.id !== undefined ? [] : [[entry, first]];
  });
};

/** A key for each entry after its name; of several of one name, the later ones have what is above them in front. */
const keysOf = (
  entries: readonly Entry[],
  above: ReadonlyMap<Entry, Entry | undefined>,
): ReadonlyMap<Entry, string> => {
  const keys = new Map<Entry, string>();
  const taken = new Set<string>();
  for (const entry of entries) {
    if (entry.key !== undefined) {
      taken.add(entry.key);
      keys.set(entry, entry.key);
    }
  }
  for (const entry of entries) {
    if (keys.has(entry)) continue;
    const own = slugOf(entry.name ?? '') ?? slugOf(entry.id ?? '') ?? 'unnamed';
    const parent = slugOf(above.get(entry)?.name ?? '');
    const wider = parent === undefined ? undefined : slugOf(`${parent.slice(0, 45)}-${own}`);
    const numbered = slugOf(`${own.slice(0, 70)}-${entry.id ?? entry.place.row}`) ?? own;
    const key = [own, ...(wider === undefined ? [] : [wider]), numbered].find((each) => !taken.has(each)) ?? numbered;
    taken.add(key);
    keys.set(entry, key);
  }
  return keys;
};
