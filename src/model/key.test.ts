import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Key, slugOf } from './key.ts';

test.each([
  ['a word', 'payments', true],
  ['digits, a hyphen and a dot', 'team-7.eu', true],
  ['a capital', 'Payments', false],
  ['a blank', 'pay ments', false],
  ['a hyphen at the end', 'payments-', false],
  ['a dot at the start', '.payments', false],
  ['nothing', '', false],
  ['an accent', 'café', false],
])('a key with %s', (_, text, allowed) => {
  expect(Key.safeParse(text).success).toBe(allowed);
});

test.each([
  ['capitals and blanks', 'Group 70', 'group-70'],
  ['accents', 'Équipe Réseau', 'equipe-reseau'],
  ['signs at both ends', '(IT) Ops!', 'it-ops'],
  ['a dotted name', 'eu.payments', 'eu.payments'],
  ['nothing to keep', '???', undefined],
])('a slug is made of %s', (_, name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('every slug is a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const slug = slugOf(name);
      expect(slug === undefined || Key.safeParse(slug).success).toBe(true);
    }),
  );
});
