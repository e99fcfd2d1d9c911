import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { type Holder, holderOf, holdWorkspace } from './lock.ts';

const holder = (pid: number, token: string, host = 'here'): Holder => ({
  pid,
  host,
  since: '2026-01-01T00:00:00Z',
  token,
});
const all = () => true;
const none = () => false;

test('a second holder is told who the first is, and how to mend it', () => {
  const folder = folderWith();
  const release = holdWorkspace(folder, holder(1, 'a'), all);
  expect(() => holdWorkspace(folder, holder(2, 'b'), all)).toThrow(
    `Process 1 on here holds this workspace since 2026-01-01T00:00:00Z. Stop it first; if no such process runs, delete ${join(folder, 'lock')}.`,
  );
  release();
});

test('a lock that is released can be taken again, and leaves nothing behind', () => {
  const folder = folderWith();
  holdWorkspace(folder, holder(1, 'a'), all)();
  expect(readdirSync(folder)).toEqual([]);
  holdWorkspace(folder, holder(2, 'b'), all)();
  expect(readdirSync(folder)).toEqual([]);
});

test('two holds of one process are two', () => {
  const folder = folderWith();
  const release = holdWorkspace(folder, holder(1, 'a'), all);
  expect(() => holdWorkspace(folder, holder(1, 'b'), all)).toThrow(expect.objectContaining({ code: 'workspace-held' }));
  release();
});

test.each([
  ['whose process is gone', JSON.stringify(holder(9, 'x')), none, true],
  ['whose process lives', JSON.stringify(holder(9, 'x')), all, false],
  ['of another machine, though its process id is gone here', JSON.stringify(holder(9, 'x', 'there')), none, false],
  ['of our own process id in a life before', JSON.stringify(holder(1, 'x')), all, true],
  ['that nobody can read', 'nonsense', all, true],
])('a lock %s', (_, text, lives, taken) => {
  const folder = folderWith({ lock: text });
  const take = () => holdWorkspace(folder, holder(1, 'a'), lives);
  if (!taken) {
    expect(take).toThrow(expect.objectContaining({ code: 'workspace-held' }));
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(text);
    return;
  }
  const release = take();
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ token: 'a' });
  expect(readdirSync(folder)).toEqual(['lock']);
  release();
});

test('a lock that was taken over is not released by its former holder', () => {
  const folder = folderWith();
  const release = holdWorkspace(folder, holder(1, 'a'), all);
  writeFileSync(join(folder, 'lock'), JSON.stringify(holder(2, 'b')));
  release();
  expect(holderOf(folder, 'here', all)).toMatchObject({ token: 'b' });
});

test('of many who find a stale lock at once, one holds the workspace at a time', async () => {
  const folder = folderWith({ lock: JSON.stringify(holder(1_000_000_000, 'x')) });
  const contender = join(import.meta.dirname, 'fixtures', 'contender.ts');
  const ends = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, [contender, folder], { stdio: 'inherit' });
    return new Promise((resolve) => child.on('exit', resolve));
  });
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a turn that nobody ends is told', () => {
  const folder = folderWith({ lock: 'nonsense', 'lock.turn/x': '' });
  expect(() => holdWorkspace(folder, holder(1, 'a'), all)).toThrow(`delete ${join(folder, 'lock.turn')}`);
});

test.runIf(process.platform === 'linux')(
  'a lock is taken over whose process has ended and was never asked for',
  async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 20'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)));
      const ended = (): boolean => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z');
      await expect.poll(ended).toBe(true);
      const folder = folderWith({ lock: JSON.stringify(holder(pid, 'x')) });
      expect(holderOf(folder, 'here')).toBeUndefined();
      holdWorkspace(folder, holder(process.pid, 'y'))();
    } finally {
      parent.kill();
    }
  },
);

test('the processes of this machine are asked whether they live', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const folder = folderWith({ lock: JSON.stringify(holder(pid, 'x')) });
  expect(holderOf(folder, 'here')).toBeUndefined();
  const release = holdWorkspace(folder, { ...holder(process.pid, 'y'), address: 'http://localhost:1' });
  expect(holderOf(folder, 'here')).toMatchObject({ address: 'http://localhost:1' });
  release();
});
