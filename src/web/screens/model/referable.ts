import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { ListedRecord } from '#api/records.ts';
import { theRecords } from '../../queries.ts';
import { recordsOf } from './named.ts';
import { DesignContext, mostRecords } from './records.tsx';
import { referencesOf } from './references.ts';

/** All records that fields of a kind may name, by their kind; undefined until they are known. */
export const useReferable = (kind: string): ((of: string) => readonly ListedRecord[]) | undefined => {
  const design = useContext(DesignContext)?.design ?? undefined;
  const kinds = [...new Set(Object.values(referencesOf(kind)))];
  const { data } = useQuery({ ...theRecords({ kinds, design, limit: mostRecords }), enabled: kinds.length > 0 });
  if (kinds.length > 0 && !data) return undefined;
  return (of) => recordsOf(data?.records ?? [], of);
};
