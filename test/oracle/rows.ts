import type { Mapping } from '#mapping/mapping.ts';
import { begunAndEnded, lived } from './activities.ts';
import { readTime, readUntil } from './clock.ts';
import { designAt, stageKindOf } from './designs.ts';
import { contentOf, hashOf } from './hash.ts';
import type { OracleInput, OracleLog } from './input.ts';
import { becomes, keyOf, ruleFor } from './names.ts';
import { compareNumbers, compareRows, compareText, type Row } from './row.ts';

/** `repeated` and `superseded` rows are accepted ones that are not read. */
export type Fates = { total: number; accepted: number; rejected: number; repeated: number; superseded: number };

type Column = keyof Mapping['columns'];
type ChangedField = NonNullable<Mapping['changes']>['fields'][string];

/** A row's cells by column name; a cell that the mapping calls missing is empty. */
const cellsOf = (log: OracleLog, row: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    log.header.map((column, i) => {
      const cell = row[i] ?? '';
      return [column, log.mapping.file.missing.includes(cell) ? '' : cell];
    }),
  );

/** The raw value a row gives to a field, or null. A declared column wins over a log of changes. */
const rawOf = (mapping: Mapping, cells: Record<string, string>, field: Column): string | null => {
  const column = mapping.columns[field];
  if (column !== undefined) return cells[column] || null;
  const { changes } = mapping;
  return changes && changedField(mapping, cells) === field ? cells[changes.to] || null : null;
};

/** A raw state, unless the mapping says that it is none. */
const stateUnless = ({ states }: Mapping, raw: string | null): string | null =>
  raw === null || states.none.includes(raw) ? null : raw;

const changedField = ({ changes }: Mapping, cells: Record<string, string>): ChangedField | null =>
  changes?.fields[cells[changes.field] ?? ''] ?? null;

const activityOf = (mapping: Mapping, cells: Record<string, string>): string | null => {
  if (mapping.columns.activity === undefined && mapping.changes) return cells[mapping.changes.field] || null;
  return rawOf(mapping, cells, 'activity');
};

/** The role of a raw name of a person; a name that no rule takes is no role. */
const roleOf = (roles: NonNullable<Mapping['roles']>, person: string | null): string | null =>
  person !== null && ruleFor(roles.rules, person) ? keyOf(roles, person) : null;

/** The team a row names; where no team is declared but roles are, the role of the person it names. */
const teamOf = (mapping: Mapping, cells: Record<string, string>): string | null => {
  const declared =
    mapping.columns.team !== undefined ||
    Object.values(mapping.changes?.fields ?? {}).some((field) => field === 'team');
  if (!declared && mapping.roles) return roleOf(mapping.roles, rawOf(mapping, cells, 'person'));
  return keyOf(mapping.teams, rawOf(mapping, cells, 'team'));
};

/** The stage of a raw state, with the kind that its rule says; the kinds that workflows say come later. */
const stageOf = ({ states }: Mapping, raw: string | null): Row['stage'] => {
  if (raw === null) return null;
  const rule = ruleFor(states.rules, raw);
  return { key: rule ? becomes(rule, raw) : raw, kind: rule?.kind ?? null, isAtWork: false };
};

/** The columns that hold people on every row. */
const peopleOf = ({ people, columns }: Mapping): (string | undefined)[] => [...people, columns.person, columns.actor];

