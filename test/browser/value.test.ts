import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { listBenefits } from '#api/benefits.ts';
import type { listDelays, showGate } from '#api/finance.ts';
import type { showOutcome } from '#api/outcomes.ts';
import type { listCapabilities } from '#api/portfolio.ts';
import type { showRecord } from '#api/records.ts';
import type { showCoverage, showTrace } from '#api/value.ts';
import { bank } from '../fixtures/bank.ts';
import { withText } from '../fixtures/edited-workbook.ts';
import { removed, written } from '../fixtures/workspace.ts';
import { loneNumbers } from './figures.ts';
import { type Opened, onBothScreens, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

type Answer<E extends { answer: { _output: unknown } }> = E['answer']['_output'];

const folder = mkdtempSync(join(tmpdir(), 'throughline-bank-'));
const empty = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
let browser: Browser;
let server: Served;
let desk: Opened;

const answered = async <Told>(path: string): Promise<Told> =>
  (await fetch(`${server.address}${path}`)).json() as Promise<Told>;

const goTo = async (path: string, address = server.address): Promise<Page> => {
  const { page } = desk;
  await page.goto(`${address}${path}`);
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('main .loading'));
  return page;
};

beforeAll(async () => {
  written(folder, bank);
  written(empty, { 'throughline.yaml': bank['throughline.yaml'] ?? '' });
  server = await served(folder);
  browser = await openBrowser();
  desk = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(folder);
  removed(empty);
});

const pages = [
  '/capabilities',
  '/capabilities/onboarding',
  '/portfolio',
  '/portfolio?tab=plan',
  '/portfolio?tab=tail',
  '/portfolio/onboarding-2',
  '/value',
  '/value/outcomes/conversion',
  '/benefits',
  '/benefits/digital-sales',
];

describe.each(pages)('%s', (path) => {
  test('has no number that does not open, and keeps nobody out', async () => {
    const page = await goTo(path);
    await page.locator('.drawing svg, .tiles').first().waitFor();
    expect(await loneNumbers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: path.includes('benefit') ? 'dark' : 'light' });
    expect(await onBothScreens(page)).toEqual({ large: [], width: 390, small: [] });
  });
});

test('the trace and its breaks are what the server answers, and what is drawn opens', async () => {
  const page = await goTo('/value');
  const { money, breaks } = await answered<Answer<typeof showCoverage>>('/api/v1/value/coverage');
  const euros = money.find(({ currency }) => currency === 'EUR');
  expect(await page.locator('.finding-sentence').innerText()).toContain('(35%)');
  expect(euros?.share?.toFixed(2)).toBe('0.35');
  const rows = page.getByRole('region', { name: 'Where the chain breaks' }).first().locator('tbody tr');
  const own = breaks.filter(
    ({ amounts }) => amounts.length === 0 || amounts.some(({ currency }) => currency === 'EUR'),
  );
  expect(await rows.count()).toBe(own.length);
  await page.locator('.drawing [data-key="value.initiative:crm"] rect').first().click();
  await page.locator('.inspector [data-kind="value"]').waitFor();
  const { traces } = await answered<Answer<typeof showTrace>>(
    `/api/v1/value/trace?through=${encodeURIComponent('{"kind":"initiative","key":"crm"}')}`,
  );
  const node = traces.find(({ unit }) => unit === 'EUR')?.nodes.find(({ key }) => key === 'crm');
  expect(node?.amount).toBe('1190000.11');
  expect(await page.locator('.hero-value').innerText()).toBe('€1.19m');
  await page.locator('.inspector').getByRole('link', { name: '476,000.05' }).click();
  await page.locator('.inspector [data-kind="value-link"]').waitFor();
  expect(await page.locator('.inspector').innerText()).toContain('a part of it');
});

test('whether an initiative pays and what its delay costs opens down to each year', async () => {
  const page = await goTo('/portfolio/onboarding-2');
  const { delays } = await answered<Answer<typeof listDelays>>('/api/v1/value/delay');
  const lost = delays.find(({ key }) => key === 'onboarding-2')?.perMonth.value;
  await page.getByText('Discounted by 8% a year.').waitFor();
  await page.getByRole('link', { name: /^1 month later saves/u }).click();
  await page.locator('.inspector [data-kind="delay"]').waitFor();
  expect((await page.locator('.inspector').innerText()).replaceAll(',', '').replaceAll('−', '-')).toContain(lost);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: 'Net present value first year undiscounted' }).getByRole('link').first().click();
  await page.locator('.inspector [data-kind="finance"]').waitFor();
  expect(await page.locator('.inspector').innerText()).toContain('Worked out first year undiscounted, in EUR');
  expect(await page.locator('.inspector .command').innerText()).toContain(
    'value finance onboarding-2 --kind initiative --basis plan',
  );
});

