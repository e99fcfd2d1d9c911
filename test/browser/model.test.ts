import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { compareDiscovery } from '#api/discovery.ts';
import { initWorkspace } from '#api/model.ts';
import type { listRecords, recordHistory, showRecord } from '#api/records.ts';
import { ask, copyOfExample, removed, roomIn } from '../fixtures/workspace.ts';
import { loneNumbers, unfounded } from './figures.ts';
import { barriers, dropFile, type Opened, openBrowser, openPage } from './pages.ts';
import { type Served, served } from './served.ts';

type Listed = (typeof listRecords)['answer']['_output'];
type Beside = (typeof compareDiscovery)['answer']['_output'];
type Shown = (typeof showRecord)['answer']['_output'];
type Told = (typeof recordHistory)['answer']['_output'];

const sample = copyOfExample('service-desk');
let browser: Browser;
let server: Served;
let desk: Opened;
let listed: Listed;

const answered = async <Answer>(path: string): Promise<Answer> =>
  (await fetch(`${server.address}${path}`)).json() as Promise<Answer>;

/** An edit as somebody else makes it meanwhile. */
const edited = async (path: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
};

const goTo = async (path: string): Promise<Page> => {
  const { page } = desk;
  await page.goto(`${server.address}${path}`);
  await settled(page);
  return page;
};

const settled = async (page: Page): Promise<void> => {
  await page.locator('.model-head .finding-sentence').waitFor();
  await page.waitForFunction(
    () => !document.querySelector('main .loading') && !document.body.innerText.includes('being put beside it'),
  );
};

beforeAll(async () => {
  server = await served(sample);
  browser = await openBrowser();
  desk = await openPage(browser);
  listed = await answered('/api/v1/records?limit=10000');
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  removed(sample);
});

const tabs = [
  'structure',
  'governance',
  'delivery',
  'capabilities',
  'engagement',
  'records',
  'found',
  'compare',
  'files',
];

