import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Handler } from '#handlers/define.ts';
import type { Surroundings } from '#handlers/surroundings.ts';
import { Fault } from '#model/fault.ts';
import { appOf } from './app.ts';
import { Desk } from './desk.ts';
import { jobsOf } from './jobs-of.ts';
import { loopback } from './loopback.ts';
import { pagesIn } from './pages.ts';

export type Serving = {
  /** Where it can be asked. */
  readonly address: string;
  /** Answers what was asked already, lets go of the workspace, and asks no more. */
  readonly close: () => Promise<void>;
};

export type Wanted = {
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly handlers: readonly Handler[];
  readonly version: string;
  /** Where the pages lie that were built. */
  readonly pages: string;
  readonly onBug: (error: unknown) => void;
};

/** Holds a workspace and serves it on this machine alone. */
export const serveWorkspace = async (
  { folder, port, handlers, version, pages, onBug }: Wanted,
  surroundings: Omit<Surroundings, 'address'>,
): Promise<Serving> => {
  const server = createServer();
  await listening(server, port);
  const address = `http://${loopback}:${portOf(server)}`;
  const desk = new Desk(folder, { ...surroundings, address }, version);
  try {
    await desk.open();
  } catch (error) {
    server.close();
    throw error;
  }
  const jobs = jobsOf({ folder, desk, handlers, onBug }, surroundings.now);
  const app = appOf({ desk, jobs, handlers, version, pages: pagesIn(pages), onBug });
  server.on('request', getRequestListener(app.fetch));
  jobs.takeUp();
  return {
    address,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      await jobs.leave();
      await desk.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new Fault('port-taken', { port }) : error);
    });
    server.listen(port, loopback, done);
  });
