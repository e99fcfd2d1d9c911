import { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { Job, ShownJob, showJob } from '#api/jobs.ts';
import { ask, Refused, requestOf, sent } from './ask.ts';

const Told = z.object({ text: z.string() });

/** How far a job is, in words, as often as the server tells it. */
export type Watch = (job: { readonly id: number; readonly state: Job['state']; readonly progress: string }) => void;

/**
 * Orders long work and waits for its end, telling how far it is.
 *
 * The job is the server's: a page that is closed breaks nothing off, and a line that breaks is taken up again. After a
 * restart of the server the job is whole and its answer is gone, which is told as null.
 */
export const order = async <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
  watch: Watch = () => undefined,
): Promise<z.output<Answer> | null> => {
  const { id } = await promised(endpoint, input);
  return answerOf(endpoint, await ended(id, watch));
};

/** Orders long work, and comes back with its number as soon as it is written down. */
export const promised = async <Input extends z.ZodType>(endpoint: Endpoint<Input>, input: z.input<Input>) =>
  ShownJob.parse(await sent(requestOf(endpoint, Object(input), { prefer: 'respond-async' })));

/** Waits for the end of a job that was ordered before, as by a page that was loaded anew meanwhile. */
export const ended = (id: number, watch: Watch): Promise<number> =>
  new Promise((done) => {
    const line = new EventSource(`/api/v1/jobs/${id}/progress`);
    let state: Job['state'] = 'waiting';
    line.addEventListener('job', ({ data }) => {
      const job = Job.parse(JSON.parse(data));
      ({ state } = job);
      watch({ id, state, progress: '' });
      if (job.endedAt === null) return;
      line.close();
      done(id);
    });
    // A line that breaks is taken up again by the browser; one that the server closed says that there is no more.
    line.addEventListener('error', () => line.readyState === EventSource.CLOSED && done(id));
    line.addEventListener('progress', ({ data }) => watch({ id, state, progress: Told.parse(JSON.parse(data)).text }));
  });

const answerOf = async <Answer extends z.ZodType>(
  { answer }: Endpoint<z.ZodType, Answer>,
  id: number,
): Promise<z.output<Answer> | null> => {
  const job = await ask(showJob, { id });
  if (job.state === 'failed' && job.problem) throw new Refused(job.problem);
  if (job.state !== 'done') throw new Refused(brokenOff(job.state));
  return job.answer == null ? null : answer.parse(job.answer);
};

const brokenOff = (state: Job['state']): Refused['problem'] =>
  state === 'cancelled'
    ? { title: 'cancelled', status: 409, detail: 'It was broken off. It can be ordered again.', code: 'job-cancelled' }
    : { title: state, status: 409, detail: 'The server was killed meanwhile.', code: 'job-interrupted' };
