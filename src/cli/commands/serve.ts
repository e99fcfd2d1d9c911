import { type Call, defineCommand, wholeOf } from '../define.ts';

export const usualPort = 4180;

export const serve = defineCommand({
  name: 'serve',
  says: 'show it in a browser and answer the same questions over HTTP, to this machine alone, until it is stopped',
  flags: [{ flags: '--port <number>', says: `the port to listen on; 0 takes any that is free (${usualPort})` }],
  examples: ['throughline serve my-it', 'curl http://127.0.0.1:4180/api/v1/diagnosis'],
  run: async (call, _, flags) => {
    await call.serve(wholeOf(flags, 'port', usualPort), (address) => {
      if (!call.json({ address })) sayWhere(call, address);
    });
    return 0;
  },
});

/** Where a browser finds it, and what else can be done while it serves. */
export const sayWhere = ({ terminal: { line, style }, folder }: Call, address: string): void => {
  line(`${style('bold', address)}  shows ${folder} in a browser on this machine`);
  line(`${address}/openapi.json describes what can be asked. Commands typed meanwhile ask this server.`);
  line(style('dim', 'Ctrl+C ends it.'));
};
