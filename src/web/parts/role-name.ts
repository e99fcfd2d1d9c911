import { useQuery } from '@tanstack/react-query';
import { theRecords } from '../queries.ts';
import { useView } from '../view.ts';

/** What people call a role that a record names by its key; the key until names are there, and where none is on record. */
export const useRoleName = (): ((key: string) => string) => {
  const { data } = useQuery(theRecords({ kinds: ['role'], asOf: useView().asOf }));
  const names = new Map(data?.records.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
};
