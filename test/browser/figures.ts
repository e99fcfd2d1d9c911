import type { Page } from 'playwright-core';

/** A number on a page that opens: its name, and the words it stands in. */
export type Shown = { readonly figure: string; readonly text: string };

export const figuresOn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main [data-figure]')].map((element) => ({
      figure: element.dataset.figure ?? '',
      text: (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim(),
    })),
  );

/** Names of periods, and the two numbers that are fixed by what a scale and an interval are. */
const noFigures = [/\b\d{4}-(?:Q|H)?\d{1,2}\b/gu, /\b100 as designed\b/gu, /\b95% intervals?\b/gu];

/**
 * Where a number is none to open: what is to be typed; what records state, on the way to their pages, and what was
 * found beside them, which opens what stands for it; counts that lead to the
 * list of what they count; days; and places, as versions, lines of files and numbers of changes are.
 */
const known = [
  '[data-figure]',
  'pre',
  'code',
  '[data-stated]',
  '[data-beside]',
  '[data-count]',
  'time',
  '[data-place]',
].join(', ');

/** Words with a number in them that do not open; `besides` is where else a page has some that are no figures. */
export const loneNumbers = async (page: Page, besides = ''): Promise<string[]> => {
  const texts = await page.evaluate(
    (places) => {
      const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement?.closest(places)) found.push(node.textContent ?? '');
      }
      return found;
    },
    `${known}${besides && `, ${besides}`}`,
  );
  return texts.filter((text) => /\d/u.test(noFigures.reduce((left, each) => left.replaceAll(each, ''), text)));
};

/** The numbers in a text as they are written, with how finely. */
const numbersIn = (text: string): { readonly value: number; readonly half: number }[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([written]) => {
    const digits = written.split('.')[1]?.length ?? 0;
    return { value: Number(written.replaceAll(',', '')), half: 0.5 * 10 ** -digits + 1e-9 };
  });

/** Every number in what the server answered, as it may be told: as it is, of a hundred, in hours, or the rest of a share. */
const tellable = (answer: unknown): number[] => {
  if (typeof answer === 'number') {
    const size = Math.abs(answer);
    return [size, size * 100, size * 24, (1 - size) * 100];
  }
  if (typeof answer === 'string') return numbersIn(answer).map(({ value }) => value);
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(tellable) : [];
};

/** The numbers of a text that the answer does not hold. */
export const unfounded = (text: string, answer: unknown, more: readonly number[] = []): number[] => {
  const known = [...tellable(answer), ...more];
  const words = noFigures.reduce((left, each) => left.replaceAll(each, ''), text).replaceAll('95% interval', '');
  return numbersIn(words)
    .filter(({ value, half }) => !known.some((each) => Math.abs(each - value) <= half))
    .map(({ value }) => value);
};
