import { meantColumns } from '#mapping/declared-columns.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';
import { keptTimes, timeColumns } from '../raw.ts';
import { Words } from './words.ts';

/** Where in a record each thing stands, by number of column; -1 is nowhere. */
export type Plan = {
  readonly width: number;
  readonly item: number;
  readonly at: number;
  /** The end of the item, which stands in place of the row's own time. */
  readonly ended: number;
  /** When the activity of the row began. */
  readonly started: number;
  /** The further times, in the order in which the clean file has them: created, promised, needed by. */
  readonly times: readonly [created: number, promised: number, neededBy: number];
  /** The columns that the clean file has, in their order: those that are read as times are not written as text too. */
  readonly kept: Int32Array;
  /** 1 for each of them that holds a time, and is written as its microseconds. */
  readonly keptTimes: Uint8Array;
  /** 1 for each column that holds people on every row. */
  readonly people: Uint8Array;
  /** The column whose people have roles; in a log of changes that has a field of persons, the new value. */
  readonly person: number;
  readonly changes: ChangesPlan | undefined;
};

export type ChangesPlan = {
  readonly field: number;
  readonly to: number;
  /** Fields whose new value is a person. */
  readonly people: Words;
  /** Those of them that say who has the item now, and so give its role. */
  readonly persons: Words;
  /** 1 for each column that holds people where such a field changes: the new value, and what may be the old one. */
  readonly columns: Uint8Array;
};

/** The file's columns that the clean file has, by name. */
export const keptColumns = (names: readonly string[], mapping: Mapping): string[] => {
  const times = timeColumns(mapping);
  return names.filter((name) => !times.has(name));
};

export const planOf = (mapping: Mapping, names: readonly string[]): Plan => {
  const { columns, changes } = mapping;
  const place = (name: string | undefined): number => (name === undefined ? -1 : names.indexOf(name));
  const people = new Uint8Array(names.length);
  for (const name of peopleColumns(mapping)) if (place(name) >= 0) people[place(name)] = 1;
  const changed = changes && changesPlan(changes, mapping, names);
  const inChanges = !columns.person && Object.values(changes?.fields ?? {}).includes('person');
  return {
    width: names.length,
    kept: Int32Array.from(keptColumns(names, mapping), (name) => names.indexOf(name)),
    keptTimes: Uint8Array.from(names, (name) => (keptTimes(mapping).includes(name) ? 1 : 0)),
    item: place(columns.item),
    at: place(columns.at),
    ended: place(columns.ended),
    started: place(columns.started),
    times: [
      place(columns.created ?? (columns.ended === undefined ? undefined : columns.at)),
      place(columns.promised),
      place(mapping.decisions?.neededBy),
    ],
    people,
    person: changed && inChanges ? changed.to : place(columns.person ?? columns.actor),
    changes: changed,
  };
};

const changesPlan = (
  { field, to, from, fields }: NonNullable<Mapping['changes']>,
  mapping: Mapping,
  names: readonly string[],
): ChangesPlan => {
  const { people } = mapping;
  const meant = meantColumns(mapping);
  const meaning = (wanted: string): string[] => Object.keys(fields).filter((name) => fields[name] === wanted);
  return {
    field: names.indexOf(field),
    to: names.indexOf(to),
    people: new Words([...meaning('person'), ...people.filter((name) => !names.includes(name))]),
    persons: new Words(meaning('person')),
    // Where nothing says which column has the old value, whatever is given no meaning is taken for it.
    columns: Uint8Array.from(names, (name) => (name === to || name === from || !meant.includes(name) ? 1 : 0)),
  };
};
