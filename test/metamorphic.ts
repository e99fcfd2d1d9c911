import fc from 'fast-check';
import { expect } from 'vitest';
import { Mapping } from '#mapping/mapping.ts';
import { metrics } from '#metrics/index.ts';
import { read } from '#metrics/read.ts';
import { DesignModel } from '#model/design-model.ts';
import { day } from './oracle/clock.ts';
import { world } from './oracle/generate.ts';
import type { OracleInput, OracleLog } from './oracle/input.ts';
import { withProduct } from './oracle/product.ts';
import { place, timed } from './oracle/worlds/telling.ts';

type Runs = fc.Parameters<unknown>;
type Said = { value: number | null; n: number; also: Record<string, number | null> };
/** What is said of each metric, by subject; the whole is ''. */
type Figures = Record<string, Record<string, Said>>;
type Window = { from: number; until: number };

const every: readonly string[] = metrics.map(({ id }) => id);

const week = 7 * day;
const start = Date.parse('2023-12-04T00:00:00Z');
const eighty: Window = { from: start, until: start + 80 * week };

const figuresOf = (input: OracleInput, window: Window, by?: 'team', ids = every): Promise<Figures> =>
  withProduct(input, async ({ ground }) => {
    const asked = { from: new Date(window.from).toISOString(), until: new Date(window.until).toISOString() };
    const figures: Figures = {};
    for (const metric of metrics) {
      if ((by && !metric.scopes.includes(by)) || !ids.includes(metric.id)) continue;
      const readings = await read(ground, metric, { window: asked, by });
      figures[metric.id] = Object.fromEntries(
        readings.map(({ subject, value, n, also }) => [by ? (subject[by] ?? '') : '', { value, n, also }]),
      );
    }
    return figures;
  });

/** Numbers are equal but for what adding up in another order does to their last digits. */
expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    typeof a === 'number' && typeof b === 'number'
      ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
      : undefined,
]);

const mapLogs = (input: OracleInput, change: (log: OracleLog, i: number) => OracleLog): OracleInput => ({
  ...input,
  logs: input.logs.map(change),
});

const withCells = (
  row: readonly string[],
  cells: Partial<Record<Parameters<typeof place>[0], (cell: string) => string>>,
): string[] => {
  const changed = [...row];
  for (const [column, change] of Object.entries(cells)) {
    const at = place(column as Parameters<typeof place>[0]);
    changed[at] = change(changed[at] ?? '');
  }
  return changed;
};

const renamed = (mapping: Mapping, teams: Readonly<Record<string, string>>): Mapping => {
  const rename = <R extends { to: string }>(rule: R): R => ({ ...rule, to: teams[rule.to] ?? rule.to });
  return Mapping.parse({
    ...mapping,
    teams: { ...mapping.teams, rules: mapping.teams.rules.map(rename) },
    ...(mapping.roles ? { roles: { ...mapping.roles, rules: mapping.roles.rules.map(rename) } } : {}),
  });
};

const newNames: Readonly<Record<string, string>> = { red: 'zebra', blue: 'ant', green: 'moose' };

/** Items and teams under other names, in another order of the alphabet. */
const relabelled = (input: OracleInput): OracleInput => ({
  ...mapLogs(input, (log) => ({
    ...log,
    mapping: renamed(log.mapping, newNames),
    rows: log.rows.map((row) =>
      withCells(row, {
        Case: otherItem,
        By: (name) => newNames[name] ?? name,
      }),
    ),
  })),
  designs: input.designs.map((design) =>
    withTexts(withTeams(design), (text, field) => {
      if (field === 'item') return otherItem(text);
      return field === 'team' ? (newNames[text] ?? text) : text;
    }),
  ),
});

const withTeams = (design: DesignModel): DesignModel =>
  DesignModel.parse({
    ...design,
    teams: design.teams.map((team) => ({ ...team, key: newNames[team.key] ?? team.key })),
  });

const otherItem = (item: string): string => (item === '' ? '' : `X-${1000 - Number(item.slice(2))}`);

/** A design, and what is on record beside it, with every text in it replaced. */
const withTexts = (model: DesignModel, replace: (text: string, field: string) => string): DesignModel =>
  DesignModel.parse(
    JSON.parse(JSON.stringify(model), (field, value: unknown) =>
      typeof value === 'string' ? replace(value, field) : value,
    ),
  );

