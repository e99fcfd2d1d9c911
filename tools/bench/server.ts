import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The program as it is installed. */
export const bin = join(import.meta.dirname, '..', '..', 'bin', 'throughline.mjs');

/** A server in a process of its own, once it listens. */
export const serving = (folder: string) => {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json', folder]);
  return new Promise<{ address: string; end: () => Promise<void> }>((done, fail) => {
    let said = '';
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (part) => {
      said += String(part);
      if (!said.includes('}')) return;
      const { address } = JSON.parse(said) as { address: string };
      const end = async (): Promise<void> => {
        child.removeAllListeners('exit');
        const over = new Promise((ended) => child.once('exit', ended));
        child.kill('SIGTERM');
        await over;
      };
      done({ address, end });
    });
  });
};

/** Comes back once a server has asked itself what it asks as soon as it listens. */
export const warmed = async (address: string): Promise<void> => {
  // The course of the last periods is what the server asks itself last.
  for (let calm = 0; calm < 20; calm++) {
    const { doing } = (await (await fetch(`${address}/readyz`)).json()) as { doing: string | null };
    if (doing !== null) calm = 0;
    await new Promise((done) => setTimeout(done, 50));
  }
};
