import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOfExample, removed, written } from '../fixtures/workspace.ts';
import { openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

const sample = copyOfExample('service-desk');
const unlogged = copyOfExample('service-desk');
let browser: Browser;
let server: Served;

beforeAll(async () => {
  const settings = readFileSync(join(unlogged, 'throughline.yaml'), 'utf8');
  const from = settings.indexOf('sources:');
  written(unlogged, { 'throughline.yaml': `${settings.slice(0, from)}sources: []\n` });
  server = await served(sample);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
  removed(unlogged);
});

const settled = async (page: Page): Promise<void> => {
  await page.locator('main').locator('h1, h2').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('main .loading'));
};

const screens = [
  '/',
  '/model',
  '/model?tab=files',
  '/capabilities',
  '/flow',
  '/alignment',
  '/value',
  '/benefits',
  '/data',
];

/** Adds up how far things moved by themselves. */
const watchShifts = `globalThis.moved = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) moved += value;
}).observe({ type: 'layout-shift', buffered: true });`;

test.each([1440, 390])('on a page %i wide nothing moves by itself while it is drawn', async (width) => {
  const { page, context } = await openPage(browser, { width });
  await page.addInitScript({ content: watchShifts });
  const moved: Record<string, number> = {};
  for (const path of screens) {
    await page.goto(`${server.address}${path}`);
    await settled(page);
    moved[path] = Number(await page.evaluate('moved'));
  }
  expect(Object.entries(moved).filter(([, far]) => far >= 0.05)).toEqual([]);
  await context.close();
});

test('a window is called by the heading of its page, and no two pages by one name', async () => {
  const { page, context } = await openPage(browser);
  const titles: string[] = [];
  for (const path of ['/', '/model', '/flow', '/data', '/data/definitions', '/data/sources/tickets', '/nowhere']) {
    await page.goto(`${server.address}${path}`);
    await settled(page);
    const heading = await page.locator('h1').innerText();
    titles.push(await page.title());
    expect(titles.at(-1)).toBe(`${heading} · Birkental Insurance (example) · Throughline`);
  }
  expect(new Set(titles).size).toBe(titles.length);
  await context.close();
});

test('a figure is asked for as soon as it is pressed, and once', async () => {
  const { page, context } = await openPage(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const explanations = (): string[] => asked.filter((url) => url.includes('/explanations/'));
  await page.goto(`${server.address}/alignment`);
  await settled(page);
  await page.locator('main a[data-figure]').first().hover();
  expect(explanations()).toEqual([]);
  const isAsked = page.waitForRequest(/\/explanations\//u, { timeout: 60_000 });
  await page.mouse.down();
  await isAsked;
  expect(await page.locator('.inspector').count()).toBe(0);
  await page.mouse.up();
  await page.locator('.inspector .explained').waitFor();
  expect(explanations()).toHaveLength(1);
  await context.close();
});

/** As wide as a sheet of A4 is between its margins, laid across, in the pixels of a page. */
const paper = { width: 1031, height: 703 };

const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main table, main svg')]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((each) => each.getAttribute('class') ?? each.tagName),
  );

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.body).color !== 'rgb(23, 26, 31)',
  );

test('paper says what was looked at, is light, cuts no table and offers nothing to press', async () => {
  const { page, context } = await openPage(browser, { theme: 'dark' });
  for (const path of ['/?scope=team:network&period=2025-Q4', '/model?tab=governance', '/capabilities', '/value']) {
    await page.goto(`${server.address}${path}`);
    await settled(page);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect([path, await cut(page)]).toEqual([path, []]);
    expect([path, await isDark(page)]).toEqual([path, false]);
    expect([path, await page.locator('main button:visible:not(.figure)').allInnerTexts()]).toEqual([path, []]);
    if (path.includes('scope')) {
      const said = await page.locator('.on-paper').innerText();
      expect(said).toMatch(/^Network · 2025-Q4 against 2025-Q3 · as of .+$/u);
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await context.close();
});

test('the Brief calls rules and sources by their names', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(server.address);
  await page.locator('.stands-on').getByText('Ownership lasts: the design states no ownership').waitFor();
  const told = await page.locator('.stands-on').innerText();
  expect(told).toContain('Tickets 15,891 rows');
  expect(told).not.toMatch(/\b[a-z]+\.[a-z]+(-[a-z]+)+\b/u);
  await context.close();
});

test('a design without a log says what it takes to find the model that is followed', async () => {
  const other = await served(unlogged);
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${other.address}/model?tab=found`);
  await page.getByRole('heading', { name: 'There is no evidence to put beside the design yet' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  await other.end();
});

test('a page whose server is silent says so once, and goes on when it answers again', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(server.address);
  await page.locator('.finding-sentence').waitFor();
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Flow', exact: true }).click();
  const problem = page.locator('.problem').first();
  await problem.waitFor();
  expect((await problem.innerText()).match(/The server does not answer/gu)).toHaveLength(1);
  await page.unroute('**/api/v1/**');
  await problem.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.finding-sentence').waitFor();
  await context.close();
});
