import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { chromium } from '../../test/browser/chromium.ts';
import { serving, warmed } from '../bench/server.ts';

/**
 * Makes the pictures of the guide that show the example anew: `node tools/pages/pictures.ts`, with words for those whose names
 * have one of them. Build first. Pictures of work that is half done, such as a file that is brought in, are made by hand.
 */
const root = join(import.meta.dirname, '..', '..');
const guide = join(root, 'docs', 'guide');

type Picture = {
  readonly file: string;
  readonly path: string;
  readonly theme?: 'dark';
  readonly small?: true;
  /** All of the page, however long it is. */
  readonly whole?: true;
  /** What is there once the page is worth a picture. */
  readonly shows: string;
};

const pictures: readonly Picture[] = [
  { file: 'brief-light', path: '/', shows: '.finding-sentence' },
  { file: 'brief-small', path: '/', small: true, shows: '.finding-sentence' },
  { file: 'inspector-dark', path: '/?open=flow.flow-efficiency', theme: 'dark', shows: '.explained' },
  { file: 'alignment-light', path: '/alignment', whole: true, shows: 'main h1' },
  { file: 'flow-light', path: '/flow', whole: true, shows: '[aria-label="Flow map"] .drawing svg' },
  {
    file: 'flow-case-dark',
    path: '/flow?open=case:tickets:CHG0010002',
    theme: 'dark',
    shows: '.inspector .drawing svg',
  },
  { file: 'data-sources', path: '/data', shows: 'main h1' },
  { file: 'data-source', path: '/data/sources/tickets', whole: true, shows: 'main h1' },
  { file: 'data-definition', path: '/data/definitions/flow.flow-efficiency', shows: 'main h1' },
  { file: 'model-governance', path: '/model?tab=governance', whole: true, shows: 'main h1' },
];

const taken = async (page: Page, address: string, { file, path, whole, shows }: Picture): Promise<void> => {
  await page.goto(`${address}${path}`);
  await page.locator(shows).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(guide, `${file}.png`), fullPage: whole === true });
};

const seen = async (browser: Browser, address: string, picture: Picture): Promise<void> => {
  const context = await browser.newContext({
    viewport: picture.small ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: picture.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  await taken(await context.newPage(), address, picture);
  await context.close();
};

const folder = join(tmpdir(), 'birkental');
const words = process.argv.slice(2);
cpSync(join(root, 'examples', 'service-desk'), folder, { recursive: true });
try {
  const { address, end } = await serving(folder);
  await warmed(address);
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  for (const picture of pictures.filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word))))
    await seen(browser, address, picture);
  await browser.close();
  await end();
} finally {
  rmSync(folder, { recursive: true });
}
