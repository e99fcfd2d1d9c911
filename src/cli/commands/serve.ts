import { Fault } from '#model/fault.ts';
import { type Call, defineCommand, type Served, textOf, wholeOf } from '../define.ts';

export const usualPort = 4180;

export const serve = defineCommand({
  name: 'serve',
  says: 'show it in a browser and answer the same questions over HTTP, to this machine alone, until it is stopped',
  flags: [
    { flags: '--port <number>', says: `the port to listen on; 0 takes any that is free (${usualPort})` },
    { flags: '--host <address>', says: 'an address of this machine to listen on beside the loopback' },
    { flags: '--beyond-this-machine', says: 'other machines may ask: who comes in by the token that is printed' },
  ],
  examples: ['throughline serve my-it', 'curl http://127.0.0.1:4180/api/v1/diagnosis'],
  run: async (call, _, flags) => {
    const host = wideHost(textOf(flags.host), flags.beyondThisMachine === true);
    await call.serve({ port: wholeOf(flags, 'port', usualPort), host }, (served) => {
      if (!call.json(served)) sayWhere(call, served);
    });
    return 0;
  },
});

/** Where a browser finds it, and what else can be done while it serves. */
export const sayWhere = ({ terminal: { line, style }, folder }: Call, { address, entrance }: Served): void => {
  const whose = entrance === undefined ? 'on this machine' : 'on this machine and others';
  line(`${style('bold', address)}  shows ${folder} in a browser ${whose}`);
  if (entrance !== undefined) {
    line(style('yellow', 'Other machines can reach it. Whoever opens this first, and nobody else, comes in:'));
    line(entrance);
    line('What is said on the way is not encrypted: put it behind a server that does that.');
  }
  line(`${address}/openapi.json describes what can be asked. Commands typed meanwhile ask this server.`);
  line(style('dim', 'Ctrl+C ends it.'));
};

/** An address that other machines can reach, which has to be asked for twice; nothing for this machine alone. */
const wideHost = (host: string | undefined, isMeant: boolean): string | undefined => {
  if (host === undefined || host === '127.0.0.1' || host === 'localhost') return undefined;
  if (!isMeant) throw new Fault('host-wide', { host });
  return host;
};
