import { type AmountForm, currencyOf } from '#model/amount.ts';
import { type Cell, isBlank, shownCell } from '../cells/cell.ts';
import { decimalIn } from '../cells/decimal-in.ts';
import { fiscalPeriod } from '../cells/fiscal-period.ts';
import { moneyIn } from '../cells/money-in.ts';
import { statedAmount, statedDay } from '../cells/stated.ts';
import { currencyCodes, type HeadWords, headWords } from './head-words.ts';
import { periodWords } from './known-fields.ts';

/** A column of an unknown table: what its head says, and what stands in its cells. */
export type SeenColumn = {
  readonly head: string;
  readonly about: HeadWords;
  /** Cells in which anything stands that is no way of saying "nothing". */
  readonly filled: number;
  readonly distinct: number;
  /** Whether every row has a value of its own. */
  readonly isUnique: boolean;
  /** How many of the filled cells can be read as each. A cell can be read as several. */
  readonly days: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly yearFirst: number;
  readonly amounts: number;
  /** Amounts that are one number by a point before the decimals and another by a comma, and those that are one by one only. */
  readonly ambiguous: number;
  /** The first that is ambiguous. */
  readonly unsure: string;
  readonly byPoint: number;
  readonly byComma: number;
  readonly percents: number;
  readonly periods: number;
  readonly currencies: ReadonlyMap<string, number>;
  /** Whether its cells say themselves of what size they are (`£7.7m`), whatever its head says. */
  readonly isSized: boolean;
  /** Words that say that there is no value, and those that say that it is kept back, as they are written. */
  readonly nothing: ReadonlyMap<string, number>;
  readonly exempt: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  /** The middle length of its texts. */
  readonly length: number;
  readonly samples: readonly string[];
  /** What stands in the column and is no amount, or no day: the first of it. */
  readonly noAmounts: readonly string[];
  readonly noDays: readonly string[];
};

type Calendar = Parameters<typeof fiscalPeriod>[1];

/** More words than this are no choice. */
const mostWords = 40;
/** So many cells are looked at one by one, spread over the column; whether values come again is told from all. */
const mostCells = 500;
/** A text of this length is no amount and no day. */
const longText = 60;

/** What a column shows. `group` is what stands above its head, over several columns. */
export const seenColumn = (
  head: string,
  { group, cells: all }: { readonly group: string; readonly cells: readonly (Cell | undefined)[] },
  calendar: Calendar,
): SeenColumn => {
  const cells = spread(all);
  const everything = all.filter((cell) => cell !== undefined).filter((cell) => !isBlank(cell));
  const stated = cells.filter((cell) => cell !== undefined).filter((cell) => !isBlank(cell));
  const nothing = new Map<string, number>();
  const exempt = new Map<string, number>();
  const filled = stated.filter((cell) => !isSilent(cell, nothing, exempt));
  const texts = filled.map(textOf);
  const counted = countsOf(texts);
  const count = (is: (cell: Cell) => boolean): number => filled.filter(is).length;
  const currencies = countsOf(filled.flatMap((cell) => besideOf(cell) || []));
  return {
    head,
    about: aboutOf(head, group, calendar),
    filled: filled.length,
    distinct: counted.size,
    isUnique: everything.length === all.length && new Set(everything.map(textOf)).size === all.length,
    days: count(isDay),
    dayFirst: count((cell) => statedDay(cell, 'day-first').is === 'value'),
    monthFirst: count((cell) => statedDay(cell, 'month-first').is === 'value'),
    yearFirst: count((cell) => cell.is === 'number' || /^\d{4}[-/.]/u.test(textOf(cell))),
    amounts: count((cell) => isAmount(cell, {}) || isAmbiguous(cell)),
    ambiguous: count(isAmbiguous),
    unsure: textsOf(filled.filter(isAmbiguous))[0] ?? '',
    byPoint: count((cell) => onlyBy(cell, '.', ',')),
    byComma: count((cell) => onlyBy(cell, ',', '.')),
    percents: count((cell) => /%\s*$/u.test(textOf(cell)) || (cell.is === 'number' && cell.beside === '%')),
    periods: count((cell) => cell.is === 'text' && !isLong(cell) && isPeriod(cell.text, calendar)),
    currencies,
    isSized: texts.some((text) => /\d ?(?:k|m|mn|bn|tsd\.?|mio\.?|mrd\.?)(?: ?(?:\p{Sc}|[A-Z]{3}))?$/iu.test(text)),
    nothing,
    exempt,
    words: counted.size <= mostWords ? counted : new Map(),
    length: texts.map(({ length }) => length).sort((a, b) => a - b)[Math.floor(texts.length / 2)] ?? 0,
    samples: [...counted.keys()].slice(0, 3),
    noAmounts: textsOf(filled.filter((cell) => !isAmount(cell, {}) && !isAmbiguous(cell))),
    noDays: textsOf(filled.filter((cell) => !isDay(cell))),
  };
};

