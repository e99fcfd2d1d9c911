import { z } from 'zod';
import { RecordEdit } from '#model/record-edit.ts';
import { endpoint } from './define.ts';
import { notices, RecordChange } from './model.ts';

const why = {
  reason: z.string().min(1, 'a reason for the history'),
  dryRun: z.boolean().default(false),
};

/** What several edits did, all of them or none; no change set where nothing differs. */
export const changed = z.object({
  dryRun: z.boolean(),
  changes: z.array(RecordChange),
  actor: z.string(),
  changeSet: z.int().nullable(),
  notices,
});
export type Changed = z.infer<typeof changed>;

export const changeRecords = endpoint({
  id: 'change-records',
  method: 'post',
  path: '/api/v1/changes',
  summary: 'Changes, adds and closes several records as one change set, all or none; a dry run only shows it',
  input: z.strictObject({ ...why, edits: z.array(RecordEdit).min(1, 'at least one edit').max(10_000) }),
  answer: changed,
});

export const undoChange = endpoint({
  id: 'undo-change',
  method: 'post',
  path: '/api/v1/changes/:changeSet/undo',
  summary: 'Makes every record of one change set say what it said before, where none was changed since',
  input: z.strictObject({ ...why, changeSet: z.int().min(1) }),
  answer: changed,
});

export const importModel = endpoint({
  id: 'import-model',
  method: 'post',
  path: '/api/v1/model/import',
  summary: 'Takes the text of a model file into the store, as one change set; a dry run shows what would change',
  input: z.strictObject({
    ...why,
    text: z.string().max(8_000_000),
    /** Under which key the design of the text is kept; its own when left out. */
    as: z.string().optional(),
    /** The text is all of the design: records of it that the text does not state are closed. */
    whole: z.boolean().default(false),
  }),
  answer: changed,
});
