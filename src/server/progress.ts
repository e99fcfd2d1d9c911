import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { isOver, type Jobs } from '#jobs/jobs.ts';
import type { JobEvent } from '#jobs/watched.ts';

/** How often a line on which nothing happens is kept open, in ms: less than anybody on the way waits. */
const heartbeat = 15_000;

/**
 * What happens to a job, as server-sent events: `job` when it became another, `progress` while it runs.
 *
 * It ends with the job. A browser asks again by itself then, and is told that there is no more (204).
 */
export const jobProgress = (context: Context, jobs: Jobs, id: number, beat = heartbeat): Response => {
  const last = context.req.header('last-event-id');
  const missed: JobEvent[] = [];
  jobs.watch(id, (event) => missed.push(event), last)();
  if (missed.length === 0 && isOver(jobs.show(id))) return context.body(null, 204);
  return streamSSE(context, async (stream) => {
    const over = Promise.withResolvers<void>();
    stream.onAbort(() => over.resolve());
    let writing = Promise.resolve();
    const leave = jobs.watch(
      id,
      ({ id: event, name, data }) => {
        writing = writing.then(() => stream.writeSSE({ id: event, event: name, data: JSON.stringify(data) }));
        if (isOver(jobs.show(id))) over.resolve();
      },
      last,
    );
    if (isOver(jobs.show(id))) over.resolve();
    const beats = setInterval(() => void stream.write(': alive\n\n'), beat);
    await over.promise;
    clearInterval(beats);
    leave();
    await writing;
  });
};
