import { expect, test } from 'vitest';
import { ChainLink } from '#model/chain-link.ts';
import { contributionTo } from './contribution.ts';

const link = (giver: string, more: object = {}) =>
  ChainLink.parse({ giver: { outcome: giver }, receiver: { benefit: 'b' }, grade: 'B', rationale: 'why', ...more });

const said = (...links: readonly ChainLink[]) =>
  contributionTo({ kind: 'benefit', key: 'b' }, links, '2026-05-01', (_, key) => key.toUpperCase());

test.each([
  ['that nobody claims what nothing leads to', [], 'Nothing on record contributes to it: it is nobody’s to claim.'],
  [
    'shares, the largest first, and what is left',
    [link('a', { contributes: 0.25, grade: 'E' }), link('b', { contributes: 0.6 })],
    'B contributes, by what was measured before and after, 60% of it (B); A is assumed to contribute 25% of it (E); 15% is left to other causes.',
  ],
  [
    'that a share is not known',
    [link('a', { grade: 'A' })],
    'A has been shown to contribute to it, nobody says how much (A).',
  ],
  [
    'nothing of a rest that is none',
    [link('a', { contributes: 1, grade: 'D' })],
    'A is said by those responsible to contribute 100% of it (D).',
  ],
  [
    'nothing of links that do not hold',
    [link('a', { to: '2026-05-01' })],
    'Nothing on record contributes to it: it is nobody’s to claim.',
  ],
])('a contribution says %s', (_, links, sentence) => expect(said(...links).sentence).toBe(sentence));

test('a contribution names eight and adds up the others, with the weakest grade of these', () => {
  const many = Array.from({ length: 8 }, (_, n) => link(`a${n}`, { contributes: 0.1 }));
  const small = [link('y', { contributes: 0.05, grade: 'D' }), link('z', { grade: 'A' })];
  const { sentence } = said(...many, ...small);
  expect(sentence.split('; ')).toHaveLength(9);
  expect(sentence).toMatch(
    /; 2 more claim 5% of it together \(D at the weakest\), some of which nobody says how much\.$/u,
  );
});

test('the weakest claim grades the whole', () => {
  expect(said(link('a', { grade: 'A' }), link('b', { grade: 'C' })).grade).toBe('C');
  expect(said().grade).toBeNull();
});

test('shares are added up exactly', () => {
  expect(said(link('a', { contributes: 0.1 }), link('b', { contributes: 0.2 })).others).toBe(0.7);
});
