import { expect, test } from 'vitest';
import { leastLikely, likenessOf } from './likeness.ts';

test.each([
  ['but for its case', 'NETWORK', 'network', 1, 'same'],
  ['but for spaces and signs', 'service desk', 'Service-Desk', 1, 'same'],
  ['but for how words are joined', 'inProgress', 'in_progress', 1, 'same'],
  ['but for accents', 'Équipe réseau', 'equipe reseau', 1, 'same'],
  ['but for how umlauts are written', 'In Prüfung', 'in-pruefung', 1, 'same'],
  ['but for the order of its words', 'Desk, Service', 'service-desk', 0.95, 'same-words'],
  ['but for a word that says its kind', 'Network Team', 'network', 0.95, 'same-words'],
  ['but for its initials', 'CAB', 'Change Advisory Board', 0.8, 'initials'],
])('a name is known %s', (_, raw, text, likeness, why) => {
  expect(likenessOf(raw, text)).toEqual({ likeness, why });
});

test.each([
  ['a letter that slipped', 'Netwrok', 'network'],
  ['a word that is cut off', 'Collab Tools', 'collaboration-tools'],
  ['a number behind it', 'Hosting 2', 'hosting'],
  ['a place behind it', 'Service Desk (Bern)', 'service-desk'],
])('a name is likely known with %s', (_, raw, text) => {
  expect(likenessOf(raw, text).likeness).toBeGreaterThanOrEqual(leastLikely);
});

test.each([
  ['another name', 'Billing', 'network'],
  ['a short one that shares letters', 'HR', 'IT'],
  ['nothing but signs', '--', 'network'],
  ['nothing at all', '', 'network'],
])('%s is no likely one', (_, raw, text) => {
  expect(likenessOf(raw, text).likeness).toBeLessThan(leastLikely);
});

test('likeness is the same from either side', () => {
  for (const [a, b] of [
    ['Netwrok', 'network'],
    ['CAB', 'Change Advisory Board'],
    ['Service Desk', 'desk'],
  ] as const)
    expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
});
