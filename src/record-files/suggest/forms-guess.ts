import { readDecimal } from '#model/amount.ts';
import { matches } from '../table/values.ts';
import type { SeenColumn } from './column-seen.ts';
import { shortLine } from './draft-yaml.ts';

/** How the file is written, as a mapping says it, and what only a person can say. */
export type Forms = { readonly file: Readonly<Record<string, unknown>>; readonly questions: readonly string[] };

type Workspace = { readonly currency: string; readonly fiscalYearStart: number };

/** A column that is read, and what its amounts and days are for the form of the file. */
type ReadColumn = { readonly column: SeenColumn; readonly holds: 'money' | 'number' | 'day' | undefined };

/**
 * What the columns that are read show of the form of their amounts, days and silences. `statesCurrency` says that a column of
 * its own names the currency of each row.
 */
export const formsOf = (
  read: readonly ReadColumn[],
  { currency, fiscalYearStart }: Workspace,
  statesCurrency = false,
): Forms => {
  const of = (...kinds: readonly ReadColumn['holds'][]) =>
    read.filter(({ holds }) => kinds.includes(holds)).map(({ column }) => column);
  const parts = [
    decimalOf(of('money', 'number')),
    daysOf(of('day')),
    currencyOf(of('money'), currency, statesCurrency),
    silencesOf(of('money', 'number', 'day'), [
      ...of('money', 'number').flatMap(({ noAmounts }) => noAmounts),
      ...of('day').flatMap(({ noDays }) => noDays),
    ]),
    fiscalOf(of('money'), fiscalYearStart),
  ];
  return {
    file: Object.assign({}, ...parts.map(({ file }) => file)),
    questions: parts.flatMap(({ questions }) => questions),
  };
};

const sumOf = (columns: readonly SeenColumn[], of: (column: SeenColumn) => number): number =>
  columns.reduce((sum, column) => sum + of(column), 0);

const example = (columns: readonly SeenColumn[], of: (column: SeenColumn) => number): string => {
  const column = columns.find((each) => of(each) > 0);
  return column ? `${column.samples[0] ?? ''} in ${quoted(column.head)}` : '';
};

export const quoted = (text: string): string => JSON.stringify(shortLine(text, 60));

const decimalOf = (columns: readonly SeenColumn[]): Forms => {
  const [byPoint, byComma] = [sumOf(columns, (each) => each.byPoint), sumOf(columns, (each) => each.byComma)];
  if (byPoint > 0 && byComma === 0) return { file: { decimal: '.' }, questions: [] };
  if (byComma > 0 && byPoint === 0) return { file: { decimal: ',' }, questions: [] };
  if (sumOf(columns, (each) => each.ambiguous) === 0) return { file: {}, questions: [] };
  const column = columns.find((each) => each.ambiguous > 0);
  const which = column ? `${column.unsure} in ${quoted(column.head)}` : '';
  const why = byPoint > 0 ? 'some cells have a point before their decimals and others a comma' : `as in ${which}`;
  return {
    file: {},
    questions: [`Which sign stands before the decimals ("decimal" of file, "." or ",")? Nothing tells: ${why}.`],
  };
};

const daysOf = (columns: readonly SeenColumn[]): Forms => {
  const written = sumOf(columns, ({ days, yearFirst }) => days - Math.min(days, yearFirst));
  if (written === 0) return { file: {}, questions: [] };
  const [dayFirst, monthFirst] = [sumOf(columns, (each) => each.dayFirst), sumOf(columns, (each) => each.monthFirst)];
  if (dayFirst > monthFirst) return { file: { days: 'day-first' }, questions: [] };
  if (monthFirst > dayFirst) return { file: { days: 'month-first' }, questions: [] };
  const which = example(columns, ({ days, yearFirst }) => days - yearFirst);
  return {
    file: {},
    questions: [`Which comes first in days, day or month ("days" of file)? All can be read either way: ${which}.`],
  };
};

