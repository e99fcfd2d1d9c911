import { Fault } from '#model/fault.ts';
import { type AmountsDraft, amountColumns } from './amounts-guess.ts';
import { type ChangesDraft, guessChanges } from './changes-guess.ts';
import { guessColumns, guessOrder } from './columns-guess.ts';
import { Items, itemScore, leastNamed } from './items.ts';
import { lifeRules, withLifecycle } from './lifecycle-guess.ts';
import { costTable, nothingHappens } from './no-log.ts';
import { holdsPeople } from './people-guess.ts';
import { best, holdsJson, missingIn, type Profile, profilesOf } from './profile.ts';
import { guessStates, isEnd, withoutBeside, withoutFalseEnds } from './states-guess.ts';
import type { Table } from './table.ts';
import { timeColumns } from './time-guess.ts';
import { type TimeRoles, timeOf, timeRoles } from './time-roles.ts';

/** All that was found out about a log, before it is put into words. */
export type Findings = {
  readonly table: Table;
  /** What each column is like, in the order of the file. */
  readonly profiles: readonly Profile[];
  readonly missing: readonly string[];
  readonly item: Profile;
  /** Whether the item's column is called like one, and not only the likeliest. */
  readonly itemIsNamed: boolean;
  readonly items: Items;
  readonly times: TimeRoles;
  readonly columns: ReturnType<typeof guessColumns>;
  readonly order: Profile | undefined;
  readonly changes: ChangesDraft | undefined;
  readonly people: readonly Profile[];
  /** Whether the activity was taken for the state, since the log names no states. */
  readonly statesAreActivities: boolean;
  /** The activities behind which most items go on. */
  readonly goesOn: ReadonlySet<string>;
  readonly states: ReturnType<typeof guessStates>;
  /** The names that get keys. */
  readonly teams: readonly string[];
  readonly capabilities: readonly string[];
  /** Columns of amounts, and how these are written once all of them were seen. */
  readonly amountColumns: readonly Profile[];
  readonly amounts: AmountsDraft | undefined;
  /** Columns of JSON, which stand for nothing. */
  readonly json: readonly string[];
};

/** What the file says of itself besides its rows. */
type Told = { readonly table: Table; readonly missing?: readonly string[]; readonly activity?: string | undefined };

export const findingsOf = (path: string, { table, missing: alsoMissing = [], activity }: Told): Findings => {
  const missing = [...new Set([...missingIn(table), ...alsoMissing])];
  const refuse = (why: string): Fault => new Fault('log-unrecognised', { path, why, columns: table.columns });
  const all = profilesOf(table, missing);
  const profiles = all.filter((profile) => !holdsJson(profile));
  const costs = costTable(profiles);
  if (costs !== undefined) throw refuse(costs);
  const dated = timeColumns(profiles);
  const isDated = (profile: Profile): boolean => dated.some((column) => column.profile === profile);
  const personal = new Set(profiles.filter((profile) => holdsPeople(profile, isDated(profile))));
  const plain = profiles.filter((profile) => !isDated(profile) && !personal.has(profile));
  const item = best(plain, (profile) => itemScore(profile, table.rows.length));
  if (!item) throw refuse('no column names the item that a row is about');
  const items = new Items(table, item);
  const changes = guessChanges(plain.filter((profile) => profile !== item));
  const found = timeRoles(table, items, dated, changes === undefined);
  if (!found) throw refuse('no column holds a date or time in a form that is known');
  const told = plain.find(({ name }) => name === activity);
  const guessed = furtherColumns(
    profiles,
    items,
    new Set([item, ...dated.map(({ profile }) => profile)]),
    personal,
    changes,
  );
  const columns = withLifecycle(told && !changes ? withActivity(guessed, told) : guessed);
  const silent = changes ? undefined : nothingHappens(item, found, columns, dated);
  if (silent !== undefined) throw refuse(silent);
  const begun = !changes && !columns.lifecycle && columns.activity ? found.started : undefined;
  const times = { ...found, started: begun };
  const statesAreActivities =
    !changes &&
    (!columns.state || columns.lifecycle !== undefined || begun !== undefined) &&
    columns.activity !== undefined;
  const state = changes ? undefined : statesAreActivities ? columns.activity : columns.state;
  const goesOn =
    statesAreActivities && columns.activity
      ? items.goesOn(columns.activity, isEnd, timeOf(times.at))
      : new Set<string>();
  const used = new Set([item, ...Object.values(columns)]);
  const order = guessOrder(
    plain.filter((profile) => !used.has(profile)),
    items,
    timeOf(times.at),
  );
  const declared = new Set([columns.person, columns.actor]);
  return {
    table,
    profiles: all,
    missing,
    item,
    itemIsNamed: itemScore(item, table.rows.length) >= leastNamed,
    items,
    times,
    columns: state ? { ...columns, state } : columns,
    order,
    changes,
    people: peopleOf([...personal], changes).filter((profile) => !declared.has(profile)),
    statesAreActivities,
    goesOn,
    states: stateRules(
      { columns, times, statesAreActivities, goesOn },
      changes ? changedValues(table, missing, changes, 'state') : [...(state?.values.keys() ?? [])],
    ),
    teams: changes ? changedValues(table, missing, changes, 'team') : [],
    capabilities: changes ? changedValues(table, missing, changes, 'capability') : [],
    amountColumns: amountColumns(plain.filter((profile) => !used.has(profile))),
    amounts: undefined,
    json: all.filter((profile) => !profiles.includes(profile)).map(({ name }) => name),
  };
};

