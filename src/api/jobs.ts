import { z } from 'zod';
import { endpoint } from './define.ts';
import { ImportRun } from './evidence.ts';

/**
 * Long work, ordered by a request that does not wait for its end.
 *
 * Its answer is kept by the server that gave it and by nobody else: it may hold what rows hold, and is no part of what is
 * written down about the job.
 */
export const Job = z.object({
  id: z.int(),
  /** The endpoint that is asked, and what it is asked. */
  endpoint: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** `interrupted`: the server was killed meanwhile, and it is for somebody to look whether to order it again. */
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
  /** Through which door it was ordered. */
  via: z.string(),
  orderedAt: z.iso.datetime(),
  begunAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** When somebody asked to break it off; it may have been done before that was possible. */
  cancelAskedAt: z.iso.datetime().nullable(),
  /** When a server found that the one before it was killed while this ran. */
  interruptedAt: z.array(z.iso.datetime()),
  /** Imports that stand whole although the work was broken off. */
  stands: z.array(ImportRun),
  /** Why it failed, as the request would have been answered. */
  problem: z.looseObject({ title: z.string(), status: z.int(), detail: z.string() }).nullable(),
});
export type Job = z.infer<typeof Job>;

/** A job as it is shown: with what is going on. */
export const ShownJob = Job.extend({
  progress: z.string().nullable(),
  /** What is done before a job that waits. */
  waitsFor: z.string().nullable(),
});
export type ShownJob = z.infer<typeof ShownJob>;

export const listJobs = endpoint({
  id: 'list-jobs',
  byServer: true,
  method: 'get',
  path: '/api/v1/jobs',
  summary: 'Long work that was ordered of this server and of those before it, newest first',
  input: z.strictObject({
    limit: z.int().min(1).max(1000).default(50),
    /** Only jobs before this one. */
    before: z.int().optional(),
  }),
  answer: z.object({ jobs: z.array(ShownJob) }),
});

const one = z.strictObject({ id: z.int() });

export const showJob = endpoint({
  id: 'show-job',
  byServer: true,
  method: 'get',
  path: '/api/v1/jobs/:id',
  summary: 'One job, and its answer as long as the server that gave it still has it',
  input: one,
  answer: ShownJob.extend({ answer: z.unknown() }),
});

export const cancelJob = endpoint({
  id: 'cancel-job',
  byServer: true,
  method: 'post',
  path: '/api/v1/jobs/:id/cancel',
  summary: 'Breaks a job off; of an import, whole files stay or nothing does, and it can be ordered again',
  input: one,
  answer: ShownJob,
});