describe('every way to look at the design', () => {
  test.each(tabs)('%s keeps nobody out, and holds no number that does not lead to where it is read', async (tab) => {
    const page = await goTo(`/model?tab=${tab}`);
    expect(await loneNumbers(page)).toEqual([]);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await barriers(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('what is shown is what the records state', async () => {
    const bodies = new Map(listed.records.map((record) => [`${record.kind}:${record.key}`, record]));
    for (const tab of tabs.slice(0, 5)) {
      const page = await goTo(`/model?tab=${tab}`);
      const shown = await page.locator('[data-stated]').evaluateAll((elements) =>
        elements.map((element) => ({
          of: element.getAttribute('data-stated') ?? '',
          text: (element as HTMLElement).innerText,
        })),
      );
      const wrong = shown.flatMap(({ of, text }) => {
        const records = of.split(' ').map((name) => bodies.get(name));
        expect([of, records.filter((record) => record === undefined)]).toEqual([of, []]);
        // A promise that states no share is one of nine in ten.
        return unfounded(text, records, [90]).map((number) => `${number} in ${of}: ${text}`);
      });
      expect([tab, wrong]).toEqual([tab, []]);
      expect(shown.length).toBeGreaterThan(4);
    }
  });

  test('every kind of record is listed with how many there are', async () => {
    const page = await goTo('/model?tab=records');
    const shown = await page.locator('.kinds .number').allInnerTexts();
    expect(shown.map(Number)).toEqual(Object.values(listed.counts));
  });
});

test('counts lead to what they count, a record to its page, and Back leads back', async () => {
  const page = await goTo('/model');
  await page.getByRole('link', { name: '12 decision rights' }).click();
  await page.waitForURL(/kind=decision-right/u);
  await page.getByRole('searchbox').fill('amount 250000');
  await page.getByText('2 of 12 records found').waitFor();
  expect(new URL(page.url()).searchParams.get('find')).toBe('amount 250000');
  await page.getByRole('link', { name: 'purchase-huge' }).click();
  await page.waitForURL(/record=decision-right%3Apurchase-huge/u);
  await page.locator('.history').waitFor();
  const record = await answered<Shown>('/api/v1/records/decision-right/purchase-huge');
  expect(await page.locator('.record-head').innerText()).toContain(`version ${record.version}`);
  expect(await page.locator('.record-head').innerText()).toContain(`${record.file}:${record.line}`);
  await page.locator('.fields').getByRole('link', { name: 'Executive Board', exact: true }).click();
  await page.waitForURL(/record=forum%3Aexecutive-board/u);
  await page.locator('.namers').first().waitFor();
  expect(await page.locator('.record').innerText()).toContain('initiative-order');
  await page.goBack();
  await page.goBack();
  await page.getByText('2 of 12 records found').waitFor();
});

test('a record holds nobody out, and no number alone', async () => {
  const page = await goTo('/model?record=workflow:support');
  await page.locator('.history').waitFor();
  expect(await loneNumbers(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.locator('.record-form').waitFor();
  expect(await loneNumbers(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('Nothing would change').waitFor();
  await page.keyboard.press('Escape');
});

const billing = '/api/v1/records/team/billing';

describe('a record is edited', () => {
  const open = async (): Promise<Page> => {
    const page = await goTo('/model?record=team:billing');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.locator('.record-form').waitFor();
    return page;
  };

  test('what is wrong stands beside its field, all of it at once', async () => {
    const page = await open();
    await page.getByLabel('Size FTE').fill('many');
    await page.getByLabel('Currency').fill('Euros');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const wrong = page.locator('.form-number .objection');
    await wrong.waitFor();
    expect(await wrong.innerText()).toBe('sizeFte is "many"; a number was expected.');
    expect(await page.locator('.objection').allInnerTexts()).toContain(
      'costPerFteYear.currency is "Euros"; a currency code of three capital letters, such as EUR was expected.',
    );
    expect(await barriers(page)).toEqual([]);
    await page.locator('.refusal').getByRole('button').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-sizeFte');
  });

  test('what cannot be so with other records is told, and nothing is changed', async () => {
    const page = await open();
    await page.getByLabel('Dissolved on').fill('2020-01-01');
    await page.getByLabel('Parent').selectOption('billing');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.locator('.refusal').waitFor();
    expect(await page.locator('.refusal').innerText()).toContain('parent');
    expect((await answered<Shown>(billing)).version).toBe(1);
  });

  test('what would change is shown, then saved with a reason, and taken back', async () => {
    const page = await open();
    await page.getByLabel('Size FTE').fill('9.5');
    await page.getByLabel('Note').fill('grew in May');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const layer = page.locator('.review');
    await layer.waitFor();
    expect(await layer.locator('tbody tr').allInnerTexts()).toEqual(['note\tnothing\tgrew in May', 'size FTE\t7\t9.5']);
    await layer.getByLabel('Why, for the history').fill('agreed with the head');
    await page.keyboard.press('Enter');
    await page.locator('.said').waitFor();
    const saved = await answered<Shown>(billing);
    expect([saved.version, saved.body.sizeFte]).toEqual([2, 9.5]);
    const { changes } = await answered<Told>(`${billing}/history`);
    expect(changes[0]).toMatchObject({ reason: 'agreed with the head', via: 'web' });
    expect(await page.locator('.history').innerText()).toContain('agreed with the head');
    await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.said', { hasText: 'Taken back' }).waitFor();
    expect((await answered<Shown>(billing)).body.sizeFte).toBe(7);
  });

  test('an older version is brought back from the history', async () => {
    const page = await goTo('/model?record=team:billing');
    await page.getByRole('button', { name: 'Bring this back …' }).first().click();
    await page.locator('.review').getByRole('button', { name: 'Bring it back' }).click();
    await page.getByText('says again what it said').waitFor();
    expect((await answered<Shown>(billing)).body).toMatchObject({ sizeFte: 9.5, note: 'grew in May' });
  });

  test('what somebody else saved meanwhile is put beside what was meant', async () => {
    const page = await open();
    await page.getByLabel('Size FTE').fill('12');
    await page.getByLabel('Note').fill('mine');
    await edited(billing, { fields: { sizeFte: 10, note: 'theirs' }, reason: 'meanwhile' });
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const merge = page.locator('.merge');
    await merge.waitFor();
    expect(await merge.innerText()).toContain('as it stands 10');
    expect(await barriers(page)).toEqual([]);
    await merge.locator('fieldset', { hasText: 'Note' }).getByLabel('as it stands').check();
    await merge.getByRole('button', { name: 'Show what would change' }).click();
    await page.locator('.review').getByRole('button', { name: 'Save' }).click();
    await page.locator('.said').waitFor();
    expect((await answered<Shown>(billing)).body).toMatchObject({ sizeFte: 12, note: 'theirs' });
  });
});

test('a record is added with what it names, and closed', async () => {
  const page = await goTo('/model?tab=governance');
  await page.getByRole('link', { name: 'Add a right' }).click();
  await page.getByLabel('Key').fill('release-of-data');
  await page.getByLabel('Decision type').selectOption('data-release');
  await page.locator('#field-level').selectOption('department');
  await page.getByLabel('As', { exact: true }).selectOption({ label: 'role' });
  await page.locator('#field-decider-role').selectOption('security-officer');
  await page.getByRole('button', { name: 'Add one to agree' }).click();
  await page.locator('#field-agree-0-').selectOption('department-head');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.locator('.review').getByRole('button', { name: 'Add it' }).click();
  await page.waitForURL(/record=decision-right%3Arelease-of-data/u);
  const right = await answered<Shown>('/api/v1/records/decision-right/release-of-data');
  expect(right.body).toMatchObject({ decider: { role: 'security-officer' }, agree: ['department-head'] });
  await page.getByRole('button', { name: 'Close …' }).click();
  await page.locator('.review').getByRole('button', { name: 'Close it' }).click();
  await page.getByText('its past stays').waitFor();
  await goTo('/model?record=decision-right:release-of-data');
  await page.getByText('It does not stand any more').waitFor();
});

test('design and evidence stand side by side, and a part is adopted and given back', async () => {
  const page = await goTo('/model?tab=found');
  const { parts } = await answered<Beside>('/api/v1/discovery/comparison');
  const apart = parts.filter(({ standing }) => standing !== 'same');
  expect(await page.locator('li[data-beside]').count()).toBe(apart.length);
  for (const told of apart) {
    const { part, key } = told;
    const row = page.locator(`li[data-beside="${part}:${key}"]`);
    expect(unfounded((await row.textContent()) ?? '', told)).toEqual([]);
  }
  const owner = apart.find(({ part, adopt }) => part === 'owner' && adopt !== null);
  const row = page.locator(`li[data-beside="owner:${owner?.key}"]`);
  await row.getByRole('button', { name: 'Adopt' }).click();
  await page.locator('.review').waitFor();
  expect(await page.locator('.review .change-list > li').count()).toBe(owner?.adopt?.edits.length);
  await page.locator('.review').getByRole('button', { name: 'Adopt it' }).click();
  await page.locator('.said').waitFor();
  await row.waitFor({ state: 'detached' });
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await page.getByRole('link', { name: /the same/u }).click();
  await page.waitForURL(/band=same/u);
  expect(await page.locator('li[data-beside]').count()).toBe(
    parts.filter(({ standing }) => standing === 'same').length,
  );
});

test('a design is taken along, taken in under another key, and compared', async () => {
  const page = await goTo('/model?tab=files');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  expect(text).toContain('key: billing');
  const next = text.replace('status: in-force', 'status: target').replace('Web Portal', 'Web');
  await page
    .getByLabel('or choose a file')
    .setInputFiles({ name: 'next.yaml', mimeType: 'text/yaml', buffer: Buffer.from(next) });
  await page.getByLabel('Keep its design under the key').fill('next');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.locator('.review').getByRole('button', { name: 'Take it in' }).click();
  await page.getByText('The text is taken in.').waitFor();
  await goTo('/model?tab=compare&design=current&against=next');
  expect(await page.locator('.compare .change-list > li').count()).toBe(2);
  expect(await page.locator('.compare').innerText()).toMatch(/Web Portal\s+Web/u);
  expect(await barriers(page)).toEqual([]);
});

test('records are written into a model that is given, which comes back with what changed told', async () => {
  const page = await goTo('/model?tab=files');
  const capabilities = listed.counts.capability ?? 0;
  const given = `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><name>M</name>
<elements><!-- drawn by hand --><element identifier="n" xsi:type="Node"><name>Server</name></element></elements></model>`;
  const card = page.locator('.card', { hasText: 'Take along a model' });
  await card
    .getByLabel('The model they came from')
    .setInputFiles({ name: 'drawn.xml', mimeType: 'application/xml', buffer: Buffer.from(given) });
  const written = async (): Promise<string> => {
    const coming = page.waitForEvent('download');
    await card.getByRole('button', { name: 'Write into the model' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('drawn.xml');
    await card.getByText('is handed over').waitFor();
    return readFileSync(await file.path(), 'utf8');
  };
  const text = await written();
  expect(text.match(/xsi:type="Capability"/gu)).toHaveLength(capabilities);
  expect(text).toContain('<!-- drawn by hand --><element identifier="n" xsi:type="Node"><name>Server</name></element>');
  const [, added] = (await card.locator('tbody tr').first().innerText()).split('\t');
  expect(Number(added)).toBe(text.match(/<element identifier="throughline/gu)?.length);
  expect([await loneNumbers(page), await barriers(page)]).toEqual([[], []]);
  await card.getByLabel('Add nothing to it').check();
  expect(await written()).toBe(given);
});

/** A register as an office keeps it: titles above its heads, a word of its own for a state, people, a sum below. */
const register = (projects: number): string =>
  [
    'Initiatives of the year,,,,,',
    'Prepared for the portfolio board,,,,,',
    'Project ID,Project name,Status,Project manager,Planned start,Budget FY2026 (EUR k)',
    ...Array.from(
      { length: projects },
      (_, n) => `P-${n},Project number ${n},${n % 3 === 0 ? 'On ice' : 'Active'},Ann Lee,${n + 10}/01/2026,${n + 1}.5`,
    ),
    'Total,,,,,',
  ].join('\n');

test('a table that nobody described is dropped, drafted, corrected, taken in, and taken back', async () => {
  const page = await goTo('/model?tab=files');
  const initiative = (): Promise<Response> => fetch(`${server.address}/api/v1/records/initiative/p-0`);
  await dropFile(page, 'register.csv', register(12));
  const draft = page.locator('form', { hasText: 'is a table that nobody has described yet' });
  await draft.waitFor();
  const told = await draft.innerText();
  expect(told).toContain('Each record is taken for: initiative. As drafted 13 of 13 rows can be read.');
  expect(told).toContain('"On ice" say nothing as yet.');
  expect(await draft.locator('tr', { hasText: 'Project manager' }).innerText()).toMatch(/not read\s*$/u);
  const mapping = draft.getByLabel('How it is read');
  const yaml = await mapping.inputValue();
  expect(`${told} ${yaml}`).not.toContain('Ann Lee');
  expect([await loneNumbers(page), await barriers(page)]).toEqual([[], []]);
  await mapping.fill(yaml.replace('On ice: null', 'On ice: on-hold'));
  await draft.getByRole('button', { name: 'Look at what would change' }).click();
  const review = page.locator('.review');
  await review.waitFor();
  expect(await review.locator('.file-outcome').innerText()).toContain('13 rows: 13 can be taken in, 0 cannot');
  expect((await initiative()).status).toBe(404);
  await review.getByRole('button', { name: 'Take it in' }).click();
  await page.locator('.said', { hasText: 'register.csv is taken in.' }).waitFor();
  await draft.waitFor({ state: 'detached' });
  expect((await ((await initiative()).json() as Promise<Shown>)).body.status).toBe('on-hold');
  await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.said', { hasText: 'Taken back' }).waitFor();
  expect((await initiative()).status).toBe(404);
});

test('what the store says is written into the files, the lines being shown first', async () => {
  const page = await goTo('/model?tab=files');
  await page.locator('.lines-changed').first().waitFor();
  const card = page.locator('.card', { hasText: 'Write into the files' });
  expect(await card.innerText()).toContain('+     sizeFte: 12');
  await card.getByRole('button', { name: 'Write into the files' }).click();
  await page.getByText('none would be touched').waitFor();
  expect(readFileSync(join(sample, 'model/structure.yaml'), 'utf8')).toContain('sizeFte: 12');
});

test('what both doors changed is shown with both values, and settled', async () => {
  const file = join(sample, 'model/structure.yaml');
  await edited(billing, { design: 'current', fields: { sizeFte: 13 }, reason: 'at this door' });
  writeFileSync(file, readFileSync(file, 'utf8').replace('sizeFte: 12', 'sizeFte: 14'));
  const page = await goTo('/model?tab=files');
  const conflicts = page.locator('.conflicts');
  await conflicts.waitFor();
  expect(await conflicts.locator('tbody').innerText()).toMatch(/size FTE\s+13 .*\s+14 .*structure\.yaml/u);
  expect(await barriers(page)).toEqual([]);
  await conflicts.getByRole('button', { name: 'Take the files …' }).click();
  await page.locator('.review').getByRole('button', { name: 'Take the files' }).click();
  await page.getByText('Files and store say the same.').waitFor();
  expect((await answered<Shown>(`${billing}?design=current`)).body.sizeFte).toBe(14);
});

test('the keyboard goes there, and through a change', async () => {
  const page = await goTo('/model?record=team:billing');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForURL((url) => url.pathname === '/model' && !url.searchParams.has('record'));
  await page.getByRole('link', { name: 'Billing', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/record=team%3Abilling/u);
  await page.getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Size FTE').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await page.locator('.review').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
  await page.keyboard.press('Escape');
  await page.locator('.review').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Size FTE').inputValue()).toBe('15');
});

test('the page complained of nothing but what was refused on purpose', () => {
  expect(desk.complaints.filter((text) => !/status of (?:400|404|409|412)/u.test(text))).toEqual([]);
});

test('a workspace without a design says how to come to one, and keeps nobody out', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
  const room = roomIn(empty);
  await ask(room, initWorkspace, { name: 'Acme' });
  await room.close();
  const bare = await served(empty);
  const { page, complaints } = await openPage(browser);
  try {
    await page.goto(`${bare.address}/model`);
    await page.getByText('There is no design of how IT is meant to work yet').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add a team' }).click();
    await page.getByLabel('Key').fill('first');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.locator('.review').getByRole('button', { name: 'Add it' }).click();
    await page.waitForURL(/record=team%3Afirst/u);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
    await bare.end();
    removed(empty);
  }
});
