import type { Mapping } from '#mapping/mapping.ts';
import { namesPeople } from './people-guess.ts';
import { best, type Profile, rank, share, wordsOf } from './profile.ts';

export type ChangesDraft = {
  readonly changes: NonNullable<Mapping['changes']>;
  readonly field: Profile;
  readonly to: Profile;
  /** The old value, where it is told in the words of the new one. */
  readonly from: Profile | undefined;
  /** Columns that hold old or new values too, and so names of people on some rows. */
  readonly values: readonly Profile[];
  /** Fields whose values are people, besides the one that says who has the item. */
  readonly peopleFields: readonly string[];
  /** Fields that nothing of a mapping takes. */
  readonly others: readonly string[];
};

const fieldNames = [
  /^(field ?name|field|changed field|attribute|attribute name|property|item field|definition)$/u,
  /(^| )field( |$)/u,
];
const toNames = [
  /^(to string|to value|new ?value|to|new|value to|added)$/u,
  /(^| )(to|new)( value| string| text)?$/u,
  /(^| )to value( |$)/u,
  /^value$/u,
];
const valueNames = /(^| )(from|to|old|new|before|after|previous)( ?(value|string|text|id))?$|^removed$/u;

const earlier = /(^| )(from|old|before|previous|removed)( |$)|^old/u;

/** The share of a column's different values that another has too; those of identifiers beside names are in none. */
const sharedWith = (profile: Profile, other: Profile): number => share(profile, (value) => other.values.has(value));

type Meaning = NonNullable<Mapping['changes']>['fields'][string];

/** What fields of a log of changes are called, the likeliest first; each meaning is given once. ServiceNow measures how long each value lasts. */
const meanings: readonly (readonly [Meaning, readonly RegExp[]])[] = [
  ['state', [/^(status|state|stage|issue status)$/u, /(^| )(status|state)( duration)?$/u]],
  [
    'person',
    [
      /^(assignee|assigned to|owner)$/u,
      /(^| )(assignee|assigned to|delegate|responsible|handler|owner)( id| duration)?$/u,
    ],
  ],
  ['team', [/^(team|assignment group|group|squad)$/u, /(^| )(team|group)( id| duration)?$/u]],
  ['type', [/^(type|issue ?type|item type|work item type)$/u]],
  ['priority', [/^priority$/u]],
];

/** A log in which each row says that one field of an item changed; undefined for any other log. */
export const guessChanges = (profiles: readonly Profile[]): ChangesDraft | undefined => {
  const few = profiles.filter(({ values, filled }) => filled > 0.5 && values.size <= 500);
  const field = best(few, ({ words, filled }) => rank(words, fieldNames) * filled);
  const to = best(
    profiles.filter((profile) => profile !== field),
    ({ words, filled }) => (rank(words, toNames) > 0 ? filled + 0.1 * rank(words, toNames) : 0),
  );
  const values = profiles.filter((profile) => profile !== to && profile !== field && valueNames.test(profile.words));
  if (!field || !to) return undefined;
  const known = [...field.values].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  const fields: Record<string, Meaning> = {};
  for (const [meaning, patterns] of meanings) {
    const name = known.toSorted((a, b) => rank(wordsOf(b), patterns) - rank(wordsOf(a), patterns))[0];
    if (name !== undefined && rank(wordsOf(name), patterns) > 0) fields[name] = meaning;
  }
  // Without old values, it is the fields that tell a log of changes from any other list of values.
  if (values.length === 0 && Object.keys(fields).length === 0) return undefined;
  const rest = known.filter((name) => !(name in fields));
  const peopleFields = rest.filter((name) => namesPeople(wordsOf(name)));
  const others = rest.filter((name) => !peopleFields.includes(name));
  const from = best(values, (profile) => (earlier.test(profile.words) ? sharedWith(profile, to) : 0));
  return {
    changes: { field: field.name, to: to.name, ...(from ? { from: from.name } : {}), fields },
    field,
    to,
    from,
    values,
    peopleFields,
    others,
  };
};
