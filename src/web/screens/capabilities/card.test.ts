import { expect, test } from 'vitest';
import { type CapabilityCard, levelOf, maturityOf, shortOf, unassessedOf } from './card.ts';

const level = (changed: Partial<CapabilityCard['maturity'][number]> = {}): CapabilityCard['maturity'][number] => ({
  scale: 'house',
  level: 2,
  on: '2026-01-01',
  stale: false,
  target: null,
  gap: null,
  ...changed,
});

const card = (key: string, changed: Partial<CapabilityCard> = {}): CapabilityCard => ({
  key,
  name: key,
  parent: null,
  kind: 'business',
  importance: 2,
  importanceShare: null,
  strategic: true,
  maturity: [level()],
  spend: [],
  owners: [],
  initiatives: 0,
  outcomes: 0,
  findings: 0,
  ...changed,
});

const cards = [
  card('minor', { maturity: [level({ target: 5, gap: 3 })], importanceShare: 0.1 }),
  card('major', { maturity: [level({ target: 3, gap: 1 })], importanceShare: 0.4 }),
  card('reached', { maturity: [level({ target: 2, gap: 0 })] }),
  card('beyond', { maturity: [level({ target: 1, gap: -1 })] }),
  card('other', { maturity: [level({ target: 4, gap: 2 })], strategic: false }),
  card('unknown', { maturity: [] }),
  card('old', { maturity: [level({ target: 4, gap: 2, stale: true })] }),
  card('no goals', { strategic: null, maturity: [] }),
];

test('what is below its target is told by how much it matters, and an assessment that is too old is none', () => {
  expect(shortOf(cards).map(({ key }) => key)).toEqual(['major', 'minor']);
  expect(unassessedOf(cards).map(({ key }) => key)).toEqual(['unknown', 'old']);
});

test.each([
  ['the one with a target', [level({ scale: 'a', on: '2026-03-01' }), level({ scale: 'b', target: 3 })], 'b'],
  ['else the latest', [level({ scale: 'a', on: '2026-03-01' }), level({ scale: 'b' })], 'a'],
])('of two scales %s is looked at', (_, maturity, scale) => {
  expect(maturityOf(card('c', { maturity }))?.scale).toBe(scale);
});

test('without any assessment there is no level', () => {
  expect(levelOf(card('c', { maturity: [] }))).toBeNull();
});
