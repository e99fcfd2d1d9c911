import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { listCases } from '#api/cases.ts';
import type { showAgeingWork, showFlowMap, showHandOffs, showTimeUse } from '#api/flow.ts';
import { initWorkspace } from '#api/model.ts';
import { ask, copyOfExample, removed, roomIn } from '../fixtures/workspace.ts';
import { figuresOn, loneNumbers, unfounded } from './figures.ts';
import { barriers, type Opened, onBothScreens, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

type Answer<E extends { answer: { _output: unknown } }> = E['answer']['_output'];

const sample = copyOfExample('service-desk');
appendFileSync(join(sample, 'maps/tickets.yaml'), '\nlink: https://tickets.example/show/{item}\n');
const empty = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
let browser: Browser;
let server: Served;
let desk: Opened;

const answered = async <Told>(path: string): Promise<Told> =>
  (await fetch(`${server.address}${path}`)).json() as Promise<Told>;

const casesOf = (of: object): Promise<Answer<typeof listCases>> =>
  answered(`/api/v1/cases?limit=5000&of=${encodeURIComponent(JSON.stringify(of))}`);

beforeAll(async () => {
  const room = roomIn(empty);
  await ask(room, initWorkspace, { name: 'Acme' });
  await room.close();
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
  await desk.page.goto(`${server.address}/flow`);
  await whole(desk.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
  removed(empty);
});

/** Until the sentence, all main figures and both pictures are there. */
const whole = async (page: Page): Promise<void> => {
  await page.locator('.drawing svg').nth(1).waitFor();
  await page.locator('.finding-sentence [data-figure]').nth(2).waitFor();
  await page.waitForFunction(() => {
    const values = [...document.querySelectorAll('.tile-value')].map((each) => each.textContent);
    return values.length === 8 && values.every((each) => each !== '…');
  });
};

const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const drawer = (page: Page, kind: string) => page.locator(`.inspector [data-kind="${kind}"]`);
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

const taken = async (page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const coming = page.waitForEvent('download');
  await press();
  const file: Download = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

describe('every number', () => {
  test('opens', async () => {
    expect(await loneNumbers(desk.page)).toEqual([]);
  });

  test('of the sentence and of the main figures is one that the server answers', async () => {
    const { uses } = await answered<Answer<typeof showTimeUse>>('/api/v1/flow/time');
    const texts = (await figuresOn(desk.page)).filter(({ figure }) => figure.startsWith('flow.'));
    const wrong: string[] = [];
    for (const { figure, text } of texts) {
      const [id = '', stage] = figure.split('[stage=');
      const answer = await answered(`/api/v1/explanations/${encodeURIComponent(id)}`);
      const use = stage === undefined ? undefined : uses.find(({ key }) => `${key}]` === stage);
      // Pictures have scales, whose numbers are nobody's.
      if ((await desk.page.locator(`.drawing [data-figure="${figure}"]`).count()) > 0) continue;
      wrong.push(...unfounded(text, [answer, use], [50, 85, 95]).map((number) => `${number} in ${text}`));
    }
    expect(texts.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  test('of the map is one that the server answers', async () => {
    const { flows } = await answered<Answer<typeof showFlowMap>>('/api/v1/flow/map');
    const marks = await desk.page
      .locator('[aria-label="Flow map"] .drawing [data-key]')
      .evaluateAll((all) =>
        all.map((mark) => [mark.getAttribute('data-key') ?? '', mark.querySelector('title')?.textContent ?? '']),
      );
    expect(marks.length).toBeGreaterThan(20);
    const wrong = marks.flatMap(([key = '', said = '']) => {
      const [, , from, to] = key.split(':');
      const move = flows[0]?.moves.find((each) => each.from === from && each.to === to);
      const stage = flows[0]?.stages.find((each) => each.key === from);
      return unfounded(said, move ?? stage).map((number) => `${number} in ${said}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('what is clicked', () => {
  test('opens the cases behind it, longest first, as many as the picture says', async () => {
    const { page } = desk;
    await page.locator('.drawing [data-key="cases.stage:tickets:approval"] rect').click();
    await drawer(page, 'cases').waitFor();
    expect(param(page, 'open')).toBe('cases.stage:tickets:approval');
    const { total, rows } = await casesOf({ stage: { source: 'tickets', stage: 'approval' } });
    expect(await drawer(page, 'cases').innerText()).toContain(`Came to Approval`);
    expect(await page.locator('.hero-value').innerText()).toBe(String(total));
    const { bytes } = await taken(page, () => drawer(page, 'cases').getByRole('button', { name: 'CSV' }).click());
    const lines = bytes.toString().trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[1])).toEqual(rows.map(({ item }) => item));
  });

  test('leads to one case, a lane a team, and from there to its source', async () => {
    const { page } = desk;
    const [first] = (await casesOf({ stage: { source: 'tickets', stage: 'approval' } })).rows;
    await drawer(page, 'cases').locator('tbody a.figure').first().click();
    await drawer(page, 'case').locator('.drawing svg').waitFor();
    expect(param(page, 'open')).toBe(`case:tickets:${first?.item}`);
    expect(await drawer(page, 'case').locator('.drawing svg').getAttribute('aria-label')).toContain(
      `${first?.item} took`,
    );
    const link = drawer(page, 'case').locator('.item-link');
    expect(await link.getAttribute('href')).toBe(`https://tickets.example/show/${first?.item}`);
    expect(await page.locator('.inspector').innerText()).not.toMatch(/\bp-[0-9a-f]{20}\b/u);
    expect(await barriers(page)).toEqual([]);
  });

  test('and Back goes back to the list, and to the page', async () => {
    const { page } = desk;
    await page.goBack();
    await drawer(page, 'cases').waitFor();
    await page.goBack();
    await page.locator('.inspector').waitFor({ state: 'detached' });
    expect(param(page, 'open')).toBeNull();
  });
});

test('more cases than a page of the server has are sorted, too', async () => {
  const { page } = desk;
  await page.locator('.drawing [data-key="cases.stage:tickets:new"] rect').click();
  await drawer(page, 'cases').waitFor();
  const { rows, total } = await casesOf({ stage: { source: 'tickets', stage: 'new' } });
  expect(total).toBeGreaterThan(1000);
  await drawer(page, 'cases').getByRole('button', { name: 'days' }).click();
  await page.locator('.inspector th[aria-sort="ascending"]').waitFor();
  const least = Math.min(...rows.map(({ days }) => Number(days)));
  const first = drawer(page, 'cases').locator('tbody tr').first().locator('td').nth(2);
  await first.getByText(least.toLocaleString('en-GB', { maximumFractionDigits: 3 }), { exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

test('by the keyboard alone a move opens its cases from the table, and Esc gives the focus back', async () => {
  const { page } = desk;
  const map = page.locator('[aria-label="Flow map"]');
  await map.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  await map.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  const row = map.locator('tbody tr', { hasText: 'Cancelled' }).first();
  const key = await row.getAttribute('data-figure');
  await row.locator('a').focus();
  expect(await loneNumbers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await drawer(page, 'cases').waitFor();
  expect(param(page, 'open')).toBe(key);
  await page.keyboard.press('Escape');
  await page.locator('.inspector').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe(key);
  await map.getByRole('button', { name: 'Table' }).press('Enter');
  await map.locator('.drawing svg').waitFor();
});

test('how much of the map is drawn stands in the address', async () => {
  const { page } = desk;
  const moves = page.locator('[aria-label="Flow map"] .drawing [data-key^="cases.move:"]');
  const slider = page.getByRole('slider', { name: 'Moves drawn' });
  await slider.press('End');
  await page.waitForURL(/detail=1(?:&|$)/u);
  const { flows } = await answered<Answer<typeof showFlowMap>>('/api/v1/flow/map');
  expect(await moves.count()).toBe(flows[0]?.moves.length);
  expect(await page.locator('[aria-label="Flow map"] figcaption').innerText()).toContain('dashed: not in the design');
  await slider.press('Home');
  await page.waitForURL(/detail=0(?:&|$)/u);
  expect(await moves.count()).toBeLessThan(flows[0]?.moves.length ?? 0);
  expect(await page.locator('[aria-label="Flow map"] .drawing [data-key^="cases.stage:"]').count()).toBe(
    flows[0]?.stages.length,
  );
});

describe('each tab', () => {
  test.each([
    ['Cumulative flow', 'cumulative'],
    ['Ageing work', 'ageing'],
    ['Flow time', 'percentiles'],
    ['Hand-offs', 'hand-offs'],
    ['Waiting and work', 'waiting'],
  ])('%s shows a picture of which every number opens', async (name, id) => {
    const { page } = desk;
    await tab(page, name).click();
    await page.waitForURL(new RegExp(`tab=${id}`, 'u'));
    await page.locator(`[role="tabpanel"][aria-label="${name}"] .drawing svg`).waitFor();
    expect(await loneNumbers(page)).toEqual([]);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Table' }).click();
    await page.getByRole('tabpanel').locator('tbody tr').first().waitFor();
    expect(await loneNumbers(page)).toEqual([]);
  });

  test('is gone to by arrows, and back by Back', async () => {
    const { page } = desk;
    await tab(page, 'Waiting and work').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/tab=cumulative/u);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cumulative flow');
    await page.goBack();
    await page.waitForURL(/tab=waiting/u);
  });

  test('opens what is under way as single cases', async () => {
    const { page } = desk;
    const { work } = await answered<Answer<typeof showAgeingWork>>('/api/v1/flow/ageing');
    await tab(page, 'Ageing work').click();
    const dots = page.getByRole('tabpanel').locator('.drawing [data-key^="case:"]');
    await dots.first().waitFor();
    expect(await dots.count()).toBe(work.total);
    await dots.first().locator('circle').click();
    await drawer(page, 'case').waitFor();
    await page.keyboard.press('Escape');
  });

  test('opens hand-offs from team to team', async () => {
    const { page } = desk;
    const { handOffs } = await answered<Answer<typeof showHandOffs>>('/api/v1/flow/hand-offs');
    const [{ from, to, count } = { from: '', to: '', count: 0 }] = handOffs;
    await tab(page, 'Hand-offs').click();
    await page.getByRole('tabpanel').locator(`.drawing [data-key="cases.hand-off:${from}:${to}"] rect`).click();
    await drawer(page, 'cases').waitFor();
    expect(await page.locator('.hero-value').innerText()).toBe(String(count));
    await page.keyboard.press('Escape');
  });
});

test('a picture goes along as numbers, lines and dots', async () => {
  const { page } = desk;
  const map = page.locator('[aria-label="Flow map"]');
  const csv = await taken(page, () => map.getByRole('button', { name: 'CSV' }).click());
  expect([csv.name, csv.bytes.toString().split('\r\n')[0]]).toEqual([
    'flow-map.csv',
    'from,to,moves (count),median stay (days),items (count),in the design',
  ]);
  const svg = await taken(page, () => map.getByRole('button', { name: 'SVG' }).click());
  expect(svg.bytes.toString()).toMatch(/^<svg .*Most time passes.*Sample data\. Birkental Insurance/su);
  expect(svg.bytes.toString()).not.toContain('var(');
  const png = await taken(page, () => map.getByRole('button', { name: 'PNG' }).click());
  expect([png.name, png.bytes.subarray(1, 4).toString(), png.bytes.length > 20_000]).toEqual([
    'flow-map.png',
    'PNG',
    true,
  ]);
});

test('scope and period narrow all of it', async () => {
  const { page } = desk;
  await page.goto(`${server.address}/flow?scope=team%3Anetwork&period=2025-Q4`);
  await whole(page);
  const { flows } = await answered<Answer<typeof showFlowMap>>(
    `/api/v1/flow/map?from=2025-09-30T22:00:00.000Z&until=2025-12-31T23:00:00.000Z&where=${encodeURIComponent('{"scope":"team","key":"network"}')}`,
  );
  const moves = flows[0]?.moves.reduce((sum, { count }) => sum + count, 0);
  expect(await page.locator('[aria-label="Flow map"] figcaption').innerText()).toContain(`2025-Q4, n = ${moves} moves`);
  expect(await loneNumbers(page)).toEqual([]);
  await page.locator('.drawing [data-key="cases.stage:tickets:new[team=network]"] rect').click();
  await drawer(page, 'cases').waitFor();
  expect(await page.locator('.hero-value').innerText()).toBe(String(flows[0]?.stages[0]?.items));
  await page.keyboard.press('Escape');
});

test.each(['light', 'dark'] as const)(
  'it keeps nobody out, %s, on a large screen and a small one',
  async (colorScheme) => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme });
    expect(await onBothScreens(page)).toEqual({ large: [], width: 390, small: [] });
  },
);

test('the page complained of nothing all the while', () => {
  expect(desk.complaints).toEqual([]);
});

test('a team that nobody knows is refused with what would be right', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${server.address}/flow?scope=team%3Anetwrk`);
  const told = page.getByRole('alert').first();
  await told.waitFor();
  expect(await told.innerText()).toContain('Did you mean network?');
  expect(await barriers(page)).toEqual([]);
  await context.close();
});

test('a new workspace says what the page needs', async () => {
  const bare = await served(empty);
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${bare.address}/flow`);
  await page.getByRole('heading', { name: 'There is no work to follow yet' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
  await bare.end();
});
