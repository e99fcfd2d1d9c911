import { Worker } from 'node:worker_threads';
import { Fault } from '#model/fault.ts';
import type { ExportedModel, ModelExport } from './archimate/export.ts';
import type { ReadFile, ReadRequest } from './define.ts';
import type { Suggestion } from './suggest/suggestion.ts';

/** What is done in a thread of its own, by what it is handed and what it answers. */
export type Tasks = {
  readonly read: {
    readonly given: { readonly format: string; readonly request: ReadRequest };
    readonly answer: ReadFile;
  };
  readonly suggest: { readonly given: ReadRequest; readonly answer: Suggestion };
  readonly exportModel: { readonly given: ModelExport; readonly answer: ExportedModel };
};

export type Told<Answer> =
  | { readonly answer: Answer }
  | {
      readonly fault: {
        readonly code: Fault['code'];
        readonly detail: Fault['detail'];
        readonly place: Fault['place'];
      };
    };

type Limits = { readonly seconds: number; readonly megabytes: number };
const usualLimits: Limits = { seconds: 600, megabytes: 2_000 };

/**
 * Reads a file in a thread of its own, which is ended when it takes longer or more memory than any honest file: whatever is
 * in it, the others are answered.
 */
export const readApart = (format: string, request: ReadRequest, limits?: Limits): Promise<ReadFile> =>
  doneApart('read', { format, request }, request.name, limits);

/** Drafts a mapping for a table in the same way. */
export const suggestApart = (request: ReadRequest): Promise<Suggestion> => doneApart('suggest', request, request.name);

/** Writes records into a model in the same way. */
export const exportApart = (asked: ModelExport): Promise<ExportedModel> =>
  doneApart('exportModel', asked, asked.onto.name);

const doneApart = async <Task extends keyof Tasks>(
  task: Task,
  given: Tasks[Task]['given'],
  path: string,
  limits: Limits = usualLimits,
): Promise<Tasks[Task]['answer']> => {
  const worker = new Worker(new URL(import.meta.resolve('#record-files/read-worker.ts')), {
    workerData: { task, given },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path, why });
  const answer = Promise.withResolvers<Told<Tasks[Task]['answer']>>();
  worker.on('message', answer.resolve);
  worker.on('error', (error: Error & { readonly code?: string }) =>
    answer.reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse(`reading it takes more than ${limits.megabytes.toLocaleString('en')} megabytes of memory`)
        : error,
    ),
  );
  const timer = setTimeout(
    () => answer.reject(refuse(`reading it takes longer than ${limits.seconds} seconds`)),
    limits.seconds * 1000,
  );
  try {
    const told = await answer.promise;
    if (!('fault' in told)) return told.answer;
    throw new Fault(told.fault.code, told.fault.detail, told.fault.place);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
