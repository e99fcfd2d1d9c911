import type { Table } from './table.ts';

/** What a column of the sample is like. */
export type Profile = {
  readonly name: string;
  readonly index: number;
  /** The name in lower-case words: `sysModCount` and `sys_mod_count` are both `sys mod count`. */
  readonly words: string;
  /** Each value that is not missing, with the rows that hold it. */
  readonly values: ReadonlyMap<string, number>;
  /** The share of rows that have a value. */
  readonly filled: number;
};

/** Words that stand for a missing value when they are a whole field. */
const missingWords = ['?', '-', '--', 'NULL', 'null', '\\N', 'N/A', 'n/a', '#N/A', 'NaN', 'nan', '(empty)', '(null)'];

/** Those of them that the sample holds. */
export const missingIn = ({ rows }: Table): string[] => {
  const found = new Set<string>();
  for (const row of rows) for (const field of row) if (field.length <= 7) found.add(field);
  return missingWords.filter((word) => found.has(word));
};

export const profilesOf = ({ columns, rows }: Table, missing: readonly string[]): Profile[] =>
  columns.map((name, index) => {
    const values = new Map<string, number>();
    let filled = 0;
    for (const row of rows) {
      const value = row[index] ?? '';
      if (value === '' || missing.includes(value)) continue;
      filled++;
      values.set(value, (values.get(value) ?? 0) + 1);
    }
    return { name, index, words: wordsOf(name), values, filled: filled / Math.max(1, rows.length) };
  });

/** Jira writes `Custom field (Squad)` for a field that is called Squad on its screens. */
const fieldPrefix = /^(custom field|benutzerdefiniertes feld|champ personnalisé) \((.*)\)( \(\d+\))?$/iu;

/** Azure DevOps writes `System.State` and `Microsoft.VSTS.Common.Priority` for what its screens call State and Priority. */
const namePrefix = /^(System|Custom|Microsoft\.VSTS\.[A-Za-z]+)\.(?=[A-Za-z])/u;

export const wordsOf = (name: string): string =>
  name
    .replace(namePrefix, '')
    .replace(fieldPrefix, '$2')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The share of a column's different values that a test takes; 0 for an empty column. */
export const share = ({ values }: Profile, takes: (value: string) => boolean): number => {
  let taken = 0;
  for (const value of values.keys()) if (takes(value)) taken++;
  return values.size === 0 ? 0 : taken / values.size;
};

/** Whether most of a column's values are JSON: a payload to be taken apart first, and no part of a log. */
export const holdsJson = (profile: Profile): boolean => share(profile, isJson) > 0.5;

const isJson = (value: string): boolean => {
  if (!/^[[{][\s\S]*[\]}]$/u.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
};

/** How early a name meets a list of patterns: 1 for the first, down to nearly 0 for the last, 0 for none. */
export const rank = (words: string, patterns: readonly RegExp[]): number => {
  const index = patterns.findIndex((pattern) => pattern.test(words));
  return index < 0 ? 0 : 1 - index / patterns.length;
};

/** The profile with the highest score above 0. */
export const best = (profiles: readonly Profile[], score: (profile: Profile) => number): Profile | undefined => {
  let found: Profile | undefined;
  let highest = 0;
  for (const profile of profiles) {
    const value = score(profile);
    if (value > highest) [found, highest] = [profile, value];
  }
  return found;
};
