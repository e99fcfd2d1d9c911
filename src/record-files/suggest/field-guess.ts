import { type Column, inWords } from '../columns/column.ts';
import { kindTables } from '../columns/kind-tables.ts';
import { holdsMostly, isOfPeople, type SeenColumn } from './column-seen.ts';
import { wordsIn } from './head-words.ts';
import { type KnownKind, keyWords, knownChoices } from './known-fields.ts';

/** A field that a column probably states; `sure` is from 0 to 1. */
export type FieldGuess = { readonly column: SeenColumn; readonly field: Column; readonly sure: number };

/** Words that say nothing of which field is meant. */
const fillers = new Set([
  'the',
  'of',
  'a',
  'an',
  'in',
  'on',
  'to',
  'and',
  'or',
  'latest',
  'current',
  'total',
  'annual',
  'report',
  'date',
  'der',
  'die',
  'das',
]);

/** How well a head says a phrase: all of it and no more is sure. */
export const saysPhrase = (words: readonly string[], phrase: string, nouns: readonly string[]): number => {
  const wanted = wordsIn(phrase);
  if (words.length === 0 || !wanted.every((word) => words.includes(word))) return 0;
  const isSpare = (word: string): boolean => !wanted.includes(word) && !fillers.has(word) && !nouns.includes(word);
  const spare = words.filter(isSpare).length;
  const padded = words.length - wanted.length - spare;
  return Math.max(0.2, 0.97 - 0.02 * padded - 0.22 * spare);
};

const saysAny = (column: SeenColumn, phrases: readonly string[], nouns: readonly string[]): number =>
  Math.max(0, ...phrases.map((phrase, place) => saysPhrase(column.about.words, phrase, nouns) - 0.005 * place));

/** Which columns state which fields of a kind, the surest first, each once. */
export const fieldsOf = (columns: readonly SeenColumn[], known: KnownKind): FieldGuess[] => {
  const { kind, nouns, fields } = known;
  const guesses = kindTables(kind)
    .columns.filter(({ path }) => path.join('.') !== 'key')
    .flatMap((field) => {
      const name = field.path.join('.');
      const own = fields[name] ?? [];
      const phrases =
        field.path.at(-1) === 'currency' && own.length === 0 ? [] : [...own, inWords(field.path.join(' '))];
      return columns.map((column): FieldGuess => {
        const fit = promises(column, field) ? 0 : fitOf(column, field, { kind, columns });
        return { column, field, sure: fit === 0 ? 0 : saysAny(column, phrases, nouns) * (0.6 + 0.4 * fit) };
      });
    })
    .filter(({ sure }) => sure >= least)
    .sort((a, b) => b.sure - a.sure);
  const [columnsTaken, fieldsTaken] = [new Set<SeenColumn>(), new Set<Column>()];
  return guesses.filter(({ column, field }) => {
    if (columnsTaken.has(column) || fieldsTaken.has(field)) return false;
    columnsTaken.add(column);
    fieldsTaken.add(field);
    return true;
  });
};

/** Below this a guess is none: it is told as something that could not be told. */
const least = 0.4;

/** Whether a head speaks of what is only thought to come, which is no actual day or value. */
const promises = ({ about }: SeenColumn, { path }: Column): boolean =>
  path.some((step) => step.startsWith('actual')) &&
  about.words.some((word) => ['projected', 'forecast', 'estimated', 'expected', 'planned', 'prognose'].includes(word));

/** Whether any of a column's words is one that the field takes, or is known to stand for one. */
const isChoice = ({ words }: SeenColumn, kind: string, field: string, taken: readonly string[]): boolean =>
  [...words.keys()].some((word) => meaningOf(word, kind, field, taken) !== null);

/** What a word stands for in a field that takes a few only; null where nobody knows. */
export const meaningOf = (word: string, kind: string, field: string, taken: readonly string[]): string | null => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s_-]+/gu, ' ')
      .trim();
  const known = Object.entries(knownChoices[`${kind} ${field}`] ?? {});
  return (
    taken.find((each) => plain(each) === plain(word)) ??
    known.find(([, said]) => said.includes(plain(word)))?.[0] ??
    null
  );
};

/** How much of what stands in a column its field could hold: nothing fits that most cells contradict. */
const fitOf = (
  column: SeenColumn,
  { holds, path, refers }: Column,
  { kind, columns }: { readonly kind: string; readonly columns: readonly SeenColumn[] },
): number => {
  const { filled, days, amounts, percents, distinct, periods, length } = column;
  if (filled === 0 || column.about.period) return 0;
  const share = (count: number): number => (count / filled >= 0.6 ? count / filled : 0);
  switch (holds.type) {
    case 'day':
      return share(days);
    case 'decimal':
      return percents > filled / 2 || days > filled / 2 || column.about.isPercent ? 0 : share(amounts);
    case 'number':
    case 'whole':
      return days > filled / 2 ? 0 : share(amounts);
    case 'choice':
      return distinct <= 15 && amounts < filled / 2 && isChoice(column, kind, path.join('.'), holds.words) ? 1 : 0;
    case 'yes-no':
      return distinct <= 3 ? 1 : 0;
    case 'text': {
      if (refers !== undefined) return length > 60 || amounts > filled / 2 ? 0 : 1;
      if (days > filled / 2 || periods > filled / 2 || isOfPeople(column)) return 0;
      if (path.at(-1) === 'name')
        return amounts > filled / 2 || length > 120 ? 0 : Math.min(1, (2 * distinct) / filled);
      const isLongest = columns.every((other) => other.length <= length * 3);
      return amounts > filled / 2 ? 0 : isLongest ? 1 : 0.8;
    }
    case 'instant':
    case 'json':
    case 'list':
      return 0;
  }
};

/** The column by which records are told apart, and whether it has another value on each row. */
export type KeyGuess = { readonly column: SeenColumn; readonly isUnique: boolean };

const isMoney = (column: SeenColumn): boolean =>
  column.about.currency !== undefined ||
  column.about.times !== undefined ||
  column.currencies.size > 0 ||
  (holdsMostly(column, 'amounts') && !column.about.words.some((word) => keyWords.includes(word)));

/** One that has a value of its own on each row, best one that is called so; else one that is called after the kind. */
export const keyOf = (columns: readonly SeenColumn[], { nouns }: KnownKind): KeyGuess | undefined => {
  const scored = columns
    .filter(
      (column) =>
        column.filled > 0 &&
        !isMoney(column) &&
        !isOfPeople(column) &&
        (column.isUnique || column.days < column.filled / 2),
    )
    .map((column) => {
      const { words } = column.about;
      const isKey = words.some((word) => keyWords.includes(word)) ? 2 : 0;
      const isOwn = words.some((word) => nouns.includes(word)) ? 1 : 0;
      const isName = words.some((word) => ['name', 'title', ...nouns].includes(word)) ? 0.5 : 0;
      const isPlain = column.length <= 40 && column.amounts < column.filled ? 0.4 : 0;
      const named = isKey + isName === 0 ? 0 : isKey + isOwn + isName + isPlain;
      return {
        column,
        isUnique: column.isUnique,
        score: column.isUnique ? named + 10 * Math.sign(named) : isKey && isOwn ? named : 0,
      };
    });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0];
};
