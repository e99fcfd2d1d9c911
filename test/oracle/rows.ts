import type { Mapping } from '#mapping/mapping.ts';
import type { EventKind, StageKind } from '#model/kinds.ts';
import { readTime } from './clock.ts';
import { designAt, stageKindOf, workflowOf } from './designs.ts';
import { contentHash } from './hash.ts';
import type { OracleInput, OracleLog } from './input.ts';
import { becomes, keyOf, ruleFor } from './names.ts';

/** One accepted row, with the raw names resolved. What the row leaves empty is null. */
export type Row = {
  source: string;
  item: string;
  at: number;
  order: string;
  hash: string;
  copy: number;
  /** Every cell of the row; the last word where nothing else orders two rows. */
  text: string;
  cells: Record<string, string>;
  activity: string | null;
  kind: EventKind;
  stage: { key: string; kind: StageKind | null } | null;
  team: string | null;
  person: string | null;
  priority: string | null;
  type: string | null;
  capability: string | null;
  initiative: string | null;
  channel: string | null;
  parent: string | null;
  created: number | null;
  promised: number | null;
};

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

/**
 * The raw value a row gives to a field, or null.
 *
 * AMBIGUOUS: whether a column that is declared for a field counts in a log of changes too. Here: it does, unless the row
 * changes that very field.
 */
const rawOf = (mapping: Mapping, cells: Record<string, string>, field: Column): string | null => {
  const { changes } = mapping;
  if (changes && changedField(mapping, cells) === field) return cells[changes.to] || null;
  const column = mapping.columns[field];
  return (column !== undefined && cells[column]) || null;
};

const changedField = ({ changes }: Mapping, cells: Record<string, string>): ChangedField | null =>
  changes?.fields[cells[changes.field] ?? ''] ?? null;

const activityOf = (mapping: Mapping, cells: Record<string, string>): string | null => {
  if (mapping.columns.activity === undefined && mapping.changes) return cells[mapping.changes.field] || null;
  return rawOf(mapping, cells, 'activity');
};

/** The team a row names; where no team is declared but roles are, the role of the person it names. */
const teamOf = (mapping: Mapping, cells: Record<string, string>): string | null => {
  const declared =
    mapping.columns.team !== undefined ||
    Object.values(mapping.changes?.fields ?? {}).some((field) => field === 'team');
  if (!declared && mapping.roles) return keyOf(mapping.roles, rawOf(mapping, cells, 'person'));
  return keyOf(mapping.teams, rawOf(mapping, cells, 'team'));
};

const stageOf = (log: OracleLog, cells: Record<string, string>, at: number, input: OracleInput): Row['stage'] => {
  const raw = rawOf(log.mapping, cells, 'state');
  if (raw === null) return null;
  const rule = ruleFor(log.mapping.states.rules, raw);
  const key = rule ? becomes(rule, raw) : raw;
  const design = designAt(input.designs, at, input.calendar.timeZone);
  // AMBIGUOUS: a raw state without a rule that happens to be called like a stage. Here: it has that stage's kind.
  return { key, kind: rule?.kind ?? stageKindOf(workflowOf(design, log.source), key) };
};

/** A row that is read, or null for one that is rejected: no item, or no readable time. */
const readRow = (log: OracleLog, raw: readonly string[], input: OracleInput): Omit<Row, 'copy'> | null => {
  const { mapping } = log;
  const cells = cellsOf(log, raw);
  const time = (text: string | null) =>
    text === null ? null : readTime(text, mapping.time.formats, mapping.time.zone);
  const item = rawOf(mapping, cells, 'item');
  const at = time(rawOf(mapping, cells, 'at'));
  // AMBIGUOUS: what makes a row rejected is not listed. Here: these two alone; an unreadable created or promised is empty.
  if (item === null || at === null) return null;
  const activity = activityOf(mapping, cells);
  return {
    source: log.source,
    item,
    at,
    order: rawOf(mapping, cells, 'order') ?? '',
    hash: contentHash(log.header.flatMap((column, i) => (mapping.people.includes(column) ? [] : [raw[i] ?? '']))),
    text: JSON.stringify(log.header.map((column, i) => [column, raw[i] ?? ''] as const).sort(byFirst)),
    cells,
    activity,
    kind: (activity === null ? undefined : ruleFor(mapping.activities, activity)?.to) ?? 'update',
    stage: stageOf(log, cells, at, input),
    team: teamOf(mapping, cells),
    person: rawOf(mapping, cells, 'person'),
    priority: keyOf(mapping.priorities, rawOf(mapping, cells, 'priority')),
    type: keyOf(mapping.types, rawOf(mapping, cells, 'type')),
    capability: keyOf(mapping.capabilities, rawOf(mapping, cells, 'capability')),
    initiative: keyOf(mapping.initiatives, rawOf(mapping, cells, 'initiative')),
    channel: keyOf(mapping.channels, rawOf(mapping, cells, 'channel')),
    parent: rawOf(mapping, cells, 'parent'),
    created: time(rawOf(mapping, cells, 'created')),
    promised: time(rawOf(mapping, cells, 'promised')),
  };
};

const byFirst = (a: readonly [string, string], b: readonly [string, string]): number => compareText(a[0], b[0]);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/**
 * Empty first, then numbers by size, then the rest as text.
 *
 * AMBIGUOUS: "as numbers where both are numbers, else as text" is no order at all (2 < 10 < 1a < 2). Here: every number
 * comes before every text.
 */
const compareOrder = (a: string, b: string): number => {
  const rank = (text: string) => (text === '' ? 0 : isNumber(text) ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return rank(a) === 1 ? Number(a) - Number(b) : compareText(a, b);
};

/**
 * The order of the rows of an item.
 *
 * AMBIGUOUS: rows that differ in nothing but their people columns have one hash and one copy number. Here: their whole
 * text decides.
 */
export const compareRows = (a: Row, b: Row): number =>
  a.at - b.at ||
  compareOrder(a.order, b.order) ||
  compareText(a.hash, b.hash) ||
  a.copy - b.copy ||
  compareText(a.text, b.text);

/** Of two rows with one key and different content: the later one, then the one with the greater hash. */
const wins = (a: Row, b: Row): boolean =>
  (a.at - b.at || compareText(a.hash, b.hash) || compareText(a.text, b.text)) > 0;

/** Every row that counts, of all logs; rows after `asOf` are still among them. */
export const readRows = (input: OracleInput): { rows: Row[]; fates: Fates } => {
  const fates: Fates = { total: 0, accepted: 0, rejected: 0, repeated: 0, superseded: 0 };
  const met = new Map<string, Row>();
  for (const log of input.logs) {
    const copies = new Map<string, number>();
    for (const raw of log.rows) {
      fates.total += 1;
      const read = readRow(log, raw, input);
      if (!read) {
        fates.rejected += 1;
        continue;
      }
      fates.accepted += 1;
      const { key } = log.mapping;
      const content = key ? JSON.stringify(key.map((column) => read.cells[column] ?? '')) : read.text;
      const copy = key ? 1 : (copies.get(content) ?? 0) + 1;
      copies.set(content, copy);
      const row: Row = { ...read, copy };
      const identity = JSON.stringify([log.source, content, copy]);
      const before = met.get(identity);
      if (before === undefined) met.set(identity, row);
      else if (before.text === row.text) fates.repeated += 1;
      else {
        fates.superseded += 1;
        if (wins(row, before)) met.set(identity, row);
      }
    }
  }
  return { rows: [...met.values()], fates };
};