/** A row that is read, or null for one that is rejected: no item, no time, or a time that cannot be read. */
const readRow = (log: OracleLog, raw: readonly string[]): Omit<Row, 'copy'> | null => {
  const { mapping } = log;
  const cells = cellsOf(log, raw);
  const { formats, zone, wholeDays } = mapping.time;
  const time = (text: string | null) => (text === null ? null : (readTime(text, formats, zone) ?? Number.NaN));
  const until = (text: string | null, column = '') =>
    text === null ? null : (readUntil(text, formats, zone, wholeDays.includes(column)) ?? Number.NaN);
  const item = rawOf(mapping, cells, 'item');
  const told = time(rawOf(mapping, cells, 'at'));
  const ended = time(rawOf(mapping, cells, 'ended'));
  const inList = mapping.columns.ended !== undefined;
  const created = time(rawOf(mapping, cells, inList && mapping.columns.created === undefined ? 'at' : 'created'));
  const { promised: due } = mapping.columns;
  const { neededBy: needed } = mapping.decisions ?? {};
  const promised = until(rawOf(mapping, cells, 'promised'), due);
  const neededBy = until(cells[needed ?? ''] || null, needed);
  const began = time(rawOf(mapping, cells, 'started'));
  if (item === null || told === null || [told, ended, created, promised, neededBy, began].some(Number.isNaN))
    return null;
  const at = ended ?? told;
  const activity = activityOf(mapping, cells);
  const columns = log.header.toSorted();
  const people = peopleOf(mapping);
  const { at: own, ended: over, created: since, started } = mapping.columns;
  const timed = [own, over, since, started, due, needed];
  const fieldOf = (name: string): string => {
    const cell = cells[name] ?? '';
    if (cell === '' || people.includes(name) || !timed.includes(name)) return cell;
    const instant = name === due || name === needed ? until(cell, name) : time(cell);
    return String(Math.round(Number(instant) * 1000));
  };
  const fieldsOf = (names: readonly string[]) => contentOf(names.map(fieldOf));
  const named = columns.filter((name) => people.includes(name));
  const hash = hashOf(fieldsOf(columns.filter((name) => !people.includes(name))));
  const peopleHash = named.length === 0 ? 0n : hashOf(contentOf(['people', ...named.map(fieldOf)]));
  return {
    source: log.source,
    item,
    at,
    order: rawOf(mapping, cells, 'order') ?? '',
    hash: hash >> 64n,
    identity: mapping.key ? hashOf(fieldsOf(mapping.key)) : hash ^ peopleHash,
    people: fieldsOf(named),
    text: fieldsOf(columns),
    cells,
    activity,
    did: activity,
    kind: (activity === null ? undefined : ruleFor(mapping.activities, activity)?.to) ?? 'update',
    state: stateUnless(mapping, rawOf(mapping, cells, 'state')),
    stage: null,
    team: teamOf(mapping, cells),
    person: rawOf(mapping, cells, 'person'),
    priority: keyOf(mapping.priorities, rawOf(mapping, cells, 'priority')),
    type: keyOf(mapping.types, rawOf(mapping, cells, 'type')),
    capability: keyOf(mapping.capabilities, rawOf(mapping, cells, 'capability')),
    initiative: keyOf(mapping.initiatives, rawOf(mapping, cells, 'initiative')),
    channel: keyOf(mapping.channels, rawOf(mapping, cells, 'channel')),
    parent: rawOf(mapping, cells, 'parent'),
    created,
    promised,
    neededBy,
    began,
    step: mapping.columns.lifecycle === undefined ? null : (rawOf(mapping, cells, 'lifecycle') ?? ''),
    go: rawOf(mapping, cells, 'instance'),
    turn: 0,
    isRunning: false,
    kindWithout: null,
  };
};

const microsecond = 0.001;

/** The order in which values of one moment come. */
const meanings: readonly string[] = [
  'state',
  'team',
  'person',
  'type',
  'priority',
  'capability',
  'initiative',
  'channel',
];

/**
 * What the items of a log of changes had before the first change of each mapped field, where the log tells it: rows that carry
 * this value and nothing else. `rows` are those of one log that count, up to the instant of reading.
 */
