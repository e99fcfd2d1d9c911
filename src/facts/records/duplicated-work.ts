import type { RecordTable } from './define.ts';
import { beginIfAny } from './planning.ts';

/** Every initiative of every duplication, from when until when it lasts, and since when it is confirmed: null where it is not. */
export const duplicatedWork: RecordTable = {
  name: 'duplicated_work',
  columns: {
    duplication: 'text',
    capability: 'text',
    initiative: 'text',
    overlap: 'double',
    confirmed: 'double',
    lasts_from: 'double',
    lasts_until: 'double',
  },
  instants: ['confirmed'],
  rows: (records) =>
    records.model.duplications.flatMap(({ key, capability, initiatives, overlap, confirmed, from, to }) => {
      const begins = [confirmed?.on, from, to].map((day) => beginIfAny(day, records));
      return initiatives.map((initiative) => [key, capability, initiative, overlap, ...begins]);
    }),
};
