import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium as driver } from 'playwright-core';
import { chromium } from '../../test/browser/chromium.ts';
import { portfolio } from './portfolio.ts';
import { benchRoom } from './room.ts';
import { bin, serving, warmed } from './server.ts';
import { median } from './stopwatch.ts';

/**
 * How long people wait for what money became, of a great portfolio in a server: traces over HTTP, and the four pages of value
 * in a browser.
 *
 * `node tools/bench/value.ts --page` has 5,000 initiatives and writes docs/reference/benchmarks-value.md. Build first.
 */
const { values } = parseArgs({
  options: { initiatives: { type: 'string', default: '5000' }, page: { type: 'boolean', default: false } },
});

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'throughline-value-'));
const load = loadavg()[0] ?? 0;

/** What people wait for, in ms: the first time and the median of further ones, and what is aimed at where anything is. */
type Waited = { readonly what: string; readonly first: number; readonly further: number; readonly aim?: number };

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const waited = async (what: string, works: readonly (() => Promise<unknown>)[], aim?: number): Promise<Waited> => {
  const [first = Number.NaN, ...further] = await inTurn(works.map((work) => () => timed(work)));
  const told = { what, first, further: median(further), ...(aim === undefined ? {} : { aim }) };
  console.log(`${what}: ${first.toFixed(0)} ms, then ${told.further.toFixed(0)} ms`);
  return told;
};

const inTurn = async <T>(works: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const done: T[] = [];
  for (const work of works) done.push(await work());
  return done;
};

const months = ['01', '02', '03', '04', '05', '06'];

/** Traces that were never asked for before: of other records, or of other days. */
const traces = (address: string): Promise<Waited[]> => {
  const asked = (query: string) => async () => {
    const answer = await fetch(`${address}/api/v1/value/trace?${query}`);
    if (!answer.ok) throw new Error(`${query}: ${await answer.text()}`);
    await answer.json();
  };
  const through = (of: string, kind: string, letter: string) =>
    months.map((_, n) =>
      asked(`of=${of}&through=${encodeURIComponent(JSON.stringify({ kind, key: `${letter}${n}` }))}`),
    );
  const whole = (of: string) => months.map((month) => asked(`of=${of}&from=2016-${month}-01`));
  const asks: [string, (() => Promise<void>)[]][] = [
    ['money of all lines, forward', whole('spend')],
    ['money of one line, forward', through('spend', 'investment', 'i')],
    ['money through one initiative', through('spend', 'initiative', 'p')],
    ['money to one benefit', through('spend', 'benefit', 'b')],
    ['all benefits, backward', whole('realised')],
    ['one benefit, backward', through('realised', 'benefit', 'b')],
  ];
  return inTurn(
    asks.map(
      ([what, works]) =>
        () =>
          waited(`a trace: ${what}`, works, 300),
    ),
  );
};

type Shown = { readonly querySelector: (selector: string) => object | null };

/** Asked by the page itself: nothing of it is still to come. */
const isWhole = (): boolean => (Reflect.get(globalThis, 'document') as Shown).querySelector('main .loading') === null;

const opened = async (browser: Browser, address: string, path: string): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  await page.locator('main h1').waitFor({ state: 'attached', timeout: 300_000 });
  await page.waitForFunction(isWhole, undefined, { timeout: 300_000 });
  await context.close();
};

const screens = {
  'Value trace': '/value',
  Benefits: '/benefits',
  Portfolio: '/portfolio',
  Capabilities: '/capabilities',
};

const fill = async (): Promise<string> => {
  writeFileSync(join(folder, 'throughline.yaml'), 'name: Large\ncurrency: EUR\ntimeZone: UTC\nplanningPeriod: year\n');
  const room = benchRoom(folder);
  const store = await room.store();
  const records = portfolio(Number(values.initiatives));
  const occasion = { actor: 'bench', at: new Date().toISOString(), reason: 'bench', via: 'bench' };
  await store.write(occasion, records);
  await room.close();
  const links = records.filter(({ kind }) => kind === 'chain-link').length;
  return `${Number(values.initiatives).toLocaleString('en')} initiatives, ${links.toLocaleString('en')} links`;
};

/** The start of a command that does nothing, in ms: by it this machine is told apart from others. */
const ownPace = async (): Promise<number> =>
  median(
    await inTurn(
      Array.from({ length: 5 }, () => () => timed(async () => execFileSync(process.execPath, [bin, '--version']))),
    ),
  );

/** The machine for which the aims were set starts the command in so many ms. */
const paceOfAims = 90;

const reportOf = (size: string, pace: number, all: readonly Waited[]): string => {
  const slower = pace / paceOfAims;
  // What others take of a busy machine is another while each line is made.
  const isShared = load > availableParallelism() / 2;
  const divisors = isShared ? [] : [slower];
  const heads = divisors.flatMap((by) => [`first ÷ ${by.toFixed(1)}`, `further ÷ ${by.toFixed(1)}`]);
  const rows = all.map(({ what, first, further, aim }) => {
    const times = [first, further, ...divisors.flatMap((by) => [first / by, further / by])];
    const cells = times.map((ms) => (Number.isNaN(ms) ? '–' : ms.toFixed(0)));
    return `| ${what} | ${cells.join(' | ')} | ${aim ?? '–'} |`;
  });
  const compared = isShared
    ? 'so busy a machine is compared with no other: times of the clock are told as they were, most of them of waiting for a processor.'
    : `times are told as they were, and divided by ${slower.toFixed(1)}.`;
  return `# Benchmarks of value

Made by \`node tools/bench/value.ts --page\` on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, Chromium on the same
machine. Before this run others kept ${load.toFixed(1)} processors busy.

${size}, ten years of months: of spend for its lines of funding, of measurements of its outcomes, and of what was planned and realised of its
benefits, a fifth as many of each as there are initiatives; all generated, all in the store, no log beside it. \`throughline --version\` takes ${pace.toFixed(0)} ms here and ${paceOfAims} ms on the machine for
which the aims were set; ${compared}

A trace is asked over HTTP, each time of another record or of other days. A page is open when nothing of it is still to come. It is opened
for the first time in the life of the server, and then by browsers that know nothing; then its answers are known.

| ${['what people wait for', 'first, ms', 'further, ms', ...heads, 'aim, ms'].join(' | ')} |
|---${'|---:'.repeat(heads.length + 3)}|
${rows.join('\n')}
`;
};

try {
  const size = await fill();
  const pace = await ownPace();
  const first = await serving(folder);
  const taken = await waited('all records read and facts built, once', [
    async () => (await fetch(`${first.address}/api/v1/workspace`)).text(),
  ]);
  await first.end();
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const { address, end } = await serving(folder);
  const began = await waited('a server that has just begun, until it answers', [
    async () => {
      await (await fetch(`${address}/api/v1/workspace`)).text();
      await warmed(address);
    },
  ]);
  const traced = await traces(address);
  const pages = await inTurn(
    Object.entries(screens).map(
      ([name, path]) =>
        () =>
          waited(
            `the page ${name}`,
            Array(4).fill(() => opened(browser, address, path)),
            1000,
          ),
    ),
  );
  await browser.close();
  await end();
  const report = reportOf(size, pace, [...traced, ...pages, taken, began]);
  if (values.page) writeFileSync(join(root, 'docs', 'reference', 'benchmarks-value.md'), report);
  console.log(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
