import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { listImports, profileSources } from '#api/evidence.ts';
import type { listMetrics, readMetric } from '#api/figures.ts';
import type { traceLineage } from '#api/lineage.ts';
import { initWorkspace } from '#api/model.ts';
import type { listNames } from '#api/names.ts';
import type { listRejects, listSources } from '#api/sources.ts';
import { ask, copyOfExample, removed, roomIn } from '../fixtures/workspace.ts';
import { figuresOn, loneNumbers, unfounded } from './figures.ts';
import { barriers, type Opened, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

const sample = copyOfExample('service-desk');
const empty = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
const mapping = join(sample, 'maps/tickets.yaml');
let browser: Browser;
let server: Served;
let desk: Opened;

type Answer<Endpoint extends { readonly answer: { readonly _output: unknown } }> = Endpoint['answer']['_output'];

const answered = async <Of>(path: string): Promise<Of> =>
  (await fetch(`${server.address}/api/v1/${path}`)).json() as Promise<Of>;

beforeAll(async () => {
  // A name that is misspelt in the mapping is one that nobody knows in the evidence.
  writeFileSync(mapping, readFileSync(mapping, 'utf8').replace('- is: Hosting\n', '- is: Hostel\n'));
  const room = roomIn(empty);
  await ask(room, initWorkspace, { name: 'Acme' });
  await room.close();
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
  removed(empty);
});

const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      !document.querySelector('main .loading, .work') &&
      !document.querySelector('main')?.innerText.includes('being read'),
  );
};

const go = async (path: string): Promise<void> => {
  await desk.page.goto(`${server.address}${path}`);
  await settled(desk.page);
};

/** What holds a number without opening it: times, words of a definition, raw rows; counts lead to their lists. */
const noFigures = 'time, [data-words], table.raw, .reasons button, a[href]';

const pages = [
  '/data',
  '/data/sources/tickets',
  '/data/names',
  '/data/definitions?find=decision',
  '/data/definitions/decision.escalation-rate',
  '/data/definitions/sign.flow-breakdown',
];

describe('the page of sources', () => {
  beforeAll(() => go('/data'));

  test('says of each what became of its rows, as the server does', async () => {
    const { sources } = await answered<Answer<typeof listSources>>('sources');
    for (const { source, name, rows } of sources) {
      const tile = await desk.page.locator(`[aria-labelledby="source-${source}"]`).innerText();
      expect(tile).toContain(name);
      expect(tile).toContain(`${rows.total.toLocaleString('en')} rows in the files`);
      expect(tile).toContain(`${rows.counted.toLocaleString('en')} count`);
    }
    const of = (field: 'total' | 'rejected'): number => sources.reduce((sum, { rows }) => sum + rows[field], 0);
    expect(await desk.page.locator('.finding-sentence').innerText()).toBe(
      `Of ${of('total').toLocaleString('en')} rows in the files ${of('rejected')} were rejected, and 4 names are not known.`,
    );
  });

  test('counts what stands on each of them', async () => {
    const { lineage } = await answered<Answer<typeof traceLineage>>('lineage');
    const flow = lineage.filter(
      ({ id, sources }) => id.startsWith('flow.') && sources.some(({ source }) => source === 'tickets'),
    );
    const cells = await desk.page.locator('.lineage tbody tr').first().innerText();
    expect(cells.split(/\s+/u)).toContain(String(flow.length));
  });
});

