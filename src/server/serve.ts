import { getRequestListener } from '@hono/node-server';
import { takeInUpload } from '#api/uploads.ts';
import type { Handler } from '#handlers/define.ts';
import type { Surroundings } from '#handlers/surroundings.ts';
import { isOver, type Jobs } from '#jobs/jobs.ts';
import { Fault } from '#model/fault.ts';
import { Access, entrance } from './access.ts';
import { appOf } from './app.ts';
import { Desk } from './desk.ts';
import { jobsOf } from './jobs-of.ts';
import { Listening } from './listening.ts';
import { loopback } from './loopback.ts';
import { pagesIn } from './pages.ts';
import { type Asks, firstAsked, warmNext, warmUp } from './warm-up.ts';

export type Serving = {
  /** Where it can be asked. */
  readonly address: string;
  /** Where people of other machines come in, once; nothing where no other machine can reach it. */
  readonly entrance?: string | undefined;
  /** Answers what was asked already, lets go of the workspace, and asks no more. */
  readonly close: () => Promise<void>;
};

export type Wanted = {
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** An address at which other machines can ask too; this machine alone when left out. */
  readonly host?: string | undefined;
  readonly handlers: readonly Handler[];
  readonly version: string;
  /** Where the pages lie that were built. */
  readonly pages: string;
  readonly onBug: (error: unknown) => void;
};

/** Holds a workspace and serves it, on this machine alone where nothing else is asked for. */
export const serveWorkspace = async (
  { folder, port, host, handlers, version, pages, onBug }: Wanted,
  surroundings: Omit<Surroundings, 'address' | 'key'>,
): Promise<Serving> => {
  const listening = await Listening.on(port, host);
  const address = `http://${loopback}:${listening.port}`;
  const access = host === undefined ? undefined : new Access(surroundings.random);
  const desk = new Desk(folder, { ...surroundings, address, key: access?.key });
  try {
    await desk.open();
  } catch (error) {
    await listening.close(async () => undefined);
    throw error;
  }
  const jobs = jobsOf({ folder, desk, handlers, onBug }, surroundings.now);
  const app = appOf({ desk, jobs, handlers, version, pages: pagesIn(pages), access, onBug });
  listening.answer(getRequestListener(app.fetch));
  jobs.takeUp();
  // What cannot be undone yet is tried again by the next server.
  void desk.undoBegun(takenUp(jobs)).catch((error: unknown) => {
    if (!(error instanceof Fault)) onBug(error);
  });
  const leaving = new AbortController();
  const asks: Asks = async (endpoint, input) => {
    const handler = handlers.find((each) => each.endpoint.id === endpoint.id);
    if (!handler) throw new Error(`nobody answers ${endpoint.id}`);
    const { answer } = await desk.answer(handler, endpoint.input.parse(input), {
      signal: leaving.signal,
      notice: () => undefined,
    });
    return endpoint.answer.parse(answer);
  };
  // What cannot be answered yet is told to whoever asks for it.
  const warm = desk
    .isBuilt()
    .then((built) => (built ? askedAhead(desk, asks) : undefined))
    .catch(() => undefined);
  return {
    address,
    entrance: access && `http://${nameOf(host, surroundings.host)}:${listening.port}${entrance}?token=${access.token}`,
    close: () =>
      listening.close(async () => {
        leaving.abort();
        await warm;
        await jobs.leave();
        await desk.close();
      }),
  };
};

/** Finds out what is asked first and next, and keeps what is asked first for the server after this one. */
const askedAhead = async (desk: Desk, asks: Asks): Promise<void> => {
  await warmUp(asks);
  await desk.keepAnswers(firstAsked);
  await warmNext(asks);
};

/** What is on its way in by a job that goes on. */
const takenUp = (jobs: Jobs): ReadonlySet<string> =>
  new Set(
    jobs
      .list({ limit: Number.POSITIVE_INFINITY })
      .filter((job) => job.endpoint === takeInUpload.id && !isOver(job))
      .map(({ input }) => takeInUpload.input.parse(input).upload),
  );

/** By which name others reach an address; some stand for all that a machine has. */
const nameOf = (host: string | undefined, machine: string): string => {
  if (host === undefined || host === '0.0.0.0' || host === '::') return machine;
  return host.includes(':') ? `[${host}]` : host;
};
