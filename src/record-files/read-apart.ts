import { Worker } from 'node:worker_threads';
import { Fault } from '#model/fault.ts';
import type { ReadFile, ReadRequest } from './define.ts';
import type { Suggestion } from './suggest/suggestion.ts';

/** What the thread is handed (to read by a format, or to draft a mapping where none is named), and what it says. */
export type Apart = { readonly format: string | undefined; readonly request: ReadRequest };
export type Told =
  | { readonly read: ReadFile }
  | { readonly suggested: Suggestion }
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
export const readApart = async (
  format: string,
  request: ReadRequest,
  limits: Limits = usualLimits,
): Promise<ReadFile> => {
  const told = await heard(format, request, limits);
  if ('read' in told) return told.read;
  throw new Error('a file was drafted that was to be read');
};

/** Drafts a mapping for a table in the same way. */
export const suggestApart = async (request: ReadRequest, limits: Limits = usualLimits): Promise<Suggestion> => {
  const told = await heard(undefined, request, limits);
  if ('suggested' in told) return told.suggested;
  throw new Error('a file was read that was to be drafted');
};

const heard = async (
  format: string | undefined,
  request: ReadRequest,
  limits: Limits,
): Promise<Exclude<Told, { readonly fault: unknown }>> => {
  const worker = new Worker(new URL(import.meta.resolve('#record-files/read-worker.ts')), {
    workerData: { format, request } satisfies Apart,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path: request.name, why });
  const answer = Promise.withResolvers<Told>();
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
    if (!('fault' in told)) return told;
    throw new Fault(told.fault.code, told.fault.detail, told.fault.place);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
