import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '#model/fault.ts';
import { loopback } from './loopback.ts';

/**
 * For how long (ms) a connection is kept after the time that its client was told. Who computes for long would otherwise close
 * one, as soon as he looks up, on which something was asked meanwhile.
 */
const keptLonger = 600_000;

/** The ears of one server: on this machine alone, and on another of its addresses where that was asked for. */
export class Listening {
  readonly #servers: readonly Server[];
  readonly port: number;

  private constructor(servers: readonly Server[], port: number) {
    this.#servers = servers;
    this.port = port;
  }

  /** Commands ask on the loopback, so that it is always listened to; some addresses stand for all there are. */
  static async on(port: number, host: string | undefined): Promise<Listening> {
    const everywhere = host === '0.0.0.0' || host === '::';
    const first = createServer({ keepAliveTimeoutBuffer: keptLonger });
    await listen(first, port, everywhere ? host : loopback);
    const found = (first.address() as AddressInfo).port;
    if (host === undefined || everywhere) return new Listening([first], found);
    const second = createServer({ keepAliveTimeoutBuffer: keptLonger });
    try {
      await listen(second, found, host);
    } catch (error) {
      first.close();
      throw error;
    }
    return new Listening([first, second], found);
  }

  answer(listener: RequestListener): void {
    for (const server of this.#servers) server.on('request', listener);
  }

  /** Takes no more; what was asked is answered until `finished` is over. */
  async close(finished: () => Promise<void>): Promise<void> {
    const closed = this.#servers.map((server) => new Promise((done) => server.close(done)));
    for (const server of this.#servers) server.closeIdleConnections();
    await finished();
    for (const server of this.#servers) server.closeAllConnections();
    await Promise.all(closed);
  }
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') fail(new Fault('port-taken', { port }));
      else if (host !== loopback) fail(new Fault('host-unusable', { host }));
      else fail(error);
    });
    server.listen(port, host, done);
  });
