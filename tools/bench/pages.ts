import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { answersIn } from '../../src/handlers/room.ts';
import { stateFolderName } from '../../src/workspace/state-folder.ts';
import { chromium } from '../../test/browser/chromium.ts';
import { bin, serving, warmed } from './server.ts';

/**
 * How long people wait for pages: the Brief from an address to what it says, a figure from the click to its rows, a scope from
 * the choice to its figures, on the example made larger.
 *
 * `node tools/bench/pages.ts --items 75000 --page` has a million rows, and writes docs/reference/benchmarks-pages.md. Every
 * figure and every scope is opened for the first time in the life of the server.
 */
const { values } = parseArgs({
  options: { items: { type: 'string', default: '75000' }, page: { type: 'boolean', default: false } },
});

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'throughline-pages-'));

/** What people wait for, in ms, how often it was tried, and what is aimed at. */
type Waited = { readonly what: string; readonly taken: readonly number[]; readonly aim: number };

const share = (taken: readonly number[], part: number): number =>
  taken.toSorted((a, b) => a - b)[Math.min(taken.length - 1, Math.floor(part * taken.length))] ?? Number.NaN;

/** Adds up how far things moved by themselves. */
const watchShifts = `globalThis.moved = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) moved += value;
}).observe({ type: 'layout-shift', buffered: true });`;

type Element = { readonly textContent: string };
type Shown = { readonly querySelector: (selector: string) => Element | null };

/**
 * How long the last click took until the frame was painted in which the rows of a figure can be read, from the click as the
 * page was told of it: whoever drives the page first scrolls, waits until nothing moves, and looks where it presses.
 */
const watchOpening = `addEventListener('click', ({ timeStamp }) => {
  globalThis.opening = undefined;
  const painted = () => { globalThis.opening = performance.now() - timeStamp; };
  const waiting = () => requestAnimationFrame(document.querySelector('.inspector .explained') ? painted : waiting);
  requestAnimationFrame(waiting);
}, true);`;

const opening = (): number | undefined => Reflect.get(globalThis, 'opening') as number | undefined;

const isMapped = (): boolean =>
  (Reflect.get(globalThis, 'document') as Shown).querySelector('[aria-label="Flow map"] .drawing [data-key]') !== null;

/** The same of a choice of scope: until the frame in which the last of its figures is there. */
const watchChoice = `addEventListener('change', ({ timeStamp }) => { globalThis.chosen = timeStamp; }, true);`;

const scopedAfter = (name: string): number | undefined => {
  const card = (Reflect.get(globalThis, 'document') as Shown).querySelector('.stands-on')?.textContent;
  if (card?.includes(name) !== true || card.includes('…')) return undefined;
  return performance.now() - (Reflect.get(globalThis, 'chosen') as number);
};

/** A page that knows nothing yet, with the Brief in it, and how long that took. */
const briefIn = async (browser: Browser, address: string): Promise<{ page: Page; taken: number }> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ content: watchShifts + watchOpening + watchChoice });
  const start = performance.now();
  await page.goto(address);
  await page.locator('.finding-sentence').waitFor();
  return { page, taken: performance.now() - start };
};

const most = 40;

/** For how long a quick hand holds a button down, in ms. */
const pressed = 60;

const opened = async (page: Page): Promise<number[]> => {
  const figures = page.locator('main [data-figure]');
  const names = await figures.evaluateAll((all) => all.map((each) => each.getAttribute('data-figure')));
  const taken: number[] = [];
  for (const [place, name] of names.entries()) {
    if (names.indexOf(name) !== place || taken.length === most) continue;
    await figures.nth(place).click({ delay: pressed });
    taken.push(Number(await (await page.waitForFunction(opening)).jsonValue()));
    await page.keyboard.press('Escape');
    await page.locator('.inspector').waitFor({ state: 'detached' });
  }
  // The first one fetches the inspector itself.
  return taken.slice(1);
};

/** The flow map, from the press that leads there from the Brief to where its stages and moves can be pressed. */
const mapped = async (page: Page): Promise<number[]> => {
  const taken: number[] = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    await page.getByRole('link', { name: 'Flow', exact: true }).click();
    await page.waitForFunction(isMapped);
    taken.push(performance.now() - start);
    await page.goBack();
    await page.locator('.finding-sentence').waitFor();
  }
  return taken;
};

