import { z } from 'zod';
import { endpoint } from './define.ts';
import { ImportOutcome } from './evidence.ts';

/** A file that a page handed to the server: looked at there, in no source of the workspace yet. */
export const Upload = z.object({ upload: z.string(), name: z.string(), bytes: z.int() });
export type Upload = z.infer<typeof Upload>;

/** Where a file is handed over, byte for byte as the body of the request; it is no endpoint, because it is no JSON. */
export const uploadPath = '/api/v1/uploads';

const one = { upload: z.string().regex(/^[0-9a-f]{32}$/u, 'what was answered when the file was handed over') };

export const suggestForUpload = endpoint({
  id: 'suggest-for-upload',
  method: 'post',
  path: `${uploadPath}/:upload/suggestion`,
  summary: 'Drafts the mapping of a file that was handed over, with the questions that only a person can answer',
  input: z.strictObject(one),
  answer: z.object({ yaml: z.string(), questions: z.array(z.string()) }),
});

export const previewUpload = endpoint({
  id: 'preview-upload',
  method: 'post',
  path: `${uploadPath}/:upload/preview`,
  summary: 'What would become of every row of a file that was handed over, read by a mapping; nothing is taken in',
  input: z.strictObject({
    ...one,
    /** The mapping as the text of a file under maps/. */
    mapping: z.string(),
    /** The source that it would be a file of, whose rows it may hold already; of none when left out. */
    source: z.string().optional(),
  }),
  answer: z.object({ timeZone: z.string(), outcome: ImportOutcome }),
});

export const forgetUpload = endpoint({
  id: 'forget-upload',
  method: 'post',
  path: `${uploadPath}/:upload/forget`,
  summary: 'Deletes a file that was handed over; one that nobody asked to delete goes after a day',
  input: z.strictObject(one),
  answer: z.object({ upload: z.string() }),
});
