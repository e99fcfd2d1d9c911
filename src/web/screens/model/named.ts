import type { ListedRecord } from '#api/records.ts';

/** A record as an address names it: `team:billing`; keys have no colon. */
export type RecordName = { readonly kind: string; readonly key: string };

export const textOfName = ({ kind, key }: RecordName): string => `${kind}:${key}`;

export const nameIn = (text: string): RecordName | undefined => {
  const [kind = '', ...rest] = text.split(':');
  const key = rest.join(':');
  return kind === '' || key === '' ? undefined : { kind, key };
};

/** Names of records by what kind they are of. */
export const recordsOf = (records: readonly ListedRecord[], kind: string): readonly ListedRecord[] =>
  records.filter((record) => record.kind === kind);

/** `decision-right` and `costPerFteYear` as a person reads them. */
export const spoken = (name: string): string =>
  name
    .replaceAll(/[-.]/gu, ' ')
    .replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/\bfte\b/giu, 'FTE')
    .replaceAll(/\bwip\b/giu, 'WIP');

/** A field that holds one word or number, as text; empty where it holds nothing, or more than that. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
