import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coloursCss } from './colours.ts';

test('the colours of the pages are those of the charts', async () => {
  await expect(coloursCss()).toMatchFileSnapshot(join(import.meta.dirname, 'colours.css'));
});
