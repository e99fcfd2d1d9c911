import { Refused } from '../../ask.ts';
import { spoken } from './named.ts';

/** What is wrong with one field of a form, in words; without a field it is the record that is wrong. */
export type Objection = { readonly field: string; readonly text: string };

type Told = { readonly field: string; readonly found: string; readonly expected: string; readonly closest?: string };

/** What a refusal holds against single fields; undefined where it is about something else. */
export const objectionsIn = (error: unknown, record: { readonly kind: string; readonly key: string }) => {
  if (!(error instanceof Refused)) return undefined;
  const { code, fault } = error.problem;
  if (code === 'input-refused') {
    const { more = [], ...first } = fault as Told & { readonly more?: readonly Told[] };
    return [first, ...more].map(({ field, found, expected, closest }) => ({
      field,
      text: `${field} is ${found}; ${expected} was expected.${closest ? ` Did you mean ${closest}?` : ''}`,
    }));
  }
  if (code === 'record-changed' && (fault as { readonly expected: number }).expected === 0) {
    return [
      { field: 'key', text: `There is a ${spoken(record.kind)} ${record.key} already; another key was expected.` },
    ];
  }
  if (code !== 'records-contradict') return undefined;
  const { contradictions } = fault as { readonly contradictions: readonly string[] };
  return contradictions.map((text): Objection => objectionOf(text, record));
};

/** `team pay, parent: found "nobody", expected the key of a team` is about the parent where the form is of the team pay. */
const objectionOf = (text: string, { kind, key }: { readonly kind: string; readonly key: string }): Objection => {
  const start = `${kind} ${key}, `;
  const at = text.indexOf(': ');
  if (!text.startsWith(start) || at < 0) return { field: '', text };
  const field = text.slice(start.length, at);
  return { field, text: `${field}: ${text.slice(at + 2)}.` };
};
