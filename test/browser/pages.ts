import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';
import { chromium } from './chromium.ts';

/** Without a sandbox, because a container that runs as root has none to give. */
export const openBrowser = (): Promise<Browser> =>
  driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A machine that is busy takes its time; what hangs is told all the same. */
const patience = 300_000;

export type Opened = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** All that the page complained of. */
  readonly complaints: string[];
};

type Looks = { readonly width?: number; readonly height?: number; readonly theme?: 'light' | 'dark' };

export const openPage = async (
  browser: Browser,
  { width = 1440, height = 900, theme = 'light' }: Looks = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  return { page, context, complaints };
};

/** Drops a file where files are dropped on a page. */
export const dropFile = (page: Page, name: string, text: string): Promise<void> =>
  page.locator('.drop').evaluate(
    (place, [called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called));
      for (const kind of ['dragover', 'drop'])
        place.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What keeps people out, a line each. Axe is evaluated from outside, which the policy of the page has no say in. */
export const barriers = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    type Found = { violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] };
    const run = Reflect.get(globalThis, 'axe') as { run: (options: object) => Promise<Found> };
    const { violations } = await run.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${String(node.target)}: ${node.failureSummary}`),
    );
  }, tags);
};

/** What keeps people out on a large screen and on a small one, and how wide the page is on the small one, which is 390 wide. */
export const onBothScreens = async (page: Page): Promise<{ large: string[]; width: number; small: string[] }> => {
  const large = await barriers(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const small = await barriers(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  return { large, width, small };
};