describe('the page of a source', () => {
  beforeAll(() => go('/data/sources/tickets'));

  test('shows the profile that the server tells', async () => {
    const { sources } = await answered<Answer<typeof profileSources>>('profile?source=tickets');
    const shown = (await figuresOn(desk.page)).filter(({ figure }) => figure === 'source.tickets');
    expect(shown.length).toBeGreaterThan(25);
    const cards = await answered<Answer<typeof listSources>>('sources');
    const known = [sources, cards, (sources[0]?.events ?? 0) / (sources[0]?.items ?? 1)];
    expect(shown.flatMap(({ text }) => unfounded(text, known).map((number) => `${number} in ${text}`))).toEqual([]);
  });

  test('lists rejected rows by their reason, in an address that can be sent', async () => {
    const { page } = desk;
    const told = await answered<Answer<typeof listRejects>>('sources/tickets/rejects');
    const rows = page.locator('#rejected tbody tr');
    expect(await rows.count()).toBe(told.total);
    const [first] = told.reasons;
    await page.locator('.reasons button').nth(1).click();
    await page.waitForURL(/reason=/u);
    await page.waitForFunction(
      (count) => document.querySelectorAll('#rejected tbody tr').length === count,
      first?.rows,
    );
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll('#rejected tbody tr').length === count, told.total);
  });

  test('hands rejected rows over as CSV', async () => {
    const { page } = desk;
    const told = await answered<Answer<typeof listRejects>>('sources/tickets/rejects');
    const coming = page.waitForEvent('download');
    await page.locator('#rejected').getByRole('button', { name: 'CSV' }).click();
    const lines = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(told.total + 1);
    expect(lines[0]).toBe('file,line,row,column,found,expected,code,import');
  });

  test('says what stands on it, with as many rows', async () => {
    const { lineage } = await answered<Answer<typeof traceLineage>>('lineage');
    const own = lineage.filter(({ sources }) => sources.some(({ source }) => source === 'tickets'));
    expect(await desk.page.locator('#stands li').count()).toBe(own.length);
    for (const { id, sources } of own) {
      const rows = sources.find(({ source }) => source === 'tickets')?.rows ?? 0;
      const text = await desk.page.locator(`#stands [data-figure="${id}"]`).innerText();
      expect([id, text]).toEqual([id, `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`]);
    }
  });

  test('undoes an import, and takes it in again for who regrets it', async () => {
    const { page } = desk;
    const { imports } = await answered<Answer<typeof listImports>>('imports');
    const run = imports.find(({ source }) => source === 'tickets');
    await page.getByRole('button', { name: `Undo import ${run?.run}` }).click();
    const dialog = page.getByRole('dialog', { name: `Undo import ${run?.run}?` });
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    expect((await answered<Answer<typeof listImports>>('imports')).imports).toEqual(imports);
    await page.getByRole('button', { name: `Undo import ${run?.run}` }).click();
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await page.locator('.said').getByText('is undone').waitFor();
    await settled(page);
    expect(await page.locator('.health').first().innerText()).toContain('taken out again');
    expect(await page.getByText('No rows are held.').isVisible()).toBe(true);
    await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.said').getByText('rows taken in').waitFor();
    await settled(page);
    const { sources } = await answered<Answer<typeof listSources>>('sources');
    expect(sources.find(({ source }) => source === 'tickets')?.rows.total).toBe(run?.total);
  });

  test('tells of a file that changed, and takes it in', async () => {
    const { page } = desk;
    const log = join(sample, 'data/approvals.csv');
    await go('/data/sources/approvals');
    writeFileSync(log, `${readFileSync(log, 'utf8')}\n`);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await page.getByText('changed, not taken in').waitFor();
    await page.getByRole('button', { name: 'Import now' }).click();
    await page.locator('.said').getByText('taken in').waitFor();
    await page.getByText('held as it is').waitFor();
  });
});

test('long work is shown on a page that was loaded meanwhile, and can be broken off', async () => {
  const { page, context } = await openPage(browser);
  const events = (state: string) =>
    `event: job\ndata: ${JSON.stringify({ ...job, state, endedAt: state === 'running' ? null : job.orderedAt })}\n\n`;
  const job = {
    id: 7,
    endpoint: 'import-evidence',
    input: {},
    state: 'running',
    via: 'web',
    orderedAt: '2026-01-01T00:00:00Z',
    begunAt: null,
    endedAt: null,
    cancelAskedAt: null,
    interruptedAt: [],
    stands: [],
    problem: null,
  };
  let asked = false;
  await page.route('**/api/v1/jobs?*', (route) =>
    route.fulfill({ json: { jobs: [{ ...job, progress: null, waitsFor: null }] } }),
  );
  await page.route('**/api/v1/jobs/7/progress', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: asked
        ? events('cancelled')
        : `retry: 50\n${events('running')}event: progress\ndata: {"text": "reading tickets.csv: 400 rows, 12%"}\n\n`,
    }),
  );
  await page.route('**/api/v1/jobs/7/cancel', (route) => {
    asked = true;
    return route.fulfill({ json: { ...job, progress: null, waitsFor: null } });
  });
  await page.goto(`${server.address}/data`);
  await page.locator('.work').getByText('reading tickets.csv: 400 rows, 12%').waitFor();
  await page.locator('.work').getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.work').waitFor({ state: 'detached' });
  await context.close();
});

