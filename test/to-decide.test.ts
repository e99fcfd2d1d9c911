import { expect, test } from 'vitest';
import { rules } from '#conformance/index.ts';
import { signs } from '#signs/index.ts';
import { toDecide } from '../src/web/screens/brief/to-decide.ts';

test('of every sign and rule a page can say what is left to decide, and of nothing else', () => {
  const ids = [...signs.map(({ id }) => `sign.${id}`), ...rules.map(({ id }) => id)];
  expect(Object.keys(toDecide).toSorted()).toEqual(ids.toSorted());
  for (const question of Object.values(toDecide)) expect(question).toMatch(/^[A-Z].*\?$/u);
});