const scoped = async (page: Page): Promise<number[]> => {
  const scope = page.getByLabel('Scope');
  const options = await scope
    .locator('option')
    .evaluateAll((all) =>
      all.map((each) => ({ value: each.getAttribute('value') ?? '', name: each.textContent.trim() })),
    );
  const taken: number[] = [];
  for (const { value, name } of options.filter((option) => option.value !== '').slice(0, most)) {
    await scope.selectOption(value);
    taken.push(Number(await (await page.waitForFunction(scopedAfter, name)).jsonValue()));
  }
  return taken;
};

const scriptsOf = async (page: Page): Promise<number> => {
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  const sizes = paths.map(async (path) => gzipSync(Buffer.from(await (await fetch(path)).arrayBuffer())).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

const reportOf = (waited: readonly Waited[], beside: readonly string[], rows: number): string => `# Benchmarks of pages

Made by \`node tools/bench/pages.ts --items ${values.items} --page\` on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version},
Chromium on the same machine. Before this run others kept ${load.toFixed(1)} processors busy.

The example made larger: ${rows.toLocaleString('en')} rows, facts built. Cold: the first page of a server that has just begun, before which none has
answered anything in this state; begun again: one before it had. Warm: a second
browser, which knows nothing. Every figure and every scope is opened for the first time in the life of the server; a figure
is open when the frame with its rows was painted, counted from the click as the page is told of it, which ends a press of ${pressed} ms; a scope when the last of its figures is there, counted from the choice in the same way.

| what people wait for | tried | p50, ms | p95, ms | aim, ms | p95 ÷ aim |
|---|---:|---:|---:|---:|---:|
${waited.map(({ what, taken, aim }) => `| ${what} | ${taken.length} | ${share(taken, 0.5).toFixed(0)} | ${share(taken, 0.95).toFixed(0)} | ${aim} | ${(share(taken, 0.95) / aim).toFixed(2)} |`).join('\n')}

${beside.map((line) => `- ${line}`).join('\n')}
`;

const load = loadavg()[0] ?? 0;

try {
  const generator = join(root, 'tools', 'generate', 'service-desk', 'main.ts');
  execFileSync(process.execPath, [generator, '--out', folder, '--seed', '1', '--items', values.items]);
  execFileSync(process.execPath, [bin, 'diagnose', folder], { stdio: 'ignore', maxBuffer: 1 << 26 });
  const [cold, again, warm]: [number[], number[], number[]] = [[], [], []];
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  for (let time = 0; time < 3; time++) {
    // As if no server had answered anything yet.
    rmSync(answersIn(join(folder, stateFolderName)), { force: true });
    const first = await serving(folder);
    cold.push((await briefIn(browser, first.address)).taken);
    await warmed(first.address);
    for (let other = 0; other < 3; other++) warm.push((await briefIn(browser, first.address)).taken);
    await first.end();
    const second = await serving(folder);
    again.push((await briefIn(browser, second.address)).taken);
    await second.end();
  }
  const { address, end } = await serving(folder);
  await warmed(address);
  const { page } = await briefIn(browser, address);
  await page.waitForLoadState('networkidle');
  const figures = await opened(page);
  const maps = await mapped(page);
  const moved = Number(await page.evaluate('moved'));
  const waited: Waited[] = [
    { what: 'the Brief, cold', taken: cold, aim: 2000 },
    { what: 'the Brief, of a server begun again', taken: again, aim: 2000 },
    { what: 'the Brief, warm', taken: warm, aim: 1000 },
    { what: 'a figure of the Brief, opened', taken: figures, aim: 150 },
    { what: 'the flow map, from the Brief', taken: maps, aim: 500 },
    { what: 'another scope', taken: await scoped(page), aim: 200 },
  ];
  const rows = (
    (await (await fetch(`${address}/api/v1/workspace`)).json()) as { sources: { accepted: number }[] }
  ).sources.reduce((sum, { accepted }) => sum + accepted, 0);
  const scripts = await scriptsOf((await briefIn(browser, address)).page);
  const report = reportOf(
    waited,
    [
      `scripts that the Brief takes: ${(scripts / 1000).toFixed(0)} kB compressed (aim 200)`,
      `layout shift while the page was drawn and its figures opened: ${moved.toFixed(3)} (aim below 0.05)`,
    ],
    rows,
  );
  if (values.page) writeFileSync(join(root, 'docs', 'reference', 'benchmarks-pages.md'), report);
  console.log(report);
  await browser.close();
  await end();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
