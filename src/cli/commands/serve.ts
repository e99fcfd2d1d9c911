import { defineCommand, wholeOf } from '../define.ts';

const usualPort = 4180;

export const serve = defineCommand({
  name: 'serve',
  says: 'answer the same questions over HTTP, to this machine alone, until it is stopped',
  flags: [{ flags: '--port <number>', says: `the port to listen on; 0 takes any that is free (${usualPort})` }],
  examples: ['throughline serve my-it', 'curl http://127.0.0.1:4180/api/v1/diagnosis'],
  run: async (call, _, flags) => {
    await call.serve(wholeOf(flags, 'port', usualPort), (address) => {
      if (call.json({ address })) return;
      const { line, style } = call.terminal;
      line(`${style('bold', address)}  answers for ${call.folder}, to this machine only`);
      line(`${address}/openapi.json describes what can be asked. Commands typed meanwhile ask this server.`);
      line(style('dim', 'Ctrl+C ends it.'));
    });
    return 0;
  },
});
