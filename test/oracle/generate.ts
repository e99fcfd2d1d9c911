import fc from 'fast-check';
import { DesignModel } from '#model/design-model.ts';
import { day, hour } from './clock.ts';
import { type Ask, metricIds, scopesOf } from './figure.ts';
import type { Scope } from './figures/reading.ts';
import type { OracleInput, OracleLog } from './input.ts';
import { records } from './worlds/records.ts';
import { calendar, designs } from './worlds/settings.ts';
import { crowd, type Story, story } from './worlds/stories.ts';
import { logOf, type Manner, place, tell } from './worlds/telling.ts';

/** A few days before clocks change in Europe, in America, and a day on which they do not. */
const firstDays = ['2024-03-27', '2024-10-24', '2024-03-08', '2024-06-03'];

/** Damage that a log may bring along and that changes what counts. */
type Damage = { shuffle: number; copies: number[]; broken: number[]; blanks: number[]; split: number | null };

const damage: fc.Arbitrary<Damage> = fc.record({
  shuffle: fc.nat(1_000_000),
  copies: fc.array(fc.nat(200), { maxLength: 3 }),
  broken: fc.array(fc.nat(200), { maxLength: 2 }),
  blanks: fc.array(fc.nat(200), { maxLength: 3 }),
  split: fc.option(fc.nat(200), { freq: 1 }),
});

const manner = (ties: Ties): fc.Arbitrary<Manner> =>
  fc.record({
    style: fc.constantFrom('snapshot', 'changes'),
    clock: fc.constantFrom('iso', 'local'),
    sparse: fc.boolean(),
    hasOrder: ties === 'ordered' ? fc.constant(true) : fc.boolean(),
    hasKey: fc.boolean(),
    kindsInRules: fc.boolean(),
    escalateRule: fc.boolean(),
    stateAsks: fc.boolean(),
    by: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    type: fc.constantFrom('always', 'column', 'item'),
    decimal: fc.constantFrom(null, '.', ','),
    ownWords: fc.boolean(),
    until: fc.constantFrom('time', 'day', 'whole-day'),
    rolesAsTeams: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    personal: fc.boolean(),
    notStates: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    olds: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    activities: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom('begun' as const, 'steps' as const) },
    ),
    turn: fc.nat(1000),
    ends: fc.oneof(
      { weight: 6, arbitrary: fc.constant('never' as const) },
      { weight: 1, arbitrary: fc.constantFrom('beside' as const, 'alone' as const) },
    ),
  });

