import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { cancelJob, listJobs } from '#api/jobs.ts';
import { ask } from './ask.ts';
import { ended, order, type Watch } from './order.ts';
import { useView } from './view.ts';

type Running = Parameters<Watch>[0];

type Run = <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
) => Promise<z.output<Answer> | null>;

type Work = {
  readonly running: Running | undefined;
  readonly run: Run;
  /** Shows a job that was ordered, and has all that was known asked anew when it is over, whatever page is looked at then. */
  readonly follow: (id: number) => Promise<void>;
};

const WorkContext = createContext<Work | undefined>(undefined);

/** Orders long work of the server, and knows what is being done. */
export const useWork = (): Work => {
  const work = use(WorkContext);
  if (!work) throw new Error('work was ordered where nobody shows it');
  return work;
};

/**
 * Where long work is shown, whichever page ordered it: a page that was loaded anew meanwhile finds it running.
 *
 * The server answers nothing else until it is done, so this stands above every page but the one whose address names the job;
 * all that was known is asked anew after it.
 */
export function WorkPlace({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const view = useView();
  const [running, setRunning] = useState<Running>();
  const watch = useCallback<Watch>((job) => setRunning((before) => told(before, job)), []);
  const over = useCallback(async () => {
    setRunning(undefined);
    await queries.invalidateQueries();
  }, [queries]);
  const run = useCallback<Run>(
    async (endpoint, input) => {
      try {
        return await order(endpoint, input, watch);
      } finally {
        await over();
      }
    },
    [watch, over],
  );
  const follow = useCallback(
    async (id: number) => {
      await ended(id, watch);
      await over();
    },
    [watch, over],
  );
  useEffect(() => {
    found()
      .then((id) => (id === undefined ? undefined : follow(id)))
      .catch(() => undefined);
  }, [follow]);
  return (
    <WorkContext value={{ running, run, follow }}>
      {running && running.id !== view.job && <Strip running={running} />}
      {children}
    </WorkContext>
  );
}

/** A word of how far it is stands until the next one. */
const told = (before: Running | undefined, job: Running): Running =>
  job.progress === '' && before?.id === job.id ? { ...job, progress: before.progress } : job;

/** A job that is not over, as a page that comes back finds it. */
const found = async (): Promise<number | undefined> => {
  const { jobs } = await ask(listJobs, { limit: 5 });
  return jobs.find(({ state }) => state === 'running' || state === 'waiting')?.id;
};

function Strip({ running: { id, state, progress } }: { readonly running: Running }) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="work" role="status">
      <span className="work-mark" aria-hidden="true" />
      <p>{asked ? 'Breaking it off …' : progress || (state === 'waiting' ? 'Waiting for its turn …' : 'Working …')}</p>
      <button
        type="button"
        disabled={asked}
        onClick={() => {
          setAsked(true);
          // What was over by then cannot be broken off, which the strip says by going.
          ask(cancelJob, { id }).catch(() => undefined);
        }}
      >
        Cancel
      </button>
    </div>
  );
}