test('a name that nobody knows is given its meaning, and given it back', async () => {
  const { page } = desk;
  await go('/data/names');
  const open = async (): Promise<number> =>
    (await answered<Answer<typeof listNames>>('names')).sources.flatMap(({ names }) => names).length;
  const before = readFileSync(mapping, 'utf8');
  expect(await open()).toBe(4);
  await page.getByRole('button', { name: 'Choose all likely ones' }).click();
  await page.getByLabel('channel that Direct contact stands for').fill('hotline');
  await page.getByRole('button', { name: 'See what changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'What changes' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('Hosting becomes the team hosting');
  expect(await barriers(page)).toEqual([]);
  expect(readFileSync(mapping, 'utf8')).toBe(before);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.said').getByText('Saved').waitFor();
  await page.locator('.finding-sentence').getByText('2 names').waitFor();
  expect(await open()).toBe(2);
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.finding-sentence').getByText('4 names').waitFor();
  expect(readFileSync(mapping, 'utf8')).toBe(before);
});

test('what was said of names is listed, and undone when nobody regretted it at once', async () => {
  const { page } = desk;
  const before = readFileSync(mapping, 'utf8');
  await go('/data/names');
  await page.getByLabel('channel that Direct contact stands for').fill('hotline');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('dialog', { name: 'What changes' }).getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.finding-sentence').getByText('3 names').waitFor();
  await go('/data/names');
  const [newest] = await page.locator('.history > .plain-list > li').allInnerTexts();
  expect(newest).toContain('Direct contact: nothing → hotline (channel)');
  expect(await loneNumbers(page, noFigures)).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo edit 2 of names' }).click();
  await page.locator('.finding-sentence').getByText('4 names').waitFor();
  await page.locator('.history').getByText('undone').first().waitFor();
  expect(readFileSync(mapping, 'utf8')).toBe(before);
});

describe('the definitions', () => {
  test('have the value that the server answers', async () => {
    await go('/data/definitions');
    const { metrics } = await answered<Answer<typeof listMetrics>>('metrics');
    const shown = new Map((await figuresOn(desk.page)).map(({ figure, text }) => [figure, text]));
    for (const { id } of metrics.slice(0, 6)) {
      const { readings } = await answered<Answer<typeof readMetric>>(`metrics/${id}/readings`);
      expect([id, unfounded(shown.get(id) ?? 'none', readings)]).toEqual([id, []]);
    }
    expect(metrics.filter(({ id }) => !shown.has(id))).toEqual([]);
  });

  test('are found by their words, in an address that can be sent', async () => {
    const { page } = desk;
    await page.getByRole('searchbox', { name: 'Find a definition' }).fill('wait lie');
    await page.waitForURL(/find=wait/u);
    expect(await page.locator('.catalogue tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Waiting' }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/data/definitions/flow.waiting');
    await page.goBack();
    await settled(page);
    expect(await page.getByRole('searchbox', { name: 'Find a definition' }).inputValue()).toBe('wait lie');
  });

  test('say what changed, what they stand on and what judges by them', async () => {
    await go('/data/definitions/decision.escalation-rate');
    const text = await desk.page.locator('main').innerText();
    expect(text).toContain('Emergencies are told apart');
    expect(text).toContain('692 rows');
    expect(text).toContain('Decisions go up before they are made');
  });

  test('of what is none are told so', async () => {
    await go('/data/definitions/flow.nothing');
    expect(await desk.page.locator('main h1').innerText()).toBe('Nothing is defined as “flow.nothing”');
  });
});

test.each(pages)('%s opens every number, and keeps nobody out in any light or width', async (path) => {
  const { page } = desk;
  await go(path);
  expect(await loneNumbers(page, noFigures)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('the keyboard goes there, and to its parts', async () => {
  const { page } = desk;
  await page.goto(`${server.address}/data/names`);
  await page.locator('main h1').waitFor({ state: 'attached' });
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.waitForURL((url) => url.pathname === '/data');
  await page.getByRole('link', { name: 'Definitions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find a definition' }).waitFor();
});

test('the page complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});

test('a workspace without sources says what it needs', async () => {
  const other = await served(empty);
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${other.address}/data`);
  await page.getByRole('heading', { name: 'There is no source yet' }).waitFor();
  expect(await page.locator('main').getByRole('link', { name: 'Bring in a file' }).count()).toBe(2);
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${other.address}/data/names`);
  await page.getByRole('heading', { name: 'There are no names to look at yet' }).waitFor();
  await page.goto(`${other.address}/data/definitions`);
  await page.getByText('no data').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  await other.end();
});
