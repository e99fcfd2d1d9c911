import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { conformToDesign } from '#api/diagnosis.ts';
import { initWorkspace } from '#api/model.ts';
import type { showRecord } from '#api/records.ts';
import { ask, copyOfExample, removed, roomIn } from '../fixtures/workspace.ts';
import { type Opened, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

/** What somebody does who has never seen the product, each thing within so many clicks; what is typed does not count. */
const sample = copyOfExample('service-desk');
const own = mkdtempSync(join(tmpdir(), 'throughline-own-'));
let browser: Browser;
let server: Served;
let desk: Opened;
let clicks = 0;

const click = async (place: Locator): Promise<void> => {
  clicks++;
  await place.click();
};

/** Begins on the first page, as after typing its address. */
const begin = async (address = server.address): Promise<Page> => {
  const { page } = desk;
  await page.goto(address);
  await page.locator('.finding-sentence, .state').first().waitFor();
  clicks = 0;
  return page;
};

beforeAll(async () => {
  appendFileSync(join(sample, 'maps', 'tickets.yaml'), 'link: https://desk.example/{item}\n');
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  for (const folder of [sample, own]) removed(folder);
});

test('the biggest gap between what is said and what is done is one click away', async () => {
  const page = await begin();
  await click(page.getByRole('link', { name: 'Alignment' }));
  const first = page.locator('.rule-figure').first();
  await first.waitFor();
  expect(clicks).toBe(1);
  const answer = await fetch(`${server.address}/api/v1/conformance`);
  const { results } = (await answer.json()) as (typeof conformToDesign)['answer']['_output'];
  const severe = Math.max(...results.map(({ severity }) => severity?.value ?? 0));
  const shown = results.find(({ rule }) => rule === 'governance.forums-decide');
  expect(await first.getAttribute('data-figure')).toBe(shown?.rule);
  expect(shown?.severity?.value).toBe(severe);
});

test('a number opens into its rows at one click, into the ticket in its own tool at three, and into a file at two', async () => {
  const page = await begin();
  await click(page.locator('main [data-figure="flow.flow-efficiency"]').first());
  await page.locator('.inspector .rows tbody tr').first().waitFor();
  expect(clicks).toBe(1);
  const loading = page.waitForEvent('download');
  await click(page.locator('.inspector').getByRole('button', { name: 'CSV' }));
  expect(readFileSync(await (await loading).path(), 'utf8')).toContain('source,item');
  expect(clicks).toBe(2);
  await begin();
  await click(page.locator('main [data-figure="flow.flow-efficiency"]').first());
  await page.locator('.inspector .rows tbody tr').first().waitFor();
  const ticket = page.locator('.inspector a[href^="https://desk.example/"]').first();
  expect(await ticket.getAttribute('href')).toMatch(/\/(?:INC|CHG|REQ)\d+$/u);
  expect(clicks + 1).toBeLessThanOrEqual(3);
});

test('a decision is recorded within six clicks', async () => {
  const page = await begin();
  await click(page.getByRole('link', { name: 'Model' }));
  await click(page.getByRole('link', { name: 'All records' }));
  await click(page.getByRole('link', { name: /^Decisions?\b(?! (?:type|right))/iu }).first());
  await click(page.getByRole('link', { name: 'Add one', exact: true }));
  await page.getByLabel('Key').fill('one-portal');
  await page.locator('#field-type').selectOption('architecture-exception');
  await page.locator('#field-raisedAt').fill('2026-03-02T09:00:00Z');
  await click(page.getByRole('button', { name: 'Show what would change' }));
  await click(page.locator('.review').getByRole('button', { name: 'Add it' }));
  await page.waitForURL(/record=decision%3Aone-portal/u);
  expect(clicks).toBe(6);
  const said = await fetch(`${server.address}/api/v1/records/decision/one-portal`);
  const { body } = (await said.json()) as (typeof showRecord)['answer']['_output'];
  expect(body).toMatchObject({ type: 'architecture-exception', raisedAt: '2026-03-02T09:00:00Z' });
});

test('a log of one’s own comes to a first finding within eight clicks', async () => {
  const room = roomIn(own);
  await ask(room, initWorkspace, { name: 'Ours' });
  await room.close();
  const ours = await served(own);
  try {
    const page = await begin(ours.address);
    await click(page.getByRole('link', { name: 'Bring in a file' }));
    clicks++;
    await page.getByLabel('Choose a file').setInputFiles(join(sample, 'data', 'tickets.csv'));
    const next = page.getByRole('button', { name: /^Next/u });
    const done = page.getByRole('button', { name: 'Take it in' });
    while (!(await done.isVisible())) {
      await next.or(done).first().waitFor();
      if (await done.isVisible()) break;
      await click(next);
    }
    await click(done);
    await page.locator('.done-sentence').waitFor();
    await click(page.getByRole('link', { name: 'Brief' }).first());
    await page.locator('.findings').waitFor();
    expect(clicks).toBeLessThanOrEqual(8);
    expect(await page.locator('.finding-sentence').innerText()).toContain('Ours');
  } finally {
    // A page whose server ends says so.
    await desk.page.goto('about:blank');
    await ours.end();
  }
});

test('the pages complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
