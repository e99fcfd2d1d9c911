import type { Items } from './items.ts';
import { knownNames } from './known-columns.ts';
import { rank, share } from './profile.ts';
import type { Table } from './table.ts';
import { secondsReader, type TimeColumn } from './time-guess.ts';

/** Which column of times says what. */
export type TimeRoles = {
  readonly at: TimeColumn;
  readonly created: TimeColumn | undefined;
  /** When items were over, in a list of them. */
  readonly ended: TimeColumn | undefined;
  /** When the activity of a row began that ended at its time. */
  readonly started: TimeColumn | undefined;
  readonly promised: TimeColumn | undefined;
  /** Whether what is promised stands at midnight on every row, which tools write for a day. */
  readonly wholeDays: boolean;
  /** Columns that hold, on every row of an item, a moment that most of its rows could not know yet. */
  readonly future: readonly TimeColumn[];
};

const atNames = [
  knownNames('at'),
  /(^| )(timestamp|updated|changed|modified|occurred|event time|event date)( |$)/u,
  /^(time|date|datetime|at|when|ts)$/u,
  /(^| )(complete|completed|end|finished|ende|beendet)( |$)/u,
  /(^| )(start|started|created|beginn|begonnen|erstellt)( |$)/u,
];
const createdNames = [
  knownNames('created'),
  /(^| )(opened|open|reported|submitted|raised|received|registered|requested)( |$)/u,
  /(^| )(created|creation|create)( |$)/u,
];
const endedNames = [
  /^(initially )?(resolved|solved|gelöst|erledigt|behoben)( (at|on|date|time|am))?$/u,
  knownNames('ended'),
  /(^| )(resolved|resolution|solved|completed|completion|complete|finished|closed|close|closing|done|gelöst|lösung|erledigt|abgeschlossen|abschluss|geschlossen|beendet)( |$)/u,
  /(^| )(end|ended|ende)( |$)/u,
];
/** Of what was only wished or thought, and of what ended beside the item. */
const noEnd =
  /(^| )(requested|scheduled|forecast|estimated|baseline|changed|first|sprint|cycle|wunsch|geplant|prognose)( |$)/u;
const promisedNames = [
  knownNames('promised'),
  /(^| )(due|promised|target|deadline|expected|planned|committed|sla|fällig|fälligkeit|frist|zieltermin|zugesagt)( |$)/u,
  /(^| )(requested|scheduled) (end|finish|completion|delivery)( |$)/u,
];

/** The columns that are read as times. */
export const datedIn = ({ at, created, ended, started, promised }: TimeRoles): TimeColumn[] =>
  [at, created, ended, started, promised].filter((column) => column !== undefined);

export const timeRoles = (
  table: Table,
  items: Items,
  columns: readonly TimeColumn[],
  isOfEnds = true,
): TimeRoles | undefined => {
  const isPromise = ({ profile }: TimeColumn): boolean => rank(profile.words, promisedNames) > 0;
  const ends = items.isList ? columns.filter((column) => isEnd(column) && !isPromise(column)) : [];
  const at = highest(mayBeOfRows(columns, ends, items), (column) => {
    const { profile } = column;
    const varying = items.isList ? 0 : items.varying(profile);
    const second = (isOfEnds ? startNames.test(profile.words) : goesWith(profile.words)) ? 0.9 : 1;
    return (
      second * profile.filled * (0.05 + rank(profile.words, atNames) + 3 * varying) * (isPromise(column) ? 0.01 : 1)
    );
  });
  if (!at) return undefined;
  const others = columns.filter((column) => column !== at);
  const order = (column: TimeColumn): Order => orderOf(table, at, column);
  const constant = ({ profile }: TimeColumn): boolean => items.varying(profile) < 0.1;
  const created = highest(others, (column) => {
    const named = rank(column.profile.words, createdNames);
    return named > 0 && (constant(column) || items.isList) && order(column).notLater > 0.5
      ? named + column.profile.filled
      : 0;
  });
  const promised = highest(others, (column) => (column === created ? 0 : rank(column.profile.words, promisedNames)));
  const ended = highest(
    ends.filter((column) => column !== at && column !== created),
    ({ profile }) => rank(profile.words, endedNames) + profile.filled * 0.1,
  );
  const future = others.filter(
    (column) =>
      column !== created && column !== promised && !items.isList && constant(column) && order(column).later >= 0.5,
  );
  const started = others.find(
    (column) =>
      column !== created &&
      !items.isList &&
      goesWith(at.profile.words) &&
      startNames.test(column.profile.words) &&
      !constant(column) &&
      order(column).notLater > 0.9,
  );
  return { at, created, ended, started, promised, wholeDays: promised !== undefined && isAtMidnight(promised), future };
};

const startNames = /(^| )(start|started|begin|began|beginn|begonnen|anfang)( |$)/u;
const goesWith = (words: string): boolean =>
  /(^| )(complete|completed|end|ended|finish|finished|stop|ende|beendet)( |$)/u.test(words);

const isEnd = ({ profile: { words } }: TimeColumn): boolean => rank(words, endedNames) > 0 && !noEnd.test(words);

/** In a list a row may lack any time but one, and without its own time it is rejected; an end is the last to be taken for it. */
const mayBeOfRows = (
  columns: readonly TimeColumn[],
  ends: readonly TimeColumn[],
  items: Items,
): readonly TimeColumn[] => {
  if (!items.isList) return columns;
  const full = columns.filter(({ profile }) => profile.filled >= 0.98);
  const rather = full.filter((column) => !ends.includes(column));
  return [rather, full, columns].find(({ length }) => length > 0) ?? columns;
};

const isAtMidnight = ({ profile }: TimeColumn): boolean =>
  share(profile, (value) =>
    /[ T](00:00(:00)?([.,]0+)?|12:00(:00)? ?a\.?m\.?)( ?(z|utc|[+-]\d\d:?\d\d))?$/iu.test(value),
  ) === 1;

const highest = (columns: readonly TimeColumn[], score: (column: TimeColumn) => number): TimeColumn | undefined => {
  const scores = columns.map(score);
  const most = Math.max(0, ...scores);
  return most > 0 ? columns[scores.indexOf(most)] : undefined;
};

type Order = { readonly later: number; readonly notLater: number };

/** The shares of rows on which a column's time lies behind the row's own, and not behind it. */
const orderOf = ({ rows }: Table, at: TimeColumn, other: TimeColumn): Order => {
  const readAt = timeOf(at);
  const readOther = timeOf(other);
  let both = 0;
  let later = 0;
  for (const row of rows) {
    const [own, its] = [readAt(row), readOther(row)];
    if (own === undefined || its === undefined) continue;
    both++;
    if (its > own) later++;
  }
  return both === 0 ? { later: 0, notLater: 0 } : { later: later / both, notLater: 1 - later / both };
};

/** Reads a column's time from a row, in seconds. */
export const timeOf = ({ profile, formats }: TimeColumn): ((row: readonly string[]) => number | undefined) => {
  const read = secondsReader(formats.slice(0, 1));
  return (row) => read(row[profile.index] ?? '');
};
