import type { Context, Hono } from 'hono';
import { cancelJob, listJobs, type ShownJob, showJob } from '#api/jobs.ts';
import { isOver, type Jobs } from '#jobs/jobs.ts';
import { inputReader } from './input.ts';
import { jobProgress } from './progress.ts';

/** Whether whoever asks would rather not wait for the answer (RFC 7240): `Prefer: respond-async`. */
export const prefersJob = (prefer: string | undefined): boolean =>
  (prefer ?? '').split(',').some((wish) => wish.trim().toLowerCase() === 'respond-async');

/** The answer to an order that is not waited for: what became of it so far, and where to look. */
export const ordered = (context: Context, job: ShownJob): Response =>
  context.json(job, 202, { location: `/api/v1/jobs/${job.id}`, 'preference-applied': 'respond-async' });

/** What a server says of its jobs. It needs no turn at the desk: it is asked while one is under way. */
export const answerJobs = (app: Hono, jobs: Jobs): void => {
  const readList = inputReader(listJobs);
  app.get(listJobs.path, (context) => {
    const asked = listJobs.input.parse(readList({ params: {}, query: context.req.queries(), body: '' }));
    const shown = jobs.list(asked);
    const before = shown.at(-1)?.id;
    if (before !== undefined && jobs.list({ before, limit: 1 }).length > 0) {
      context.header('link', `<${listJobs.path}?limit=${asked.limit}&before=${before}>; rel="next"`);
    }
    return context.json({ jobs: shown });
  });
  const readOne = inputReader(showJob);
  const idIn = (params: Record<string, string>): number =>
    showJob.input.parse(readOne({ params, query: {}, body: '' })).id;
  app.get(showJob.path, (context) => context.json(jobs.show(idIn(context.req.param()))));
  app.get(progressPath, (context) => jobProgress(context, jobs, idIn(context.req.param())));
  app.post(cancelJob.path, async (context) => {
    const job = await jobs.cancel(idIn(context.req.param()));
    return context.json(job, isOver(job) ? 200 : 202);
  });
};

const progressPath = `${showJob.path}/progress`;
