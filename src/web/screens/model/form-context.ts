import { createContext, useContext } from 'react';
import type { ListedRecord } from '#api/records.ts';
import type { Objection } from './refused-fields.ts';

type FormContent = {
  readonly objections: readonly Objection[];
  /** The records that a field may name. */
  readonly choices: (kind: string) => readonly ListedRecord[];
};

export const FormContext = createContext<FormContent>({ objections: [], choices: () => [] });

export const useChoices = (kind: string): readonly ListedRecord[] => useContext(FormContext).choices(kind);

/** What is wrong with exactly this field. */
export const useObjection = (path: string): string | undefined =>
  useContext(FormContext)
    .objections.filter(({ field }) => field === path)
    .map(({ text }) => text)
    .join(' ') || undefined;

/** The name by which a field is found from what is said of it. */
export const idOfField = (path: string): string => `field-${path.replaceAll(/[^\w]+/gu, '-')}`;