export const namesMeanNothing = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world(), async (input) => {
      const before = await figuresOf(input, eighty, 'team');
      const after = await figuresOf(relabelled(input), eighty, 'team');
      const expected = Object.entries(before).map(([metric, subjects]) => [
        metric,
        Object.fromEntries(Object.entries(subjects).map(([team, said]) => [newNames[team] ?? team, said])),
      ]);
      expect(after).toEqual(Object.fromEntries(expected));
    }),
    runs,
  );

/** A world in which every day is as long as every other, and so is every week. */
const even = (input: OracleInput): OracleInput => ({
  ...mapLogs(input, (log) => ({ ...log, mapping: { ...log.mapping, time: { ...log.mapping.time, zone: 'UTC' } } })),
  calendar: { ...input.calendar, timeZone: 'UTC', holidays: [] },
});

/** The two ways in which a world writes a day, each with a time or without. */
const written =
  /^(?:(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})(?<clock> \d\d:\d\d)?|(?<iso>\d{4}-\d\d-\d\d)(?<time>T.*)?)$/;

/** A written time or day so many weeks later, written alike; what is neither stays. */
const later = (cell: string, weeks: number): string => {
  const found = written.exec(cell)?.groups;
  if (!found) return cell;
  const { day: date, month, year, clock = '', iso = `${year}-${month}-${date}`, time = '' } = found;
  const moved = new Date(Date.parse(iso) + weeks * week).toISOString().slice(0, 10);
  return date === undefined ? `${moved}${time}` : `${moved.slice(8)}.${moved.slice(5, 7)}.${moved.slice(0, 4)}${clock}`;
};

const laterRow = (row: readonly string[], weeks: number): string[] => {
  const move = (cell: string) => later(cell, weeks);
  return withCells(row, Object.fromEntries(timed.map((column) => [column, move])));
};

/** All days and instants of a design, and of what is on record, so many weeks later. */
const laterDesign = (model: DesignModel, weeks: number): DesignModel => withTexts(model, (text) => later(text, weeks));

export const onlyDistancesCount = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world(), fc.integer({ min: -40, max: 40 }), async (drawn, weeks) => {
      const input = even(drawn);
      const moved = {
        ...mapLogs(input, (log) => ({ ...log, rows: log.rows.map((row) => laterRow(row, weeks)) })),
        designs: input.designs.map((design) => laterDesign(design, weeks)),
        ...(input.asOf === undefined ? {} : { asOf: input.asOf + weeks * week }),
      };
      const window = { from: eighty.from + weeks * week, until: eighty.until + weeks * week };
      expect(await figuresOf(moved, window, 'team')).toEqual(await figuresOf(input, eighty, 'team'));
    }),
    runs,
  );

/** Rows that no other row of their log can take the place of, since none has their number. */
const lasting = ({ rows }: OracleLog): readonly (readonly string[])[] => {
  const numbered = Map.groupBy(rows, (row) => row[place('Id')] ?? '');
  return rows.filter((row) => row[place('Id')] === '' || numbered.get(row[place('Id')] ?? '')?.length === 1);
};

/** Comments that say nothing else, each at the instant of a row that counts. */
const withComments = (input: OracleInput, places: readonly number[]): OracleInput =>
  mapLogs(input, (log) => {
    const said = log.mapping.changes ? 'Field' : 'What';
    const rows = lasting(log);
    const comments = places.flatMap((each, i) => {
      const row = rows[each % Math.max(1, rows.length)];
      if (!row) return [];
      const comment = log.header.map(() => '');
      const kept = {
        Case: row[place('Case')],
        When: row[place('When')],
        [said]: 'Comment',
        No: `9999${i}`,
        Id: `N${i}`,
      };
      for (const [column, cell] of Object.entries(kept)) comment[place(column as 'Case')] = cell ?? '';
      return [comment];
    });
    return { ...log, rows: [...log.rows, ...comments] };
  });

