import { expect, test } from 'vitest';
import { treeOf } from './tree.ts';

/** `b<a` is b below a; what comes out has a dot for each step down. */
const tree = (text: string): string =>
  treeOf(
    text.split(' ').map((each) => {
      const [key = '', parent] = each.split('<');
      return { key, name: key, body: { parent } };
    }),
  )
    .map(({ record, depth }) => `${'.'.repeat(depth)}${record.key}`)
    .join(' ');

test.each([
  ['siblings by name', 'b a', 'a b'],
  ['children below their parents', 'c<b b<a a d<a', 'a .b ..c .d'],
  ['at the top what names a parent that is not there', 'b<gone a', 'a b'],
  ['once what goes in a circle', 'a<b b<a c', 'c a b'],
])('a tree shows %s', (_, text, expected) => {
  expect(tree(text)).toBe(expected);
});
