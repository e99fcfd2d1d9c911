import { knownNames } from './known-columns.ts';
import type { Profile } from './profile.ts';
import { rank, share } from './profile.ts';
import type { Table } from './table.ts';

const itemNames = [
  /^case concept name$/u,
  knownNames('item'),
  /^(case|item|ticket|incident|issue|request|work item|task|order|change|problem|story|process instance|trace)( (id|key|no|nr|num|number))?$/u,
  /^(number|key)$/u,
  /(^| )(case|item|ticket|incident|issue|request|order|vorgang|fall|auftrag|störung|anfrage|meldung)( |$)/u,
  /(^| )(id|key|number|nr|no|nummer|schlüssel)$/u,
];

/** Of another item than the one that the row is about. */
const ofAnother = /^(related|parent|linked|duplicate|original|master|caused|verknüpft|übergeordnet)/u;

const namedLikeItem = ({ words }: Profile): number => (ofAnother.test(words) ? 0 : rank(words, itemNames));

/** Whether a column is called as items are, at least after an id or a number. */
export const isNamedLikeItem = (profile: Profile): boolean => namedLikeItem(profile) > 0;

/** The column that says which item a row is about: on every row, by its name, and rather one whose values repeat. */
export const itemScore = (profile: Profile, rows: number): number => {
  const named = namedLikeItem(profile);
  const perItem = rows / Math.max(1, profile.values.size);
  if (profile.filled < 0.98 || profile.values.size === 0) return 0;
  if (share(profile, (value) => /^-?\d+[.,]\d+$/u.test(value)) > 0.5) return 0;
  const repeats = perItem > 1.5 && perItem < 500;
  if (named === 0 && share(profile, (value) => fullName.test(value)) > 0.5) return 0;
  if (named > 0) return named + (repeats ? 1 : perItem === 1 ? 0.7 : 0);
  return (Math.log2(profile.values.size) / 100) * (repeats ? 1.2 : 1) * leastNamed;
};

/** Two words or more that begin with capitals, as names of people do; a column that is called like no item is none then. */
const fullName = /^\p{Lu}[\p{L}\d'’.-]*,?( \p{Lu}[\p{L}\d'’.-]*){1,3}$/u;

/** A score that only a column named like an item reaches. */
export const leastNamed = 0.1;

/** The sample's rows item by item, each item in the order of the file. */
export class Items {
  readonly count: number;
  readonly #groups: readonly (readonly (readonly string[])[])[];

  constructor({ rows }: Table, item: Profile) {
    const groups = new Map<string, (readonly string[])[]>();
    for (const row of rows) {
      const key = row[item.index] ?? '';
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    this.count = groups.size;
    this.#groups = [...groups.values()].filter((group) => group.length > 1);
  }

  /** Whether every item has one row only: then the file is a list and no log. */
  get isList(): boolean {
    return this.#groups.length === 0;
  }

  /** How many items have each value on their last row. */
  last({ index }: Profile): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const group of this.#groups) {
      const value = group.at(-1)?.[index] ?? '';
      if (value !== '') found.set(value, (found.get(value) ?? 0) + 1);
    }
    return found;
  }

  /** The values behind whose last row most items have a row that says something else, and no end. */
  goesOn(
    { index }: Profile,
    isEnd: (value: string) => boolean,
    time: (row: readonly string[]) => number | undefined,
  ): ReadonlySet<string> {
    const met = new Map<string, { items: number; goOn: number }>();
    for (const group of this.#groups) {
      const seen = new Set<string>();
      let goesOn = false;
      for (const row of group.toSorted((a, b) => (time(a) ?? 0) - (time(b) ?? 0)).toReversed()) {
        const value = row[index] ?? '';
        if (!seen.has(value)) {
          const { items, goOn } = met.get(value) ?? { items: 0, goOn: 0 };
          met.set(value, { items: items + 1, goOn: goOn + Number(goesOn) });
        }
        seen.add(value);
        goesOn ||= !isEnd(value);
      }
    }
    return new Set([...met].filter(([, { items, goOn }]) => goOn * 2 > items).map(([value]) => value));
  }

  /** The share of items of several rows on which a column has different values. */
  varying(profile: Profile): number {
    const varying = this.#groups.filter((group) =>
      group.some((row) => row[profile.index] !== group[0]?.[profile.index]),
    );
    return varying.length / Math.max(1, this.#groups.length);
  }

  /** The shares of steps, in order of time within an item, on which a number does not fall, and on which it rises. */
  steps(profile: Profile, time: (row: readonly string[]) => number | undefined): { level: number; rising: number } {
    let steps = 0;
    let level = 0;
    let rising = 0;
    for (const group of this.#groups) {
      const points = group.map((row) => ({ at: time(row) ?? 0, number: Number(row[profile.index]) }));
      points.sort((a, b) => a.at - b.at || a.number - b.number);
      for (const [i, { number }] of points.entries()) {
        const before = points[i - 1]?.number;
        if (before === undefined) continue;
        steps++;
        if (number >= before) level++;
        if (number > before) rising++;
      }
    }
    return { level: level / Math.max(1, steps), rising: rising / Math.max(1, steps) };
  }
}
