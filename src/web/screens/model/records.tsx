import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ListedRecord, listRecords, showRecord } from '#api/records.ts';
import { designKinds } from '#model/records.ts';
import { theRecords } from '../../queries.ts';
import { useView } from '../../view.ts';
import { type RecordName, recordsOf } from './named.ts';

/** All kinds that a design is made of, and what it is about. */
const inDesign = [
  ...designKinds,
  'design',
  'capability',
  'goal',
  'goal-capability',
  'service',
  'outcome',
  'initiative',
];

/** As many as are ever asked for at once. */
export const mostRecords = 10_000;

/** One record as its page shows it. */
export type Shown = (typeof showRecord)['answer']['_output'];

export type Listed = (typeof listRecords)['answer']['_output'];

/** The design that the address names, or the one in force, as it stands or stood. */
export const useDesign = () => {
  const { design, asOf } = useView();
  return useQuery(theRecords({ kinds: inDesign, design, asOf, limit: mostRecords }));
};

export const DesignContext = createContext<Listed | undefined>(undefined);

/** The design that a tab shows; tabs are drawn once it is known. */
export const useListed = (): Listed => {
  const listed = useContext(DesignContext);
  if (!listed) throw new Error('a tab was drawn before the design was known');
  return listed;
};

export const useKind = (kind: string): readonly ListedRecord[] => recordsOf(useListed().records, kind);

/** What people read of a record that another names by its key. */
export const useNames = (): ((name: RecordName) => string) => {
  const { records } = useListed();
  return ({ kind, key }) => records.find((record) => record.kind === kind && record.key === key)?.name ?? key;
};

/** Whether what is looked at can be changed: the past cannot. */
export const useEditable = (): boolean => useView().asOf === undefined;
