import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnosis } from '#model/diagnosis.ts';
import { once, Server } from '../fixtures/server.ts';
import { copyOfExample, removed, written } from '../fixtures/workspace.ts';
import { dropFile, type Opened, onBothScreens, openBrowser, openPage } from './pages.ts';

/** So many items, a day apart; the times of the first few are no times. Dates leave open which part is the day. */
const log = (items: number, from: number, spoilt: number): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const rows = Array.from({ length: items }, (_, index) => {
    const n = index + from;
    return ['New', 'Assigned', 'In Progress', 'Approval', 'Done'].map((state, step) => {
      const date = `${1 + (n % 12)}/${1 + (Math.floor(n / 12) % 12)}/2026`;
      const at = index < spoilt && step === 0 ? 'tbd' : `${date} ${two(8 + step * 2)}:${two(n % 60)}`;
      return `T-${n};${at};${state};Team ${'ABC'[n % 3]};Ann Lee ${n % 4}\n`;
    });
  });
  return `Ticket;Changed;Status;Team;Assignee\n${rows.flat().join('')}`;
};

const folder = mkdtempSync(join(tmpdir(), 'throughline-bring-in-'));
let browser: Browser;
let server: Server;
let desk: Opened;

/** Every file outside of the state folder, with what it holds. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.throughline') && statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

const settings = 'name: Ours\ncurrency: EUR\ntimeZone: Europe/Berlin\n# Where evidence comes from.\nsources: []\n';

beforeAll(async () => {
  written(folder, { 'throughline.yaml': settings, 'model/design.yaml': 'teams: []\n' });
  server = await Server.in(folder);
  browser = await openBrowser();
  desk = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.ended('SIGTERM');
  removed(folder);
});

const handOver = async (name: string, text: string): Promise<void> => {
  const { page } = desk;
  await page.goto(`${server.address}/data/import`);
  const buffer = Buffer.from(text);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.locator('.onwards, .problem').first().waitFor();
};

const counted = (): Promise<unknown> =>
  desk.page
    .locator('.onwards')
    .getByText(/= .* can be taken in/u)
    .waitFor();
const next = (): Promise<void> => desk.page.getByRole('button', { name: /^Next/u }).click();

test('an empty workspace leads to where a file is brought in', async () => {
  const { page } = desk;
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Bring in a file' }).click();
  await page.getByText('Drop a log of work or approvals here').waitFor();
  expect(await page.locator('.rail nav').innerText()).not.toContain('Bring in');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('bring in');
  expect(await page.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('Bring in a file')]);
  await page.keyboard.press('Escape');
});

test('a file is dropped, and tells of itself what it can; what is open is asked', async () => {
  const { page } = desk;
  await page.goto(`${server.address}/data/import`);
  await dropFile(page, 'tickets.csv', log(200, 0, 8));
  await counted();
  const told = await page.locator('.file-facts').innerText();
  expect(told.replaceAll('\n', ' ')).toContain('Rows 1,000');
  expect(told).toContain('semicolon');
  expect(await page.locator('.questions').innerText()).toContain('Which comes first in Changed, the day or the month?');
  await page.getByRole('button', { name: /^M\/D\/YYYY/u }).click();
  await page.locator('.questions .settled').first().waitFor();
  await page.getByRole('button', { name: /^D\/M\/YYYY/u }).click();
  await page.getByRole('button', { name: 'Europe/Berlin' }).click();
  await page.getByText('clocks of Europe/Berlin').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('Ann Lee');
});

test('columns and states get a meaning in a form, and the text says the same, whichever is changed', async () => {
  const { page } = desk;
  await next();
  const text = page.getByLabel('The mapping as YAML');
  await page.getByLabel('What Assignee means').selectOption('actor');
  await expect.poll(() => text.inputValue()).toContain('actor: Assignee');
  await page.getByLabel('An item in Assigned').selectOption('queue');
  await expect.poll(() => text.inputValue()).toMatch(/is: Assigned\s+to: assigned\s+kind: queue/u);
  await text.fill(`${(await text.inputValue()).replace('actor: Assignee', 'person: Assignee')}# by hand\n`);
  await text.blur();
  await expect.poll(() => page.getByLabel('What Assignee means').inputValue()).toBe('person');
  await page.getByLabel('What Status means').selectOption('type');
  await expect.poll(() => text.inputValue()).toContain('type: Status');
  await page.getByLabel('What Status means').selectOption('state');
  await expect.poll(() => text.inputValue()).toContain('state: Status');
  expect(await text.inputValue()).toContain('# by hand');
  await text.fill('columns: {item: Ticket, at: Changes}\n');
  await text.blur();
  await page.locator('.mapping-text .problems').waitFor();
  expect(await page.locator('.mapping-text .problems').innerText()).toContain('Line 1, time: found nothing');
  await page.getByRole('button', { name: 'Draft it anew' }).click();
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => text.inputValue()).toContain('at: Changes');
  await page.getByRole('button', { name: 'Draft it anew' }).click();
  await expect.poll(() => text.inputValue()).toContain('item: Ticket');
});

test('rows that are rejected are told by what would mend them, and a reload loses nothing', async () => {
  const { page } = desk;
  await counted();
  await page.goto(page.url().replace(/step=\w+/u, 'step=check'));
  await page.locator('.groups').waitFor();
  expect(await page.locator('.groups h3').allInnerTexts()).toEqual(['8 rows: Changed cannot be read as a time']);
  await page.locator('.groups summary').click();
  expect(await page.locator('.groups tbody').innerText()).toContain('tbd');
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of all of them' }).click();
  const csv = readFileSync(await (await loading).path(), 'utf8')
    .trim()
    .split('\n');
  expect(csv.length).toBe(9);
});

test('what would be said is told before it is, and is what is said then', async () => {
  const { page } = desk;
  await next();
  await page.locator('.effect-sentence').waitFor();
  const sentence = await page.locator('.effect-sentence').innerText();
  expect(Object.keys(files())).toHaveLength(2);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.locator('.done-sentence').waitFor();
  expect(await page.locator('.done-sentence').innerText()).toContain('992 of 1,000 rows came in');
  const said = await (await fetch(`${server.address}/api/v1/diagnosis`, { headers: once })).json();
  expect((said as Diagnosis).sentence).toBe(sentence);
  expect(existsSync(join(folder, 'data', 'tickets', 'tickets.csv'))).toBe(true);
  await page.locator('[data-figure="source.tickets"]').first().click();
  await page.locator('.inspector .explained').waitFor();
  await page.keyboard.press('Escape');
});

test('a further file of a source is known by its columns, and asks nothing', async () => {
  const { page } = desk;
  await handOver('may.csv', log(60, 190, 0));
  await counted();
  expect(await page.getByRole('radio', { name: /^A further file of tickets/u }).isChecked()).toBe(true);
  await next();
  await page.getByText('No row is rejected.').waitFor();
  await next();
  await page.locator('.effect-figures').waitFor();
  const now = page.locator('.effect-figures [data-figure="flow.flow-time"]');
  expect(await now.innerText()).toMatch(/\d/u);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.locator('.done-sentence').waitFor();
  expect(await page.locator('.done-sentence').innerText()).toContain('250 new, 50 known already, 0 rejected');
  await page.getByRole('button', { name: /^Undo/u }).click();
  await page.getByRole('button', { name: 'Take it out', exact: true }).click();
  await page.getByText('may.csv was taken out again').waitFor();
  expect(Object.keys(files()).filter((file) => file.endsWith('.csv'))).toEqual([
    join('data', 'tickets', 'tickets.csv'),
  ]);
});

test('what came in goes out again, and all is as it was', async () => {
  const { page } = desk;
  await page.goto(`${server.address}/data/import`);
  await page.getByRole('link', { name: 'tickets.csv' }).click();
  await page.getByRole('button', { name: /^Undo/u }).click();
  await page.getByRole('button', { name: 'Take it out', exact: true }).click();
  await page.getByText('tickets.csv was taken out again').waitFor();
  expect(files()).toEqual({ 'throughline.yaml': settings, 'model/design.yaml': 'teams: []\n' });
});

test.each([
  ['nothing', 'empty.csv', '', 'is empty'],
  ['names of columns alone', 'names.csv', 'Ticket;Changed;Status\n', 'no row below'],
  ['a workbook', 'book.xlsx', 'PK\u0003\u0004\u0014\u0000', 'Save the sheet as CSV'],
  ['one column', 'one.csv', 'Ticket\nT-1\nT-2\n', 'one column only'],
])('%s ends in a sentence that says what to do', async (_, name, text, why) => {
  await handOver(name, text);
  const said = await desk.page.locator('.problem').innerText();
  expect(said).toContain(why);
  expect(said).toContain('Nothing of it was taken in.');
});

test.each(['light', 'dark'] as const)(
  'it keeps nobody out, %s, on a large screen and a small one',
  async (colorScheme) => {
    const { page } = desk;
    await handOver('again.csv', log(30, 0, 2));
    await counted();
    const address = page.url();
    await page.emulateMedia({ colorScheme });
    for (const step of ['detect', 'map', 'check', 'preview']) {
      await page.goto(address.replace(/step=\w+/u, `step=${step}`));
      await counted();
      if (step === 'preview') await page.locator('.effect').waitFor();
      expect(await onBothScreens(page)).toEqual({ large: [], width: 390, small: [] });
    }
  },
);

test('from a sample it leads to a workspace of one’s own, and takes nothing in', async () => {
  const sample = copyOfExample('service-desk');
  const example = await Server.in(sample);
  try {
    const { page } = desk;
    await page.goto(example.address);
    await page.getByRole('link', { name: 'Sample data: replace it with my data' }).click();
    await page.getByText('This organisation is made up').waitFor();
    const buffer = Buffer.from(log(30, 0, 0));
    await page.getByLabel('Choose a file').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer });
    await counted();
    await page.goto(page.url().replace('step=detect', 'step=preview'));
    await counted();
    expect(await page.getByRole('button', { name: 'Take it in' }).count()).toBe(0);
  } finally {
    await example.ended('SIGTERM');
    removed(sample);
  }
});

test('the page complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
