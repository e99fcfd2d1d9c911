import { editDistance } from '#model/closest.ts';

/** How alike two names are, from 0 to 1, and what makes them so. */
export type Likeness = { readonly likeness: number; readonly why: 'same' | 'same-words' | 'initials' | 'alike' };

/**
 * How likely a raw name means what a key or a name of a record says.
 *
 * Case, accents, spaces and signs count for nothing; then the words in any order, then initials (`CAB`), then how many
 * words are nearly the same and how few letters differ. Words that only say what kind of thing is meant tell nothing.
 */
export const likenessOf = (raw: string, text: string): Likeness => {
  const [own, other] = [wordsOf(raw), wordsOf(text)];
  const [one, two] = [own.join(''), other.join('')];
  if (one === '' || two === '') return { likeness: 0, why: 'alike' };
  if (one === two) return { likeness: 1, why: 'same' };
  if (sorted(meant(own)) === sorted(meant(other))) return { likeness: 0.95, why: 'same-words' };
  if (isInitials(own, other) || isInitials(other, own)) return { likeness: 0.8, why: 'initials' };
  const likeness = 0.9 * Math.max(sharedWords(meant(own), meant(other)), lettersAlike(one, two));
  return { likeness, why: 'alike' };
};

/** Below this a guess would send people astray more often than it helps. */
export const leastLikely = 0.5;

/** `In Prüfung` and `inPruefung` and `IN_PRUFUNG` as the same words. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äöü]/gu, (letter) => umlauts[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const sayingKind = new Set(['team', 'group', 'dept', 'department', 'squad', 'the', 'of', 'and', 'for']);

/** The words that tell one thing from another; all of them where none would be left. */
const meant = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !sayingKind.has(word));
  return telling.length === 0 ? words : telling;
};

const sorted = (words: readonly string[]): string => words.toSorted().join(' ');

const isInitials = (short: readonly string[], long: readonly string[]): boolean => {
  const [word = ''] = short;
  return short.length === 1 && word.length > 1 && long.length === word.length && word === firstLetters(long);
};

const firstLetters = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('');

/** Twice the words that both have, by all words (Dice); a word that is begun alike or misspelt counts for a part. */
const sharedWords = (own: readonly string[], other: readonly string[]): number => {
  const best = (word: string, among: readonly string[]): number =>
    Math.max(0, ...among.map((candidate) => wordAlike(word, candidate)));
  const one = own.reduce((sum, word) => sum + best(word, other), 0);
  const two = other.reduce((sum, word) => sum + best(word, own), 0);
  return (one + two) / (own.length + other.length);
};

const shortestStem = 3;

const wordAlike = (a: string, b: string): number => {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= shortestStem && long.startsWith(short)) return 0.8;
  const alike = lettersAlike(a, b);
  return alike >= 0.75 ? alike : 0;
};

const lettersAlike = (a: string, b: string): number => 1 - editDistance(a, b) / Math.max(a.length, b.length);