/** A fixed shuffle of a seed's own: rows in any order mean the same. */
const shuffled = <T>(values: readonly T[], seed: number): T[] =>
  values
    .map((value, i) => ({ value, rank: ((i + 1) * 7919 * (seed + 1)) % 100_003 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);

const chosen = <T>(values: readonly T[], places: readonly number[]): T[] =>
  values.length === 0 ? [] : places.flatMap((each) => values.slice(each % values.length, (each % values.length) + 1));

const withCell = (row: readonly string[], column: Parameters<typeof place>[0], cell: string): string[] =>
  row.map((each, i) => (i === place(column) ? cell : each));

/** A copy of a row an hour later under its own key: no tie, so that the later one is known. */
const superseding = (row: readonly string[], how: Manner): string[] => {
  const time = row[place('When')] ?? '';
  if (how.clock !== 'iso') return [...row];
  return withCell(row, 'When', new Date(Date.parse(time) + hour).toISOString().replace('.000', ''));
};

const damaged = (told: string[][], how: Manner, what: Damage): string[][] => {
  const blanked = new Set(chosen(told, what.blanks));
  const rows = told.map((row) => (blanked.has(row) ? withCell(row, 'Team', '-') : row));
  const copies = chosen(rows, what.copies).map((row, i) => (i === 0 && how.hasKey ? superseding(row, how) : [...row]));
  const broken = chosen(rows, what.broken).map((row, i) =>
    withCell(withCell(row, i === 0 ? 'When' : 'Case', i === 0 ? 'soon' : ''), 'Id', `X${i}`),
  );
  return shuffled([...rows, ...copies, ...broken], what.shuffle);
};

/** A log as one file, or as two files that overlap in some rows. */
const filesOf = (source: string, rows: string[][], how: Manner, { split }: Damage): OracleLog[] => {
  if (split === null || rows.length < 2) return [logOf(source, rows, how)];
  const cut = split % rows.length;
  return [logOf(source, rows.slice(0, cut + 3), how), logOf(source, rows.slice(cut), how)];
};

const stories: fc.Arbitrary<Story[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(story, { maxLength: 6, size: 'max' }) },
  { weight: 5, arbitrary: fc.array(story, { minLength: 10, maxLength: 35, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(story, { minLength: 40, maxLength: 60, size: 'max' }) },
  { weight: 1, arbitrary: crowd },
);

/**
 * `ordered`: rows at one instant are told apart by the order column. `hashed`: some logs have none, so the content hash
 * decides, and with it how a row becomes bytes.
 */
export type Ties = 'ordered' | 'hashed';

/**
 * A small world: one to three logs, up to sixty items each, with designs and a calendar.
 *
 * Where the specification can be read in two ways, worlds keep away from what would tell the readings apart only if it is
 * marked here or beside the arbitrary in question (workflows of two designs, overlapping local hours, state steps).
 */
export const world = ({ ties = 'ordered' }: { ties?: Ties } = {}): fc.Arbitrary<OracleInput> =>
  fc.constantFrom(...firstDays).chain((firstDay) => {
    const begin = Date.parse(`${firstDay}T00:00:00Z`);
    const changeOver = new Date(begin + 30 * day).toISOString().slice(0, 10);
    return fc
      .record({
        tellings: fc.array(fc.tuple(stories, manner(ties), damage), { minLength: 1, maxLength: 3 }),
        designs: fc
          .tuple(designs(changeOver), records(begin))
          .map(([all, onRecord]) => all.map((each) => DesignModel.parse({ ...each, ...onRecord }))),
        calendar,
        asOf: fc.option(
          fc.integer({ min: 5, max: 300 }).map((days) => begin + days * day),
          { nil: undefined, freq: 1 },
        ),
      })
      .map(({ tellings, asOf, ...setting }) => ({
        ...setting,
        logs: tellings.flatMap(([told, how, what], i) =>
          filesOf(`log-${i + 1}`, damaged(tell(told, begin, how), how, what), how, what),
        ),
        ...(asOf === undefined ? {} : { asOf }),
      }));
  });

const iso = (instant: number): string => new Date(instant).toISOString();

/** A window of a world: most often long enough to hold most of it; days, hours and half months too. */
const windowOf = (begin: number) =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(-10, 0, 10), fc.constantFrom(60, 120, 300)) },
      { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(1, 7, 31)) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(0.5, 20.25), fc.constantFrom(29.75, 90.125)) },
    )
    .map(([after, length]) => ({ from: iso(begin + after * day), until: iso(begin + (after + length) * day) }));

/** Keys that some cases have, and some that none has. */
const keys: Partial<Record<Scope, readonly string[]>> = {
  team: ['red', 'blue', 'Ghost', '(none)'],
  'item-type': ['bug', 'story', 'Oddity'],
  capability: ['billing', 'Lost'],
  'decision-type': ['change', 'spend'],
  forum: ['cab', 'round'],
  scale: ['iso', 'cmmi', '(none)'],
  effect: ['cost', '(none)'],
};

const filterBy = (scopes: readonly Scope[]): fc.Arbitrary<NonNullable<Ask['where']>> =>
  fc.constantFrom(...scopes.flatMap((scope) => (keys[scope] ?? []).map((key) => ({ scope, key }))));

/** A question to a world that began on a day: any metric, or the one given, whole or cut or filtered. */
export const askOf = (begin: number, metric?: string): fc.Arbitrary<Ask> =>
  (metric === undefined ? fc.constantFrom(...metricIds) : fc.constant(metric)).chain((id) => {
    const scopes = scopesOf(id);
    return fc
      .record({
        metric: fc.constant(id),
        window: windowOf(begin),
        by: fc.option(fc.constantFrom(...scopes, 'period' as const), { nil: undefined, freq: 1 }),
        where: fc.option(filterBy(scopes), { nil: undefined, freq: 1 }),
      })
      .map(({ by, where, ...ask }) => ({ ...ask, ...(by ? { by } : {}), ...(where ? { where } : {}) }));
  });

/** The first day of a world, to ask about it: the day of its earliest readable row is near enough. */
export const beginOf = (firstInstant: number): number => Math.floor(firstInstant / day) * day;

/** A log as the text of its file; a cell with a comma, a quote or a line break stands in quotes. */
export const csvOf = ({ header, rows }: Pick<OracleLog, 'header' | 'rows'>): string =>
  [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
