import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { cancelJob } from '#api/jobs.ts';
import type { previewUpload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import { order } from '../../order.ts';

export type LongWork<Answer> = {
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly progress: string;
  readonly again: () => void;
};

/** What would become of the rows of a file. */
export type Rows = LongWork<z.output<typeof previewUpload.answer>>;

/**
 * What takes long, asked as a question: how far it is, and its answer. It is broken off when nobody looks any more.
 *
 * `version` tells what is asked about from what it was before: the answer to that is no answer to this.
 */
export const useLongWork = <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
  { version, enabled = true }: { readonly version: string; readonly enabled?: boolean },
): LongWork<z.output<Answer>> => {
  const [progress, setProgress] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: [endpoint.id, input, version],
    queryFn: ({ signal }) => ordered(endpoint, input, signal, setProgress),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { data, error, progress, again: () => void refetch() };
};

const ordered = async <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<z.output<Answer>> => {
  let stop: (() => void) | undefined;
  const answer = await order(endpoint, input, ({ id, state, progress }) => {
    const isOver = state !== 'waiting' && state !== 'running';
    if (isOver && stop) signal.removeEventListener('abort', stop);
    if (!isOver && !stop) stop = onceAborted(signal, () => void ask(cancelJob, { id }).catch(() => undefined));
    say(progress === '' && state === 'waiting' ? 'waiting for its turn' : progress);
  });
  // A server that was started anew meanwhile has no answers from before.
  return answer ?? ask(endpoint, input, signal);
};

/** Does something when nobody wants the answer any more, which may be so already. */
const onceAborted = (signal: AbortSignal, stop: () => void): (() => void) => {
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return stop;
};
