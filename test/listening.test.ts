import { execFile } from 'node:child_process';
import { stat } from 'node:fs';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { Listening } from '#server/listening.ts';

/** Longer than clients are told that a connection is kept. */
const ms = 7_000;

/** Nothing else is done meanwhile, as while facts are made. It begins among answers of the system, as most work does. */
const compute = (): void => {
  stat('.', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms));
};

/** Asks, and asks again on the same connection while the server computes. */
const client = `
  const [, address] = process.argv;
  const asked = async () => (await fetch(address)).text();
  const said = [await asked()];
  await new Promise((done) => setTimeout(done, 500));
  console.log([...said, await asked()].join(' '));`;

test('what is asked while a server computes for long is answered, on a connection that was used before', async () => {
  const listening = await Listening.on(0, undefined);
  onTestFinished(() => listening.close(async () => undefined));
  const answers = ['once', 'again'];
  listening.answer((_, response) => {
    const answer = answers.shift();
    response.end(answer);
    if (answer === 'once') setTimeout(compute, 100);
  });
  const words = ['--input-type=module', '--eval', client, `http://127.0.0.1:${listening.port}`];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  expect(stdout).toBe('once again\n');
});
