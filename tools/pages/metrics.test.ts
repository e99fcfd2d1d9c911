import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metricPages, metricsFolder } from './metrics.ts';

const pages = metricPages();

test('every metric has its page, and no page is left over (else run: node tools/pages/metrics.ts)', () => {
  expect(readdirSync(metricsFolder).sort()).toEqual([...pages.keys()].sort());
});

test.each([...pages])(
  'the page %s tells the definition as it is (else run: node tools/pages/metrics.ts)',
  (name, text) => {
    expect(readFileSync(join(metricsFolder, name), 'utf8')).toBe(text);
  },
);
