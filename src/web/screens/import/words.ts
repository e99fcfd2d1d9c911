import type { StageKind } from '#model/kinds.ts';
import type { ColumnMeaning, Sureness } from '#model/mapping-edit.ts';

/** What a column can stand for, in the order in which it is offered. */
export const meaningWords: Readonly<Record<ColumnMeaning, string>> = {
  item: 'Item: the ticket, case or change',
  at: 'Time of the row',
  state: 'State',
  team: 'Team',
  person: 'Person who has the work',
  actor: 'Person who acts',
  activity: 'Activity: what happened',
  type: 'Type of item',
  priority: 'Priority',
  capability: 'Capability',
  initiative: 'Initiative',
  channel: 'Channel by which it came in',
  parent: 'Item that it belongs to',
  title: 'Title',
  created: 'Time when the item came up',
  ended: 'Time when the item was over',
  started: 'Time when the activity began',
  promised: 'Time until when it is promised',
  order: 'Number that orders rows of one time',
  lifecycle: 'Step in the life of an activity',
  instance: 'Go at an activity',
  people: 'Other people',
  knowTheFuture: 'End of the case, known too early',
};

/** Of these only pseudonyms are kept. */
export const ofPeople: readonly ColumnMeaning[] = ['person', 'actor', 'people'];

export const kindWords: Readonly<Record<StageKind, string>> = {
  new: 'New: nobody has begun',
  queue: 'Waits',
  active: 'Is worked on',
  decision: 'Waits for a decision',
  done: 'Done',
  cancelled: 'Cancelled',
};

export const sureWords: Readonly<Record<Sureness, { readonly sign: string; readonly says: string }>> = {
  named: { sign: '●', says: 'by its name' },
  likely: { sign: '◐', says: 'likely' },
  open: { sign: '○', says: 'look at it' },
};

/** What is wrong with rows, by the code of their reject. */
export const problemWords = (code: string, column: string | null): string => {
  const named = column ?? 'the row';
  const known: Readonly<Record<string, string>> = {
    'time-unreadable': `${named} cannot be read as a time`,
    'time-out-of-range': `${named} is a day or time that does not exist`,
    'time-missing': `${named} has no time`,
    'item-missing': `${named} names no item`,
    'item-damaged': `${named} was shortened by a spreadsheet`,
    encoding: `${named} holds bytes of another encoding`,
    nul: `${named} holds a NUL byte`,
    ragged: 'The row has another number of fields than the line of names',
    'stray-quote': `${named} has a quote inside`,
    'quote-unclosed': `${named} opens a quote that is not closed`,
    'field-too-long': `${named} is too long`,
    'record-too-long': 'The row is too long',
  };
  return known[code] ?? `${named}: ${code.replaceAll('-', ' ')}`;
};

export const warningWords: Readonly<Record<string, string>> = {
  'time-gap': 'Times that the clocks skipped; they were moved forward',
  'time-overlap': 'Times that the clocks showed twice; the first is taken',
  'column-renamed': 'Columns without a name of their own; they are called after their place',
  'excel-limit': 'As many rows as a spreadsheet can hold: more may have been cut off',
  'people-field-unseen': 'A field of people that no row has',
  'decider-in-clear': 'Who decides is kept as it is written: right for roles and groups, not for persons',
  'passed-over': 'Parts of the file that are no part of an event log',
  'trace-empty': 'Cases without a row',
};

/** Rows to the last one, however many: their parts make up their sum. */
export const rowsWords = (rows: number): string => rows.toLocaleString('en-GB');

const units = ['bytes', 'kB', 'MB', 'GB'];

export const sizeWords = (bytes: number): string => {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = bytes / 1000 ** power;
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: power === 0 || size >= 100 ? 0 : 1 })} ${units[power]}`;
};

const delimiters: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

export const delimiterWords = (delimiter: string): string => delimiters[delimiter] ?? delimiter;
