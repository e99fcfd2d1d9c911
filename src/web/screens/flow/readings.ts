import { useQuery } from '@tanstack/react-query';
import type { Reading } from '#model/reading.ts';
import { theReadings } from '../../queries.ts';
import { useLooked } from './looked.ts';

/** What a figure says of the cases that are looked at; undefined until it is read. */
export const useReading = (id: string): { readonly reading: Reading | undefined; readonly error: Error | null } => {
  const { where, ...at } = useLooked();
  const { data, error } = useQuery(theReadings(id, where, at));
  return { reading: data?.readings[0], error };
};