/** The rules that states get: in a log of starts and ends by the activities, else by the words of the states themselves. */
export const stateRules = (
  {
    columns,
    times,
    statesAreActivities,
    goesOn,
  }: Pick<Findings, 'columns' | 'times' | 'statesAreActivities' | 'goesOn'>,
  names: readonly string[],
): Findings['states'] => {
  if (columns.lifecycle ?? times.started) return lifeRules(names);
  if (!statesAreActivities) return guessStates(names);
  const { states, none } = withoutBeside(names);
  return { ...withoutFalseEnds(guessStates(states), goesOn), none };
};

/** What the file calls its activities is nothing else. */
const withActivity = (columns: Findings['columns'], activity: Profile): Findings['columns'] => ({
  ...Object.fromEntries(Object.entries(columns).filter(([, profile]) => profile !== activity)),
  activity,
});

/** In a log of changes, who acts is a column; all else comes from its rows. */
const furtherColumns = (
  profiles: readonly Profile[],
  items: Items,
  taken: ReadonlySet<Profile>,
  personal: ReadonlySet<Profile>,
  changes: ChangesDraft | undefined,
): Findings['columns'] => {
  const { actor, ...others } = guessColumns(profiles, items, taken, personal);
  if (!changes) return { ...others, ...(actor ? { actor } : {}) };
  const who = actor ?? others.person;
  return who ? { actor: who } : {};
};

/** Old values are names too on the rows where people change; so their column is kept as pseudonyms on all rows, unless it is said to hold them. */
const peopleOf = (personal: readonly Profile[], changes: ChangesDraft | undefined): Profile[] => {
  const changesPeople =
    changes && (changes.peopleFields.length > 0 || Object.values(changes.changes.fields).includes('person'));
  return [...personal, ...(changesPeople ? changes.values.filter((profile) => profile !== changes.from) : [])];
};

/** The values that fields of one meaning take in the sample of a log of changes. */
const changedValues = (
  { rows }: Table,
  missing: readonly string[],
  { changes, field, to }: ChangesDraft,
  meaning: 'state' | 'team' | 'capability',
): string[] => {
  const values = rows.flatMap((row) =>
    changes.fields[row[field.index] ?? ''] === meaning ? [row[to.index] ?? ''] : [],
  );
  return [...new Set(values)].filter((value) => value !== '' && !missing.includes(value));
};