const currencyOf = (columns: readonly SeenColumn[], usual: string, isStated: boolean): Forms => {
  if (columns.length === 0) return { file: {}, questions: [] };
  const met = new Map<string, number>();
  for (const { about, currencies, filled } of columns) {
    if (about.currency !== undefined) met.set(about.currency, (met.get(about.currency) ?? 0) + filled);
    for (const [sign, count] of currencies) met.set(sign, (met.get(sign) ?? 0) + count);
  }
  const codes = new Map<string, number>();
  for (const [sign, count] of met) codes.set(codeOf(sign, usual), (codes.get(codeOf(sign, usual)) ?? 0) + count);
  const [most, ...others] = [...codes].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  if (most === undefined)
    return {
      file: {},
      questions: isStated
        ? []
        : [`In which currency are the amounts? Nothing says so: that of the workspace is taken, ${usual}.`],
    };
  const unsure = [...met.keys()].some((sign) => /^[$¥]$|^kr/u.test(sign)) && most !== usual;
  return {
    file: { currency: most },
    questions: [
      ...(unsure ? [`Is ${[...met.keys()].join(', ')} ${most}? Several countries write so.`] : []),
      ...(others.length > 0
        ? [`Amounts are written in ${[most, ...others].join(', ')}: those not in ${most} are rejected.`]
        : []),
    ],
  };
};

/** The code that a sign means: the workspace's where it may mean that. */
export const codeOf = (sign: string, usual: string): string => {
  const read = readDecimal(`${sign} 1`, { decimal: '.', currency: usual });
  if (typeof read === 'object') return usual;
  if (/^[A-Z]{3}$/u.test(sign)) return sign;
  return signs.find(([known]) => sign.includes(known))?.[1] ?? sign;
};

const signs = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Fr', 'CHF'],
  ['kr', 'SEK'],
] as const;

const usualNothing = ['n/a', '-', '–', '?'];
const usualExempt = ['Exempt under*'];
const mostSilences = 12;

/** Whether a word in place of an amount or a day says that there is none yet. In a column of words it may mean something. */
export const saysNothing = (text: string): boolean =>
  /^(?:k\.? ?a\.?|keine angabe|offen|open|unbekannt|unknown|tba|pending|entfällt|ausstehend|not set)$/iu.test(text);

/** Words for "no value" and for "kept back" that the usual ones do not have. */
const silencesOf = (columns: readonly SeenColumn[], strange: readonly string[]): Forms => {
  const wordsOf = (of: (column: SeenColumn) => ReadonlyMap<string, number>, known: readonly string[]): string[] => {
    const texts = [...new Set(columns.flatMap((column) => [...of(column).keys()]))].filter(
      (text) => !matches(text, known),
    );
    return [...new Set(texts.map(shortened))].slice(0, mostSilences);
  };
  const exempt = wordsOf((column) => column.exempt, usualExempt);
  const met = wordsOf((column) => column.nothing, [...usualNothing, ...exempt]);
  const nothing = [...new Set([...met, ...strange.filter(saysNothing)])];
  return {
    file: {
      ...(nothing.length > 0 ? { nothing: [...usualNothing, ...nothing] } : {}),
      ...(exempt.length > 0 ? { exempt: [...usualExempt, ...exempt] } : {}),
    },
    questions: [],
  };
};

const shortened = (text: string): string =>
  text.length <= 30 && !/\n/u.test(text) ? text : `${text.split(/\s+/u).slice(0, 2).join(' ')}*`;

const fiscalOf = (columns: readonly SeenColumn[], fiscalYearStart: number): Forms => {
  const isUnsure = fiscalYearStart > 1 && columns.some(({ about }) => about.isOneYear);
  return {
    file: {},
    questions: isUnsure
      ? [
          'Is a fiscal year that names one year called by that in which it ends ("fiscalYears" of file: by-end, as taken) or begins (by-start)?',
        ]
      : [],
  };
};