test('what does not pass the gate is let through with a reason, and held back again', async () => {
  const page = await goTo('/portfolio');
  const gateOf = async (key: string) =>
    (await answered<Answer<typeof showGate>>('/api/v1/value/gate')).rows.find((row) => row.key === key);
  expect(await gateOf('lake')).toMatchObject({ result: 'missing', override: null });
  await page.getByRole('button', { name: 'Let through … Data lake' }).click();
  const form = page.getByRole('dialog', { name: 'Let Data lake through' });
  await form.getByLabel('Granted by').selectOption('head-of-operations');
  await form.getByLabel('Why it may have money all the same').fill('the regulator asks for it');
  await form.getByRole('button', { name: 'Show what would change' }).click();
  await page.locator('.review').getByRole('button', { name: 'Let it through' }).click();
  await page.getByText('the regulator asks for it').waitFor();
  expect(await gateOf('lake')).toMatchObject({
    result: 'overridden',
    override: { grantedBy: 'head-of-operations', reason: 'the regulator asks for it' },
  });
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.said', { hasText: 'Taken back' }).waitFor();
  expect(await gateOf('lake')).toMatchObject({ result: 'missing', override: null });
});

test('an outcome says what its initiative did, in the words that its grade allows', async () => {
  const page = await goTo('/value');
  await page.getByRole('link', { name: 'Digital conversion', exact: true }).click();
  await page.getByRole('heading', { name: 'Digital conversion', exact: true }).waitFor();
  const { effects } = await answered<Answer<typeof showOutcome>>('/api/v1/outcomes/conversion');
  const told = effects.find(({ initiative }) => initiative === 'onboarding-2');
  expect(told).toMatchObject({ moved: 'up', grade: 'C' });
  expect(await page.locator('.finding-sentence').innerText()).toBe(told?.sentence);
  await page.getByText('not ruled out', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Draw it: CRM/u }).click();
  expect(await page.locator('.finding-sentence').innerText()).toContain('CRM upgrade has not gone live');
  await page.locator('.drawing [data-key="outcome:conversion"] circle').last().click();
  await page.locator('.inspector [data-kind="outcome"]').waitFor();
  expect(await page.locator('.inspector').innerText()).toContain('web analytics');
});

test('what is only claimed is held where it would go on, and benefits go back to their money', async () => {
  const page = await goTo('/value');
  await page.getByRole('button', { name: 'evidenced', exact: true }).click();
  await page.waitForURL(/show=evidenced/u);
  await page.locator('.drawing', { hasText: 'only a claim' }).waitFor();
  const { traces } = await answered<Answer<typeof showTrace>>('/api/v1/value/trace?evidence=evidenced');
  const evidenced = traces.find(({ unit }) => unit === 'EUR');
  expect(evidenced?.barred).toBeGreaterThan(1);
  expect(await page.locator('.finding-sentence').innerText()).toMatch(
    new RegExp(
      `along links that are measured; left out are ${evidenced?.barred} links with €.*, which are only claimed\\.$`,
      'u',
    ),
  );
  expect(await loneNumbers(page)).toEqual([]);
  await page.getByRole('button', { name: 'claimed', exact: true }).click();
  await page.getByRole('button', { name: 'benefits that came, back' }).click();
  await page.getByText('goes back to money').first().waitFor();
  expect(await page.locator('.finding-sentence').innerText()).toContain('€397k');
  await page.goto(`${server.address}/benefits/digital-sales`);
  const row = page.getByRole('row', { name: /^Onboarding in minutes/u });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/86,940\.00.*1,927,800\.18/u);
  await row.getByRole('link').nth(1).click();
  await page.locator('.inspector [data-kind="value"]').waitFor();
  expect(await page.locator('.inspector').innerText()).toContain('of the benefits goes back to it');
});

test('another currency is looked at by itself', async () => {
  const page = await goTo('/value');
  await page.getByRole('button', { name: 'CHF', exact: true }).click();
  await page.waitForURL(/unit=CHF/u);
  await page.getByText('CHF 90k').first().waitFor();
  await page.getByRole('button', { name: 'All in EUR' }).click();
  await page.waitForURL(/unit=all/u);
  await page.getByText('90,000 CHF of abroad (1 amount, 2026-05-01): no rate from CHF to EUR').waitFor();
});

test('the map is coloured by what is chosen, and a capability opens its page', async () => {
  const page = await goTo('/capabilities');
  const { capabilities } = await answered<Answer<typeof listCapabilities>>('/api/v1/capabilities');
  expect(await page.locator('[aria-label="Map of capabilities"] [data-key]').count()).toBe(
    capabilities.filter(({ parent }) => parent !== null).length,
  );
  await page.getByLabel('Coloured by').selectOption({ label: 'Spend' });
  await page.waitForURL(/by=spend/u);
  await page.locator('[aria-label="Map of capabilities"] [data-key="value.capability:data"]').waitFor();
  await page.getByRole('link', { name: 'Data and analytics', exact: true }).click();
  await page.getByRole('heading', { name: 'Data and analytics' }).waitFor();
});

