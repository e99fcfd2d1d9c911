import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'throughline.mjs');

export type Served = { readonly address: string; readonly end: () => Promise<void> };

/** Serves a workspace as a person would start it. */
export const served = (folder: string): Promise<Served> =>
  new Promise((done, fail) => {
    let said = '';
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json', folder]);
    child.stdout.on('data', (part) => {
      said += String(part);
      if (said.includes('}'))
        done({ address: (JSON.parse(said) as { address: string }).address, end: () => ended(child) });
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.removeAllListeners('exit');
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
