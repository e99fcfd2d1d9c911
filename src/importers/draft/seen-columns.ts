import type { SeenColumn, Sureness } from '#model/mapping-edit.ts';
import { isKnownAs, type Part } from './columns-guess.ts';
import type { Findings } from './findings.ts';
import { holdsPeople } from './people-guess.ts';
import type { Profile } from './profile.ts';
import { datedIn } from './time-roles.ts';

/** A column with no more different values than this is told whole: its values may be states, teams or types. */
const mostValues = 200;
const examples = 4;
const longest = 80;

/** What was seen of each column of a sample. No value is told of one that may hold people. */
export const seenColumns = (findings: Findings): SeenColumn[] => {
  const changed = findings.changes === undefined ? [] : [findings.changes.to, ...findings.changes.values];
  const { person, actor } = findings.columns;
  const personal = new Set([...findings.people, person, actor, ...changed]);
  return findings.profiles.map((profile) => {
    const people = personal.has(profile);
    return {
      ...shapeOf(profile),
      people,
      values: people ? [] : valuesOf(profile),
      sure: surenessOf(profile, findings),
    };
  });
};

/** The same of columns of which nobody knows what they mean. */
export const plainColumns = (profiles: readonly Profile[]): SeenColumn[] =>
  profiles.map((profile) => {
    const people = holdsPeople(profile, false);
    return { ...shapeOf(profile), people, values: people ? [] : valuesOf(profile), sure: 'open' };
  });

const shapeOf = ({ name, filled, values }: Profile) => ({ column: name, filled, distinct: values.size });

const valuesOf = ({ values }: Profile): SeenColumn['values'] => {
  const most = values.size > mostValues ? [...values].slice(0, examples) : [...values].sort((a, b) => b[1] - a[1]);
  return most.map(([value, rows]) => ({ value: shortened(value), rows }));
};

/** A longer text is no state and no team; the beginning tells what it is. */
const shortened = (value: string): string => (value.length > longest ? `${value.slice(0, longest)}…` : value);

const surenessOf = (profile: Profile, { item, itemIsNamed, times, columns }: Findings): Sureness => {
  if (profile === item) return itemIsNamed ? 'named' : 'open';
  const time = [...datedIn(times), ...times.future].find(({ profile: own }) => own === profile);
  if (time) return time.formats.length === 1 ? 'named' : 'open';
  const parts = Object.keys(columns) as Part[];
  return parts.some((part) => columns[part] === profile && isKnownAs(part, profile)) ? 'named' : 'likely';
};
