import { expect, test } from 'vitest';
import { numberOf, whole, wholeOf } from './define.ts';

test.each([['x'], ['-1'], ['1.5'], [''], ['1e3'], ['99999999999999999']])('%o is no whole number', (text) => {
  expect(() => wholeOf({ limit: text }, 'limit', 5)).toThrow(
    `--limit is ${JSON.stringify(text)}; a whole number was expected.`,
  );
});

test('a number is what was typed, or what stands in for it', () => {
  expect([wholeOf({ limit: '20' }, 'limit', 5), wholeOf({}, 'limit', 5), whole('3', 'the import')]).toEqual([20, 5, 3]);
  expect([numberOf({ detail: '0.5' }, 'detail'), numberOf({}, 'detail')]).toEqual([0.5, undefined]);
  expect(() => numberOf({ detail: 'much' }, 'detail')).toThrow('--detail is "much"; a number was expected.');
});
