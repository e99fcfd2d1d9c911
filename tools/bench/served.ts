import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
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
 * `node tools/bench/served.ts --events 1000000 --page` writes docs/reference/benchmarks-server.md. The server runs in this
 * process, because only from within can the delay be measured; whoever asks how a job stands meanwhile is a part of it.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    handed: { type: 'string', default: '100000' },
    page: { type: 'boolean', default: false },
  },
});

const load = loadavg()[0] ?? 0;

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

/** What was waited for, in seconds, and how long the event loop was held up meanwhile, in ms. */
type Waited = {
  readonly what: string;
  readonly took: string;
  readonly aim: string;
  readonly delay: readonly number[];
};

/** The shares of all delays that are told; the last is the greatest of them. */
const shares = [50, 95, 99, 100] as const;

/** Orders a job, waits for its end, and says what it did to the event loop. */
const job = async (what: string, method: 'GET' | 'POST', path: string): Promise<Waited> => {
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
  return { what, took: seconds(start), aim: '–', delay: delaysOf(delay) };
};

/** Hands a file over, has its mapping drafted and looks at every row of it, as a page does where it is dropped. */
const preview = async (): Promise<Waited> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const body = readFileSync(join(folder, 'handed.csv'));
  const headers = { 'content-type': 'application/octet-stream' };
  const handed = await fetch(`${address}/api/v1/uploads?name=handed.csv`, { method: 'POST', headers, body });
  const { upload } = (await handed.json()) as Upload;
  const drafted = await fetch(`${address}/api/v1/uploads/${upload}`);
  const shown = await fetch(`${address}/api/v1/uploads/${upload}/preview`, {
    method: 'POST',
    headers: json,
    body: '{}',
  });
  delay.disable();
  if (!drafted.ok || !shown.ok) throw new Error(`the file was not shown: ${await shown.text()}`);
  const what = `a file of ${grouped(values.handed)} rows, from where it is dropped until all of it is shown as it is mapped`;
  return { what, took: seconds(start), aim: '5 s', delay: delaysOf(delay) };
};

/** The middle of five times in which an answer is given that is known already. */
const known = async (path: string): Promise<string> => {
  const tag = (await fetch(`${address}${path}`)).headers.get('etag') ?? '';
  const taken: number[] = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    const { status } = await fetch(`${address}${path}`, { headers: { 'if-none-match': tag } });
    if (status !== 304) throw new Error(`${path} was not known: ${status}`);
    taken.push(performance.now() - start);
  }
  return `GET ${path}, known already: ${median(taken).toFixed(1)} ms`;
};

const delaysOf = (delay: ReturnType<typeof monitorEventLoopDelay>): number[] =>
  shares.map((share) => delay.percentile(share) / 1e6);

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const grouped = (count: string): string => Number(count).toLocaleString('en');

const reportOf = (waited: readonly Waited[], beside: string): string => `# Benchmarks of the server

Made by \`node tools/bench/served.ts --events ${values.events} --page\` on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}. Before
this run others kept ${load.toFixed(1)} processors busy.

While a job is under way others are answered: how long the event loop is held up meanwhile, in ms, measured every
millisecond. At most 50 ms are aimed at, for 99 of a hundred.

| what is under way | takes | aim | p50 | p95 | p99 | most |
|---|---:|---:|---:|---:|---:|---:|
${waited.map(({ what, took, aim, delay }) => `| ${what} | ${took} | ${aim} | ${delay.map((ms) => ms.toFixed(1)).join(' | ')} |`).join('\n')}

${beside}
`;

try {
  const rows = grouped(values.events);
  const waited = [
    await job(`an import of ${rows} rows, to facts`, 'POST', '/api/v1/imports'),
    await job('the profile of its source', 'GET', '/api/v1/profile'),
    await job('a diagnosis', 'GET', '/api/v1/diagnosis'),
  ];
  const beside = await known('/api/v1/diagnosis');
  const report = reportOf([...waited, await preview()], beside);
  if (values.page) {
    const page = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'benchmarks-server.md');
    writeFileSync(page, report);
  }
  console.log(report);
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
