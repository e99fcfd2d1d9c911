import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FirstRows } from './first-rows.tsx';

const drawn = (count: number): string => {
  const rows = Array.from({ length: count }, (_, n) => n);
  const props = { rows, children: (shown: readonly number[]) => `${shown.length} rows` };
  return renderToStaticMarkup(createElement(FirstRows<number>, props));
};

test.each([
  [100, '100 rows'],
  [1234, '100 rows<button type="button" data-words="true">Show all 1,234</button>'],
])('of %i rows the first are drawn, and a button tells of more', (count, expected) => {
  expect(drawn(count)).toBe(expected);
});
