import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { initWorkspace } from '#api/model.ts';
import type { showWorkspace } from '#api/workspace.ts';
import { ask, copyOfExample, removed, roomIn } from '../fixtures/workspace.ts';
import { figuresOn, loneNumbers, unfounded } from './figures.ts';
import { barriers, type Opened, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

const sample = copyOfExample('service-desk');
const empty = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
let browser: Browser;
let server: Served;
let desk: Opened;

/** What the server answers, asked beside the page. */
const answered = async <Answer>(path: string): Promise<Answer> =>
  (await fetch(`${server.address}${path}`)).json() as Promise<Answer>;

type Diagnosis = (typeof diagnoseWorkspace)['answer']['_output'];
type Conformance = (typeof conformToDesign)['answer']['_output'];
type Workspace = (typeof showWorkspace)['answer']['_output'];

beforeAll(async () => {
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

/** Until all of the Brief is there, with the course over all periods. */
const wholeBrief = async (page: Page): Promise<void> => {
  await page.locator('.finding-sentence').waitFor();
  await page.waitForFunction(
    () => !document.querySelector('main .loading') && !document.body.innerText.includes('being read'),
  );
};

const inspector = (page: Page) => page.locator('.inspector .explained');

/** The rows of what is opened, as a person takes them along. */
const rowsTaken = async (page: Page): Promise<Record<string, string>[]> => {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const [head = '', ...lines] = readFileSync(await (await coming).path(), 'utf8')
    .trim()
    .split('\r\n');
  const columns = head.split(',');
  const cells = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map(([, cell = '']) => cell);
  return lines.map((line) => Object.fromEntries(columns.map((column, index) => [column, cells(line)[index] ?? ''])));
};

const opened = (page: Page): string | null => new URL(page.url()).searchParams.get('open');

describe('the Brief of the example', () => {
  let diagnosis: Diagnosis;

  beforeAll(async () => {
    await desk.page.goto(server.address);
    await wholeBrief(desk.page);
    diagnosis = await answered('/api/v1/diagnosis');
  });

  test('says what the diagnosis says, and that it is a sample', async () => {
    expect(await desk.page.locator('.finding-sentence').innerText()).toBe(diagnosis.sentence);
    expect(await desk.page.getByText('Sample data').isVisible()).toBe(true);
    expect(await desk.page.locator('.findings li > h3').count()).toBe(4);
  });

  test('shows all of it without scrolling', async () => {
    expect(await desk.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
  });

  test('holds no number that does not open', async () => {
    expect(await loneNumbers(desk.page)).toEqual([]);
  });

  test('holds no number that the server does not answer', async () => {
    const workspace: Workspace = await answered('/api/v1/workspace');
    const shown = await figuresOn(desk.page);
    expect(shown.length).toBeGreaterThan(30);
    const periods = new Map<string, Conformance>();
    for (const [, key = ''] of shown.flatMap(({ figure }) => [...figure.matchAll(/@(.+)$/gu)])) {
      const period = workspace.periods.find((each) => each.key === key);
      if (!periods.has(key))
        periods.set(key, await answered(`/api/v1/conformance?from=${period?.from}&until=${period?.until}`));
    }
    const wrong = shown.flatMap(({ figure, text }) => {
      const numbers = unfounded(
        text,
        answerFor(figure, diagnosis, periods),
        figure.startsWith('dimension.') ? [0, 100] : [],
      );
      return numbers.map((number) => `${number} in ${figure}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  test('keeps nobody out', async () => {
    expect(await barriers(desk.page)).toEqual([]);
  });

  test('takes at most 200 kB of script for its first sight', async () => {
    const scripts = await desk.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    expect(scripts.length).toBeGreaterThan(1);
    const sizes = await Promise.all(
      scripts.map(async (script) => gzipSync(await (await fetch(script)).bytes()).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200_000);
  });
});

/** What the server answers of a figure, by whichever door. */
const answerFor = (figure: string, diagnosis: Diagnosis, periods: ReadonlyMap<string, Conformance>): unknown => {
  const [name = '', period] = figure.split('@');
  const [id = '', key] = name.split(/[[\]]/u);
  const conformance = period === undefined ? undefined : periods.get(period);
  if (id === 'design.rules') {
    if (conformance) return counts(conformance.results.length);
    return [diagnosis.kept.length, diagnosis.tolerable.length, diagnosis.worst.length, read(diagnosis)];
  }
  if (conformance) return conformance.results.find(({ rule }) => rule === id);
  const { signs, worst, dimensions, coverage, work, decisions, missing } = diagnosis;
  const rules = signs.flatMap((sign) => sign.rules);
  const places = [...work.stages, ...decisions.types].filter((place) => key?.endsWith(`=${place.key}`));
  return [
    signs.filter(({ sign }) => sign === id),
    rules.filter(({ rule, standsOn }) => rule === id || standsOn === id),
    worst.filter(({ rule }) => rule === id),
    dimensions.filter(({ dimension }) => `dimension.${dimension}` === id),
    dimensions
      .filter(({ dimension }) => `dimension.${dimension}` === id)
      .map(({ read: rules, score }) => [rules.length, 100 - (score ?? 0)]),
    coverage.filter(({ source }) => `source.${source}` === id),
    missing.filter((text) => text.startsWith(id.replace(/^(?:source|dimension)\./u, ''))),
    key === undefined ? [...work.headline, ...decisions.headline].filter(({ metric }) => metric === id) : places,
  ];
};

const counts = (most: number): number[] => Array.from({ length: most + 1 }, (_, count) => count);
const read = ({ kept, tolerable, worst }: Diagnosis): number => kept.length + tolerable.length + worst.length;

describe('a figure opens', () => {
  test('by a click, into rows from which it can be made again', async () => {
    const { page } = desk;
    await page.locator('.finding-sentence [data-figure="flow.flow-efficiency"]').click();
    await inspector(page).waitFor();
    expect(opened(page)).toBe('flow.flow-efficiency');
    const told = await answered<{ figure: { value: number; n: number }; total: number }>(
      '/api/v1/explanations/flow.flow-efficiency',
    );
    const rows = (await rowsTaken(page)).filter(({ total }) => Number(total) > 0);
    const sumOf = (column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(rows.length).toBe(told.figure.n);
    expect(sumOf('active') / sumOf('total')).toBeCloseTo(told.figure.value, 9);
    expect(unfounded(await page.locator('.hero-value').innerText(), told.figure)).toEqual([]);
  });

  test('with nobody kept out of it', async () => {
    expect(await barriers(desk.page)).toEqual([]);
  });

  test('and Back closes it, with the page as it was', async () => {
    await desk.page.goBack();
    await inspector(desk.page).waitFor({ state: 'detached' });
    expect(opened(desk.page)).toBeNull();
    expect(await desk.page.locator('.finding-sentence').isVisible()).toBe(true);
    await desk.page.goForward();
    await inspector(desk.page).waitFor();
  });

  test('and Esc closes it, with the focus where it was', async () => {
    await desk.page.keyboard.press('Escape');
    await inspector(desk.page).waitFor({ state: 'detached' });
    expect(await desk.page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe(
      'flow.flow-efficiency',
    );
  });

  test('when it is a rule: with all the cases that broke it', async () => {
    const { page } = desk;
    await page.locator('.finding-sentence [data-figure="governance.forums-decide"]').click();
    await page.locator('[data-kind="rule"]').waitFor();
    const told = await answered<{ rule: { broke: number } }>('/api/v1/explanations/governance.forums-decide');
    expect(await rowsTaken(page)).toHaveLength(told.rule.broke);
  });

  test('when it is a score: with the rules that come to it', async () => {
    const { page } = desk;
    await page.locator('.strips [data-figure="dimension.governance"]').click();
    await page.locator('[data-kind="dimension"]').waitFor();
    const severities = await page
      .locator('.inspector [data-severity]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-severity'))));
    const mean = severities.reduce((sum, each) => sum + each, 0) / severities.length;
    expect(await page.locator('.hero-value').innerText()).toBe(`${Math.round(100 - mean)} of 100`);
  });

  test('and in the dark keeps nobody out either', async () => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('and on a small screen, which is never wider than it is', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    expect(await barriers(page)).toEqual([]);
    await page.locator('.finding-sentence [data-figure="decision.latency"]').click();
    await inspector(page).waitFor();
    expect(await width()).toBe(390);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

test('the keyboard alone is enough', async () => {
  const { page } = desk;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.locator('.skip').focus();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe('design.rules');
  await page.keyboard.press('i');
  await inspector(page).waitFor();
  expect(opened(page)).toBe('design.rules');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys and help' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'A screen, period, team or figure' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.type('reopened');
  await page.keyboard.press('Enter');
  await inspector(page).waitFor();
  expect(opened(page)).toBe('quality.reopened');
  const told = await answered<{ figure: { value: number; n: number }; total: number }>(
    '/api/v1/explanations/quality.reopened',
  );
  const rows = await rowsTaken(page);
  expect(rows).toHaveLength(told.total);
  expect(rows.filter(({ was_reopened }) => was_reopened === 'true').length / rows.length).toBeCloseTo(
    told.figure.value,
    9,
  );
});

test('single letters are no short cuts once they are turned off', async () => {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByLabel('Single letters are short cuts').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.evaluate(() => localStorage.clear());
});

test('period, comparison and scope stand in the address, and Back takes them back', async () => {
  const { page } = desk;
  const before = page.url();
  await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption('2026-Q1');
  await page.waitForURL(/period=2026-Q1/u);
  await page.getByRole('combobox', { name: 'Scope', exact: true }).selectOption('team:billing');
  await page.waitForURL(/scope=team%3Abilling/u);
  await page.locator('[data-figure^="flow.flow-efficiency[team=billing]"]').waitFor();
  await page.goBack();
  await page.goBack();
  expect(page.url()).toBe(before);
});

test('an address alone opens a figure, or says that there is none', async () => {
  const { page, context } = await openPage(browser);
  // The Brief behind it, which takes its time, is not what is looked at.
  await page.route(/\/api\/v1\/(?:diagnosis|conformance)/u, (route) => route.abort());
  await page.goto(`${server.address}/?open=source.tickets`);
  await page.locator('[data-kind="source"]').waitFor();
  await page.goto(`${server.address}/?open=flow.flow-tme`);
  const told = page.locator('.inspector .problem');
  await told.waitFor();
  expect(await told.innerText()).toContain('Did you mean flow.flow-time?');
  await context.close();
});

describe.each(['light', 'dark'] as const)('with nothing to show, %s', (theme) => {
  let bare: Served;
  let shown: Opened;

  beforeAll(async () => {
    bare = await served(empty);
    shown = await openPage(browser, { theme });
  });

  afterAll(async () => {
    await shown.context.close();
    await bare.end();
  });

  test('a new workspace says what it needs', async () => {
    await shown.page.goto(bare.address);
    await shown.page.getByRole('heading', { name: 'Acme has no evidence yet' }).waitFor();
    expect(await barriers(shown.page)).toEqual([]);
    expect(await loneNumbers(shown.page)).toEqual([]);
    expect(shown.complaints).toEqual([]);
  });

  test('a failure says what, why, and what to do', async () => {
    const file = join(empty, 'throughline.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\nnonsense: 1\n`);
    await shown.page.goto(bare.address);
    const told = shown.page.getByRole('alert');
    await told.waitFor();
    expect(await told.innerText()).toMatch(/cannot be read.*nonsense.*nothing was lost.*Correct the file/su);
    expect(await barriers(shown.page)).toEqual([]);
    writeFileSync(file, before);
    await shown.page.getByRole('button', { name: 'Try again' }).click();
    await shown.page.getByRole('heading', { name: 'Acme has no evidence yet' }).waitFor();
  });
});

test('the page complained of nothing all the while', () => {
  expect(desk.complaints).toEqual([]);
});