const firstValues = (log: OracleLog, rows: readonly Row[]): Row[] => {
  const { changes, columns } = log.mapping;
  if (changes?.from === undefined) return [];
  const from = changes.from;
  const turns = Object.keys(changes.fields).toSorted(
    (a, b) =>
      meanings.indexOf(changes.fields[a] ?? '') - meanings.indexOf(changes.fields[b] ?? '') || compareText(a, b),
  );
  return [...Map.groupBy(rows, ({ item }) => item).values()].flatMap((own) => {
    const first = Math.min(...own.map(({ at }) => at));
    const created = Math.min(...own.map((row) => row.created ?? Number.POSITIVE_INFINITY));
    const begin = Math.min(Number.isFinite(created) ? created : first, first - microsecond);
    const fields = Map.groupBy(own.toSorted(compareRows), ({ cells }) => cells[changes.field] ?? '');
    return [...fields].flatMap(([field, [row]]) => {
      const meaning = changes.fields[field];
      const value = row?.cells[from];
      if (meaning === undefined || !row || !value) return [];
      const kept: Record<string, string> = { [changes.field]: field, [changes.to]: value };
      for (const name of [columns.item, columns.at]) kept[name] = row.cells[name] ?? '';
      const alone = readRow(
        { ...log, mapping: { ...log.mapping, key: undefined } },
        log.header.map((name) => kept[name] ?? ''),
      );
      const at = begin - (meaning === 'state' ? 0 : microsecond);
      // The role of whom an item belonged to before is not told.
      const team = meaning === 'person' ? null : alone?.team;
      const hash = BigInt(turns.indexOf(field));
      return alone ? [{ ...alone, team: team ?? null, at, hash, created: row.created, copy: 1 }] : [];
    });
  });
};

/** Of two rows with one key and different content: the later one, then the one with the greater hash, then by people. */
const wins = (a: Row, b: Row): boolean =>
  (a.at - b.at || compareNumbers(a.hash, b.hash) || compareText(a.people, b.people)) > 0;

/** The first name of each key, to tell of which kind the stage is. */
const firstNames = (rows: readonly Row[]): Map<string, Row> => {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const known = row.stage && first.get(row.stage.key);
    if (row.stage && (!known || compareText(row.state ?? '', known.state ?? '') < 0)) first.set(row.stage.key, row);
  }
  return first;
};

/** The rows of a source up to an instant with their stages, of the kinds that rules, or the workflows then in force, say. */
const withStages = (rows: readonly Row[], mapping: Mapping, asOf: number, input: OracleInput): Row[] => {
  if (rows.length === 0) return [];
  const design = designAt(input.designs, asOf, input.calendar.timeZone);
  const staged = rows.map((row) => {
    const state = stateUnless(mapping, row.state);
    return { ...row, state, stage: stageOf(mapping, state) };
  });
  const names = firstNames(staged);
  const atWork = new Set(staged.flatMap(({ stage, isRunning }) => (stage && isRunning ? [stage.key] : [])));
  return staged.map((row) => {
    const first = row.stage && names.get(row.stage.key);
    if (!row.stage || !first) return row;
    const kind = first.stage?.kind ?? stageKindOf(design, row.source, row.stage.key) ?? first.kindWithout;
    return { ...row, stage: { ...row.stage, kind, isAtWork: atWork.has(row.stage.key) } };
  });
};

/** Every row that counts, of all logs, and the instant of reading: rows after it do not exist. */
export const readRows = (input: OracleInput): { rows: Row[]; fates: Fates; asOf: number } => {
  const fates: Fates = { total: 0, accepted: 0, rejected: 0, repeated: 0, superseded: 0 };
  const met = new Map<string, Row>();
  for (const log of input.logs) {
    const copies = new Map<string, number>();
    for (const raw of log.rows) {
      fates.total += 1;
      const read = readRow(log, raw);
      if (!read) {
        fates.rejected += 1;
        continue;
      }
      fates.accepted += 1;
      const { key } = log.mapping;
      const same = String(read.identity);
      const copy = key ? 1 : (copies.get(same) ?? 0) + 1;
      copies.set(same, copy);
      const row: Row = { ...read, copy };
      const identity = JSON.stringify([log.source, same, copy]);
      const before = met.get(identity);
      if (before === undefined) met.set(identity, row);
      else if (before.text === row.text) fates.repeated += 1;
      else {
        fates.superseded += 1;
        if (wins(row, before)) met.set(identity, row);
      }
    }
  }
  const counting = [...met.values()];
  const asOf = input.asOf ?? counting.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  const rows = [...new Map(input.logs.map((log) => [log.source, log])).values()].flatMap((log) => {
    const counted = counting.filter(({ source }) => source === log.source);
    const all = log.mapping.columns.started === undefined ? counted : begunAndEnded(counted);
    const own = all.filter(({ at }) => at <= asOf);
    return withStages(lived([...own, ...firstValues(log, own)]), log.mapping, asOf, input);
  });
  return { rows, fates, asOf };
};
