import { spoken, wordOf } from './named.ts';

const longest = 400;

/** A value in one line, as it may be read beside another one. */
export const valueText = (value: unknown): string => {
  const text = written(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

const written = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inside).join(', ');
  if (typeof value !== 'object') return wordOf(value);
  return Object.entries(value)
    .map(([name, each]) => `${spoken(name)} ${inside(each)}`)
    .join(', ');
};

/** What has parts of its own stands in brackets inside another value. */
const inside = (value: unknown): string =>
  typeof value === 'object' && value !== null ? `(${written(value)})` : written(value);
