import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { once, Server } from '../fixtures/server.ts';
import { removed, written } from '../fixtures/workspace.ts';
import { type Opened, openBrowser, openPage } from './pages.ts';

const rows = 1_200_000;
const states = ['New', 'In Progress', 'Done'];

/** So many that a server can be killed on the way. */
const log = (): string => {
  const lines = Array.from({ length: rows }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    return `T-${Math.floor(n / states.length)},${at},${states[n % states.length]},Team ${n % 9},person ${n % 50}\n`;
  });
  return `Ticket,Changed,Status,Team,Assignee\n${lines.join('')}`;
};

const folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'));
let browser: Browser;
let server: Server;
let desk: Opened;
let upload: string;

beforeAll(async () => {
  written(folder, {
    'throughline.yaml': 'name: Ours\ncurrency: EUR\ntimeZone: Europe/Berlin\nsources: []\n',
    'model/design.yaml': 'teams: []\n',
  });
  server = await Server.in(folder);
  upload = await handedOver();
  browser = await openBrowser();
  desk = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.ended('SIGTERM');
  removed(folder);
});

const files = (): string[] => readdirSync(folder).filter((name) => name === 'data' || name === 'maps');

const handedOver = async (): Promise<string> => {
  const headers = { ...once, 'content-type': 'application/octet-stream' };
  const answer = await fetch(`${server.address}/api/v1/uploads?name=tickets.csv`, {
    method: 'POST',
    headers,
    body: log(),
  });
  return ((await answer.json()) as { upload: string }).upload;
};

const underWay = /reading data.tickets.tickets\.csv: [\d,]+ rows/u;

test('who comes back to an import sees how far it is, and cancelled it leaves nothing behind but the draft', async () => {
  const { page } = desk;
  const { said } = await server.order(`/api/v1/uploads/${upload}/take-in`, {}, { prefer: 'respond-async' });
  await page.goto(`${server.address}/data/import?upload=${upload}&step=preview&job=${(said as { id: number }).id}`);
  await page.getByText(underWay).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('It was broken off, and left nothing behind.').waitFor();
  expect(files()).toEqual([]);
  await page.getByRole('button', { name: 'Back to the draft' }).click();
  await page.locator('.onwards').waitFor();
  expect((await server.ask(`/api/v1/uploads/${upload}`)).said).toMatchObject({ taken: null });
});

test('a server that is killed on the way takes it up again, and the page that waited shows the end of it', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByText(underWay).waitFor();
  await server.ended('SIGKILL');
  expect(files()).toEqual([]);
  server = await Server.in(folder, '--port', new URL(server.address).port);
  await page.locator('.done-sentence').waitFor();
  expect(await page.locator('.done-sentence').innerText()).toContain('1,200,000 of 1,200,000 rows came in');
  expect(files()).toEqual(['data', 'maps']);
  const { said } = await server.ask('/api/v1/imports');
  expect(said).toMatchObject({ imports: [{ state: 'committed', accepted: rows, file: 'data/tickets/tickets.csv' }] });
  await page.reload();
  await page.getByRole('button', { name: /^Undo/u }).click();
  await page.getByRole('button', { name: 'Take it out', exact: true }).click();
  await page.getByText('tickets.csv was taken out again').waitFor();
  expect(files()).toEqual([]);
});