/** What a head says; with the group above it where it is one of several of the kind: "Budget" below "2024/25". */
const aboutOf = (head: string, group: string, calendar: Calendar): HeadWords => {
  const own = headWords(head, calendar);
  const isPart = own.period === undefined && own.words.some((word) => periodWords.has(word));
  return group !== '' && isPart ? headWords(`${group} ${head}`, calendar) : own;
};

/** As many cells as are looked at, from the first to the last. */
const spread = <T>(cells: readonly T[]): readonly T[] => {
  const step = Math.max(1, cells.length / mostCells);
  return step === 1 ? cells : Array.from({ length: mostCells }, (_, at) => cells[Math.floor(at * step)] as T);
};

export const textOf = (cell: Cell): string => (cell.is === 'text' ? cell.text.trim() : shownCell(cell));

/** Whether a cell is a day, whichever of day and month comes first. */
export const isDay = (cell: Cell): boolean =>
  statedDay(cell, 'day-first').is === 'value' || statedDay(cell, 'month-first').is === 'value';

/** A bare number is a year where it is one of our times, and else one of anything. */
const isPeriod = (text: string, calendar: Calendar): boolean =>
  !/^(?!(?:19|20)\d\d$)\d+$/u.test(text.trim()) && fiscalPeriod(text, calendar) !== undefined;

const countsOf = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** Whether a cell says that nothing is stated or that it is kept back; the words are counted. */
const isSilent = (cell: Cell, nothing: Map<string, number>, exempt: Map<string, number>): boolean => {
  const { is } = statedAmount(cell);
  const into = is === 'absent' ? nothing : is === 'exempt' ? exempt : undefined;
  const text = textOf(cell);
  into?.set(text, (into.get(text) ?? 0) + 1);
  return into !== undefined;
};

const isAmount = (cell: Cell, form: AmountForm): boolean =>
  !isLong(cell) &&
  ('decimal' in moneyIn(cell, form) ||
    (cell.is === 'text' && /%\s*$/u.test(cell.text) && 'decimal' in decimalIn(cell, form)));

const isLong = (cell: Cell): boolean => cell.is === 'text' && cell.text.length > longText;

const onlyBy = (cell: Cell, decimal: '.' | ',', other: '.' | ','): boolean =>
  cell.is === 'text' && isAmount(cell, { decimal }) && !isAmount(cell, { decimal: other });

const textsOf = (cells: readonly Cell[]): string[] => [...new Set(cells.slice(0, 200).map(textOf))].slice(0, 12);

const isAmbiguous = (cell: Cell): boolean => {
  if (isLong(cell)) return false;
  const read = decimalIn(cell, {});
  return 'expected' in read && read.expected !== undefined;
};

const isCurrency = new RegExp(String.raw`\p{Sc}|^(?:${currencyCodes})$`, 'u');

const besideOf = (cell: Cell): string => {
  const beside =
    cell.is === 'number' ? (cell.beside ?? '') : cell.is === 'text' && !isLong(cell) ? currencyOf(cell.text) : '';
  return isCurrency.test(beside) ? beside : '';
};

/** Whether most cells of a column can be read as such: a table has its notes and its slips. */
export const holdsMostly = (column: SeenColumn, what: 'amounts' | 'days' | 'periods'): boolean =>
  column.filled > 0 && column[what] >= column.filled * 0.6;

/** Where a mapping takes the values of a column from: the column itself, times what its head says. */
export const valuesOf = ({
  head,
  isSized,
  about: { times },
}: SeenColumn): string | { readonly column: string; readonly times: string } =>
  times === undefined || isSized ? head : { column: head, times };

/** Whether a column names people: what stands in it is not shown, and neither names nor keys are made of it. */
export const isOfPeople = ({ head, samples }: Pick<SeenColumn, 'head' | 'samples'>): boolean =>
  /owner|manager|sponsor|\bsro\b|\blead(?:er)?\b|officer|contact|person|employee|responsible|approver|request[eo]r|reporter|(?:sur|first|last|fore|vor|nach)[ _-]?name|e-?mail|assignee|leiter|leitung|ansprech|verantwort|mitarbeiter/iu.test(
    head,
  ) || samples.some((sample) => sample.includes('@'));
