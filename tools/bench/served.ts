import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ShownJob } from '#api/jobs.ts';
import type { Upload } from '#api/uploads.ts';
import { handlers } from '#handlers/index.ts';
import { serveWorkspace } from '#server/serve.ts';
import { writeLog } from './log.ts';
import { statedMapping } from './organisation.ts';
import { median } from './stopwatch.ts';

/**
 * What a server keeps people waiting: the delay of its event loop while jobs are under way, a preview of a file that was
 * handed over, and an answer that is known already.
 *
 * `node tools/bench/served.ts --events 1000000`. The server runs in this process, because only from within can the delay
 * be measured; whoever asks how a job stands meanwhile is a part of it.
 */
const { values } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, handed: { type: 'string', default: '100000' } },
});

const configuration = {
  name: 'Served',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  sources: [{ key: 'requests', path: 'log.csv', mapping: 'maps/log.yaml' }],
};

const mapping = JSON.stringify(statedMapping);
const folder = mkdtempSync(join(tmpdir(), 'throughline-served-'));
for (const inner of ['maps', 'model']) mkdirSync(join(folder, inner));
writeFileSync(join(folder, 'throughline.yaml'), JSON.stringify(configuration));
writeFileSync(join(folder, 'maps', 'log.yaml'), mapping);
writeLog(join(folder, 'log.csv'), Number(values.events), 1);
writeLog(join(folder, 'handed.csv'), Number(values.handed), 2);

const { address, close } = await serveWorkspace(
  { folder, port: 0, handlers, version: 'bench', pages: '', onBug: (error) => console.error(error) },
  {
    now: () => new Date(),
    random: (bytes) => new Uint8Array(bytes).fill(7),
    pid: process.pid,
    host: 'bench',
    dataFolder: undefined,
    progress: () => undefined,
    notice: () => undefined,
    via: 'web',
  },
);

const json = { 'content-type': 'application/json' };

/** Orders a job, waits for its end, and says what it did to the event loop. */
const job = async (method: 'GET' | 'POST', path: string): Promise<void> => {
  const ordered = await fetch(`${address}${path}`, { method, headers: { ...json, prefer: 'respond-async' } });
  const place = `${address}${ordered.headers.get('location')}`;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  for (;;) {
    const { state } = (await (await fetch(place)).json()) as ShownJob;
    if (state === 'done') break;
    if (state !== 'waiting' && state !== 'running') throw new Error(`${path} was ${state}`);
    await setTimeout(100);
  }
  delay.disable();
  console.log(`${method} ${path}: ${seconds(start)}; delay ${told(delay)}`);
};

/** Hands a file over, has its mapping drafted and looks at every row of it, as a page does where it is dropped. */
const preview = async (): Promise<void> => {
  const before = process.cpuUsage();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const body = readFileSync(join(folder, 'handed.csv'));
  const headers = { 'content-type': 'application/octet-stream' };
  const handed = await fetch(`${address}/api/v1/uploads?name=handed.csv`, { method: 'POST', headers, body });
  const { upload } = (await handed.json()) as Upload;
  const handedIn = seconds(start);
  const drafted = await fetch(`${address}/api/v1/uploads/${upload}`);
  const draftedIn = seconds(start);
  const shown = await fetch(`${address}/api/v1/uploads/${upload}/preview`, {
    method: 'POST',
    headers: json,
    body: '{}',
  });
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const worked = ((user + system) / 1e6).toFixed(1);
  if (!drafted.ok || !shown.ok) throw new Error(`the file was not shown: ${await shown.text()}`);
  console.log(
    `a file of ${values.handed} rows: handed over after ${handedIn}, drafted after ${draftedIn}, previewed after ${seconds(start)}, ${worked} s on the processors; delay ${told(delay)}`,
  );
};

/** The middle of five times in which an answer is given that is known already. */
const known = async (path: string): Promise<void> => {
  const tag = (await fetch(`${address}${path}`)).headers.get('etag') ?? '';
  const taken: number[] = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    const { status } = await fetch(`${address}${path}`, { headers: { 'if-none-match': tag } });
    if (status !== 304) throw new Error(`${path} was not known: ${status}`);
    taken.push(performance.now() - start);
  }
  console.log(`GET ${path}, known already: ${median(taken).toFixed(1)} ms`);
};

const told = (delay: ReturnType<typeof monitorEventLoopDelay>): string => {
  const [p50, p95, p99, most] = [50, 95, 99, 100].map((share) => (delay.percentile(share) / 1e6).toFixed(1));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, most ${most} ms`;
};

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

try {
  await job('POST', '/api/v1/imports');
  await job('GET', '/api/v1/profile');
  await job('GET', '/api/v1/diagnosis');
  await known('/api/v1/diagnosis');
  await preview();
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