test('by the keyboard alone several benefits get an owner, and it is taken back', async () => {
  const page = await goTo('/benefits');
  await page.getByLabel('Choose Cheaper payments').focus();
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Change all that are chosen' });
  await bar.getByText('2 chosen').waitFor();
  await bar.getByLabel('Set').selectOption('businessOwner');
  await bar.getByLabel('New business owner').selectOption('head-of-sales');
  await bar.getByRole('button', { name: 'Show what would change' }).click();
  await page.locator('.review').getByRole('button', { name: 'Change them' }).click();
  await page.locator('.said').waitFor();
  const ownerOf = async (key: string): Promise<unknown> =>
    (await answered<Answer<typeof showRecord>>(`/api/v1/records/benefit/${key}`)).body.businessOwner;
  expect([await ownerOf('cheaper-payments'), await ownerOf('faster-reports')]).toEqual([
    'head-of-sales',
    'head-of-sales',
  ]);
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.said', { hasText: 'Taken back' }).waitFor();
  expect(await ownerOf('cheaper-payments')).toBe('head-of-operations');
});

test('of a long register the first rows are drawn, all are searched, and paper has all', async () => {
  const page = await goTo('/value');
  await page.route('**/api/v1/benefits', async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as Answer<typeof listBenefits>;
    const many = Array.from({ length: 150 }, (_, n) => ({ ...said.benefits[0], key: `many-${n}`, name: `Many ${n}` }));
    await route.fulfill({ response, json: { ...said, benefits: [...said.benefits, ...many].slice(0, 150) } });
  });
  await page.goto(`${server.address}/benefits`);
  const rows = page.getByRole('region', { name: 'Register of benefits' }).locator('tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(100);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect.poll(() => rows.count()).toBe(150);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => rows.count()).toBe(100);
  await page.getByLabel('Find among all benefits').fill('many 120');
  await page.getByText('1 of 150 benefits found').waitFor();
  expect(await rows.locator('th').allInnerTexts()).toEqual(['Many 120']);
  await page.unroute('**/api/v1/benefits');
});

test('a value is put on record and signed by its owner', async () => {
  const page = await goTo('/benefits/cheaper-payments');
  const form = page.getByRole('form', { name: 'Put a value on record or sign it' });
  await form.getByLabel('Period').selectOption('2026-q1');
  await form.getByLabel('Value, EUR').fill('54000');
  await form.getByRole('button', { name: 'Show what would change' }).click();
  await page.locator('.review').getByRole('button', { name: 'Sign it' }).click();
  await page.locator('.said').waitFor();
  const { benefits } = await answered<Answer<typeof listBenefits>>('/api/v1/benefits');
  expect(benefits.find(({ key }) => key === 'cheaper-payments')?.confirmed).toBe(1);
  await page.getByText('2026-q1: 54,000 EUR').waitFor();
});

test('records leave as a workbook, and what is edited in it is shown, taken in and taken back', async () => {
  const { page } = desk;
  await page.goto(`${server.address}/model?tab=files`);
  const leaves = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export workbook' }).click();
  const download = await leaves;
  const book = readFileSync(await download.path());
  const edited = withText(book, 'New office tools', 'Office tools of this decade');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .getByRole('region', { name: 'Take in records' })
    .locator('input[type="file"]')
    .setInputFiles({ name: download.suggestedFilename(), mimeType, buffer: edited });
  const nameOf = async (): Promise<unknown> =>
    (await answered<Answer<typeof showRecord>>('/api/v1/records/initiative/office')).body.name;
  const review = page.locator('.review');
  await review.getByText('One record would change').waitFor();
  expect(await review.innerText()).toContain('Office tools of this decade');
  expect(await nameOf()).toBe('New office tools');
  await review.getByRole('button', { name: 'Take it in' }).click();
  await page.locator('.said').waitFor();
  expect(await nameOf()).toBe('Office tools of this decade');
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.said', { hasText: 'Taken back' }).waitFor();
  expect(await nameOf()).toBe('New office tools');
});

test('the pages complained of nothing but that there is no log to put beside the model', () => {
  expect(desk.complaints.filter((text) => !text.includes('status of 422'))).toEqual([]);
});

test('a workspace without money says what each page needs', async () => {
  const bare = await served(empty);
  for (const [path, title] of [
    ['/capabilities', 'There are no capabilities yet'],
    ['/portfolio', 'There is no money to look at'],
    ['/value', 'There is no money to follow yet'],
    ['/benefits', 'No benefit is promised yet'],
  ] as const) {
    const page = await goTo(path, bare.address);
    expect(await page.locator('main h1').last().innerText()).toBe(title);
  }
  await bare.end();
});
