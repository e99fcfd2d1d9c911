import { expect, test } from 'vitest';
import { pseudonymizer } from './pseudonym.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);

test('a name has one pseudonym in one workspace, and it does not hold the name', () => {
  const pseudonym = pseudonymizer(key(1));
  expect(pseudonym('Ada Lovelace')).toBe(pseudonymizer(key(1))('Ada Lovelace'));
  expect(pseudonym('Ada Lovelace')).toMatch(/^p-[0-9a-f]{20}$/);
});

test('another name, or the same name in another workspace, has another pseudonym', () => {
  const pseudonym = pseudonymizer(key(1));
  expect(pseudonym('Ada Lovelace')).not.toBe(pseudonym('Ada Byron'));
  expect(pseudonym('Ada Lovelace')).not.toBe(pseudonymizer(key(2))('Ada Lovelace'));
});
