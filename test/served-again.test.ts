import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KeptAnswers } from '#handlers/kept-answers.ts';
import { Server } from './fixtures/server.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

let folder = '';
let server: Server;
const file = (): string => join(folder, '.throughline', 'answers');

/** What a server that begins has to find out before it says anything is asked here, and kept by it. */
const kept = async (): Promise<void> => {
  while (!existsSync(file())) await setTimeout(100);
};

const begunAgain = async (meanwhile = (): void => undefined): Promise<void> => {
  await server.ended('SIGTERM');
  meanwhile();
  server = await Server.in(folder);
};

const said = async (): Promise<unknown> => (await server.ask('/api/v1/diagnosis')).said;

/** Has the file say something that nobody finds out: whoever tells it has it from there. */
const planted = (): void => {
  const [state = ''] = readFileSync(file(), 'utf8').split(' ', 1);
  const answers = new KeptAnswers(file()).of(state);
  const marked = answers.map(
    ([question, answer]) => [question, { ...Object(answer), sentence: 'From the file.' }] as const,
  );
  new KeptAnswers(file()).keep(state, marked);
};

beforeAll(async () => {
  folder = copyOfExample('service-desk');
  server = await Server.in(folder);
  await said();
  // The first server of all has to build facts, and warms nothing up.
  await begunAgain();
  await kept();
});

afterAll(async () => {
  await server.ended('SIGKILL');
  removed(folder);
});

test('a server that begins while all stands as it stood says what was found before it, and finds nothing again', async () => {
  const before = await said();
  await begunAgain();
  expect(await said()).toEqual(before);
  await begunAgain(planted);
  expect(await said()).toMatchObject({ sentence: 'From the file.' });
});

test('what was found before a change is not said after it', async () => {
  await server.order('/api/v1/records/team/hosting', { fields: { name: 'Host' }, reason: 'another name' });
  await begunAgain(planted);
  expect(await said()).not.toMatchObject({ sentence: 'From the file.' });
});

test('what was found with rows that were taken out again is not kept', async () => {
  const { said: listed } = await server.ask('/api/v1/imports');
  const [newest] = (listed as { imports: { run: number }[] }).imports;
  expect(existsSync(file())).toBe(true);
  await server.order(`/api/v1/imports/${newest?.run}/undo`, {});
  expect(existsSync(file())).toBe(false);
});
