import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { copyOfExample, removed } from '../fixtures/workspace.ts';
import { figuresOn, loneNumbers, unfounded } from './figures.ts';
import { type Opened, onBothScreens, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

type Conformance = (typeof conformToDesign)['answer']['_output'];
type Diagnosis = (typeof diagnoseWorkspace)['answer']['_output'];

const sample = copyOfExample('service-desk');
let browser: Browser;
let server: Served;
let desk: Opened;
let conformance: Conformance;
let diagnosis: Diagnosis;

const answered = async <Answer>(path: string): Promise<Answer> =>
  (await fetch(`${server.address}${path}`)).json() as Promise<Answer>;

beforeAll(async () => {
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
  await desk.page.goto(`${server.address}/alignment`);
  await desk.page.locator('.rules').waitFor();
  await desk.page.waitForFunction(() => !document.querySelector('main .loading'));
  conformance = await answered('/api/v1/conformance');
  diagnosis = await answered('/api/v1/diagnosis');
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
});

/** The rules that are shown, from top to bottom. */
const shownRules = (): Promise<string[]> =>
  desk.page
    .locator('.rule-figure')
    .evaluateAll((titles) => titles.map((title) => title.getAttribute('data-figure') ?? ''));

test('every rule is shown, the furthest from the design first', async () => {
  const severities = new Map(conformance.results.map(({ rule, severity }) => [rule, severity?.value ?? -1]));
  const shown = await shownRules();
  expect(shown.toSorted()).toEqual([...severities.keys()].toSorted());
  const values = shown.map((rule) => severities.get(rule) ?? Number.NaN);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test('every number opens, and is one that the server answers', async () => {
  expect(await loneNumbers(desk.page)).toEqual([]);
  const counts = conformance.results.reduce((sum, { severity }) => sum + (severity === null ? 0 : 1), 0);
  const wrong = (await figuresOn(desk.page)).flatMap(({ figure, text }): string[] => {
    const rule = conformance.results.find((each) => each.rule === figure);
    const answer = rule ?? diagnosis.signs.find(({ sign }) => sign === figure) ?? figure;
    if (figure === 'design.rules') {
      const known = [counts, diagnosis.kept.length, diagnosis.tolerable.length, diagnosis.worst.length];
      return unfounded(text, known).map((number) => `${number} in ${text}`);
    }
    // How far it is from the design is told beside it.
    const gap = rule?.value == null ? 0 : Math.abs(rule.value - rule.breakpoints.asDesigned);
    return unfounded(text, answer, [gap, gap * 100]).map((number) => `${number} in ${text}`);
  });
  expect(wrong).toEqual([]);
});

test('a rule opens its test and the cases that broke it', async () => {
  const { page } = desk;
  const id = 'governance.within-target-time';
  await page.locator(`.rule-figure[data-figure="${id}"]`).click();
  await page.locator('.inspector .explained').waitFor();
  const broke = conformance.results.find(({ rule }) => rule === id)?.broke;
  expect(await page.locator('.inspector').innerText()).toContain(`${broke} cases broke it`);
  await page.keyboard.press('Escape');
});

test('what is chosen stands in the address, and Back takes it back', async () => {
  const { page } = desk;
  const all = (await shownRules()).length;
  await page.getByRole('button', { name: 'delivery' }).click();
  await page.waitForURL(/dimension=delivery/u);
  await page.getByRole('button', { name: 'beyond tolerable' }).click();
  await page.waitForURL(/band=beyond/u);
  expect(await shownRules()).toEqual(
    diagnosis.worst.filter(({ dimension }) => dimension === 'delivery').map(({ rule }) => rule),
  );
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('dimension'));
  expect((await shownRules()).length).toBe(all);
});

test.each(['light', 'dark'] as const)(
  'it keeps nobody out, %s, on a large screen and a small one',
  async (colorScheme) => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme });
    expect(await onBothScreens(page)).toEqual({ large: [], width: 390, small: [] });
  },
);

test('the page complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
