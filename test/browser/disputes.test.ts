import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOfExample, removed } from '../fixtures/workspace.ts';
import { barriers, type Opened, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

const sample = copyOfExample('service-desk');
let browser: Browser;
let server: Served;
let desk: Opened;

beforeAll(async () => {
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
  await desk.page.goto(`${server.address}/?open=decision.latency`);
  await desk.page.locator('.explained').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
});

const disputed = (): Promise<(string | null)[]> =>
  desk.page
    .locator('main [data-figure]', { has: desk.page.locator('.disputed') })
    .evaluateAll((figures) => [...new Set(figures.map((figure) => figure.getAttribute('data-figure')))]);

const dispute = async (because: string): Promise<void> => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Dispute…' }).click();
  await page.getByLabel('What is wrong with it?').fill(because);
  await page.getByRole('button', { name: 'Dispute it' }).click();
  await page.locator('.dispute', { hasText: because }).waitFor();
};

test('who holds a figure to be wrong says so, and can take it back', async () => {
  const { page } = desk;
  expect(await disputed()).toEqual([]);
  await dispute('two freezes are in it');
  await page.locator('main .disputed').first().waitFor();
  expect(await disputed()).toEqual(['decision.latency']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.dispute').waitFor({ state: 'detached' });
  await page.locator('main .disputed').first().waitFor({ state: 'detached' });
});

test('it stays marked until somebody answers, and says what was answered', async () => {
  const { page } = desk;
  await dispute('it counts days off');
  expect(await barriers(page)).toEqual([]);
  await page.reload();
  await page.locator('.dispute').waitFor();
  await page.getByLabel('Answer').fill('calendar days are meant');
  await page.getByRole('button', { name: 'The figure stands' }).click();
  await page.locator('.dispute', { hasText: 'The figure stands: calendar days are meant' }).waitFor();
  expect(await disputed()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page)).toEqual([]);
});

test('the page complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
