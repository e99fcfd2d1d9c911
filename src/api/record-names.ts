import { z } from 'zod';
import { endpoint } from './define.ts';

export const listRecordNames = endpoint({
  id: 'list-record-names',
  stands: true,
  method: 'get',
  path: '/api/v1/record-names',
  summary: 'How people call what rows and findings name by key, where that is another word',
  input: z.strictObject({}),
  answer: z.object({
    /** By kind and key (`team billing`), and by the key alone for the first kind that has it. */
    names: z.record(z.string(), z.string()),
  }),
});