export const commentsOnlyCoordinate = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world(), fc.array(fc.nat(300), { minLength: 1, maxLength: 9 }), async (input, places) => {
      const { 'flow.coordination': before, 'flow.rework': repeats, ...rest } = await figuresOf(input, eighty);
      const {
        'flow.coordination': after,
        'flow.rework': again,
        ...same
      } = await figuresOf(withComments(input, places), eighty);
      expect(same).toEqual(rest);
      // What is said twice is raw rework, a comment too.
      expect([again?.['']?.value, again?.['']?.n]).toEqual([repeats?.['']?.value, repeats?.['']?.n]);
      expect(after?.['']?.n).toBe(before?.['']?.n);
      expect(after?.['']?.value ?? 0).toBeGreaterThanOrEqual(before?.['']?.value ?? 0);
    }),
    runs,
  );

/** Two names that were one team are two. */
const torn = (mapping: Mapping): Mapping =>
  Mapping.parse({
    ...mapping,
    teams: { ...mapping.teams, rules: [{ is: 'RED', to: 'crimson' }, ...mapping.teams.rules] },
  });

export const moreTeamsMoreHandoffs = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world(), async (input) => {
      const before = await figuresOf(input, eighty);
      const after = await figuresOf(
        mapLogs(input, (log) => ({ ...log, mapping: torn(log.mapping) })),
        eighty,
      );
      const handoffs = (figures: Figures) => figures['flow.handoffs']?.[''];
      // Nothing where no item names a team, before and after.
      expect(handoffs(after)?.also.total ?? 0).toBeGreaterThanOrEqual(handoffs(before)?.also.total ?? 0);
      expect(handoffs(after)?.n).toBe(handoffs(before)?.n);
      expect(handoffs(after)?.also.people).toEqual(handoffs(before)?.also.people);
      for (const metric of ['flow.flow-time', 'flow.velocity', 'flow.wip', 'flow.rework', 'quality.reopened'])
        expect([metric, after[metric]]).toEqual([metric, before[metric]]);
    }),
    runs,
  );

/** Longer than any world. */
const long = 300;

/** Figures that are a share, a mean or a ratio of cases, each case standing alone. */
const averages = [
  'flow.flow-efficiency',
  'flow.distribution',
  'flow.waiting',
  'flow.time-shares',
  'flow.handoffs',
  'flow.ping-pong',
  'flow.rework',
  'flow.coordination',
  'flow.interruptions',
  'decision.escalation-rate',
  'decision.at-intended-level',
  'decision.unclear-right',
  'decision.layers',
  'quality.rework-level',
  'quality.reopened',
  'quality.stability',
];

export const twoEqualPeriodsAreOne = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world(), async (drawn) => {
      const { asOf: _, designs, ...input } = even(drawn);
      const first = { ...input, designs: designs.slice(-1).map(sinceEver) };
      const again = (row: string[]) =>
        withCells(laterRow(row, long), {
          Case: (item) => (item === '' ? '' : `D${item}`),
          Id: (id) => (id === '' ? '' : `D${id}`),
        });
      const both = mapLogs(first, (log) => ({ ...log, rows: [...log.rows, ...log.rows.map(again)] }));
      const ids = [...averages, 'flow.velocity'];
      const once = await figuresOf(first, { from: start, until: start + long * week }, undefined, ids);
      const twice = await figuresOf(both, { from: start, until: start + 2 * long * week }, undefined, ids);
      expect(twice['flow.velocity']?.['']?.n).toBe(2 * (once['flow.velocity']?.['']?.n ?? 0));
      for (const metric of averages) {
        const [one, two] = [once[metric]?.[''], twice[metric]?.['']];
        expect([metric, two?.n]).toEqual([metric, 2 * (one?.n ?? 0)]);
        if ((one?.n ?? 0) >= 5) expect([metric, two?.value]).toEqual([metric, one?.value]);
      }
    }),
    runs,
  );

const sinceEver = (model: DesignModel): DesignModel => {
  const { from: _from, to: _to, ...design } = model.design;
  return { ...model, design };
};

/** What may be done to a world, and the law that its figures stay. */
export const figureLaws = [
  ['items and teams have other names', namesMeanNothing],
  ['all times are moved by whole weeks', onlyDistancesCount],
  ['somebody comments, but for what counts comments', commentsOnlyCoordinate],
  ['one team becomes two, but for more hand-offs', moreTeamsMoreHandoffs],
  ['a period comes twice, but for twice the cases', twoEqualPeriodsAreOne],
] as const;
