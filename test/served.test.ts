import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { once } from './fixtures/server.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

const bin = join(import.meta.dirname, '..', 'bin', 'throughline.mjs');
let folder = '';
let server: ChildProcess | undefined;

const typed = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    encoding: 'utf8',
    cwd: folder,
    timeout: 120_000,
  });
  return { status, stdout, stderr };
};

/** Starts to serve the workspace, and answers where. */
const serving = (): Promise<string> =>
  new Promise((done, fail) => {
    let said = '';
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json'], { cwd: folder });
    server = child;
    child.stdout.on('data', (part) => {
      said += String(part);
      if (said.includes('}')) done((JSON.parse(said) as { address: string }).address);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });

const ended = (signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((done) => {
    const child = server;
    server = undefined;
    child?.removeAllListeners('exit');
    child?.once('exit', (code) => done(code));
    child?.kill(signal);
  });

const lock = (): boolean => existsSync(join(folder, '.throughline', 'lock'));

beforeAll(() => {
  folder = copyOfExample('service-desk');
  expect(typed('diagnose').status).toBe(0);
});

afterAll(async () => {
  if (server) await ended('SIGKILL');
  removed(folder);
});

const reading: readonly (readonly string[])[] = [
  ['diagnose'],
  ['diagnose', '--json'],
  ['conform', '--rule', 'delivery.allowed-transitions', '--limit', '3'],
  ['metric', 'show', 'FL1', '--by', 'team', '--where', 'item-type=incident'],
  ['metric', 'rows', 'FL1', '--limit', '3', '--as-of', '2025-10-01'],
  ['explain', 'sign.decision-bottlenecks'],
  ['profile', '--json'],
  ['record', 'show', 'team', 'service-desk', '--json'],
  ['metric', 'show', 'FL99'],
  ['metric', 'show', 'FL1', '--where', 'team=nobody', '--json'],
];

describe('while a server holds the workspace', () => {
  let address = '';
  const alone = new Map<string, ReturnType<typeof typed>>();

  beforeAll(async () => {
    for (const words of reading) alone.set(words.join(' '), typed(...words));
    address = await serving();
  });

  test.each(reading.map((words) => [words.join(' '), words] as const))(
    '%s says what it says without one',
    (name, words) => {
      expect(typed(...words)).toEqual(alone.get(name));
    },
  );

  test('its answers are those of the command line', async () => {
    const answer = await fetch(`${address}/api/v1/diagnosis`, { headers: once });
    expect(await answer.json()).toEqual(JSON.parse(alone.get('diagnose --json')?.stdout ?? ''));
  });

  test('what changes in a file is seen by the next answer', async () => {
    const file = join(folder, 'throughline.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^name: .*$/mu, 'name: Renamed'));
    expect(await (await fetch(`${address}/api/v1/diagnosis`, { headers: once })).json()).toMatchObject({
      workspace: 'Renamed',
    });
    writeFileSync(file, `${before}\nnonsense: 1\n`);
    const refused = await fetch(`${address}/api/v1/diagnosis`, { headers: once });
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'workspace-problems' }]);
    expect(typed('metric', 'show', 'FL1')).toMatchObject({ status: 3, stderr: expect.stringContaining('nonsense') });
    writeFileSync(file, before);
    expect(typed('diagnose')).toEqual(alone.get('diagnose'));
  });

  test('a record is set through it, with who, when and why', () => {
    const set = typed('record', 'set', 'team', 'service-desk', 'name=Front desk', '--reason', 'a new name', '.');
    expect(set).toMatchObject({ status: 0 });
    expect(typed('record', 'history', 'team', 'service-desk').stdout).toContain('a new name');
    const { changes } = JSON.parse(typed('record', 'history', 'team', 'service-desk', '--json').stdout);
    expect(changes[0]).toMatchObject({ via: 'cli', actorVerified: false });
    expect(typed('diagnose').stderr).toContain('The team service-desk was edited in the store');
  });

  test('what is changed by others than commands comes through another door', async () => {
    await fetch(`${address}/api/v1/records/team/service-desk`, {
      method: 'POST',
      headers: { ...once, 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { name: 'Desk' }, reason: 'from a page' }),
    });
    const { changes } = JSON.parse(typed('record', 'history', 'team', 'service-desk', '--json').stdout);
    expect(changes[0]).toMatchObject({ via: 'web', reason: 'from a page', actorVerified: false });
  });

  test('nobody else may hold it', () => {
    expect(typed('serve', '--port', '0')).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(new RegExp(`holds this workspace since \\S+, and shows it at ${address}\\.`, 'u')),
    });
  });

  test('to be shown it once more is told where it is shown', () => {
    const shown = typed('tour', '--serve', folder);
    expect([shown.status, shown.stdout.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      `${address}  shows ${folder} in a browser already`,
    ]);
  });

  test('a port that is taken is told', () => {
    const other = copyOfExample('service-desk');
    const found = typed('serve', '--port', new URL(address).port, other);
    expect(found).toMatchObject({ status: 2, stderr: expect.stringContaining('--port 0') });
    removed(other);
  });

  test('told to end, it lets go', async () => {
    expect(await ended('SIGTERM')).toBe(0);
    expect(lock()).toBe(false);
  });
});

test('a server that was killed is no obstacle', async () => {
  await serving();
  expect(lock()).toBe(true);
  await ended('SIGKILL');
  expect(typed('metric', 'show', 'FL1').status).toBe(0);
  expect(lock()).toBe(false);
});
