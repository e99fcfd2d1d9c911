import { expect, test } from 'vitest';
import { Design, designInForce } from './design.ts';

const designs = [
  Design.parse({ key: 'trial', status: 'scenario' }),
  Design.parse({ key: 'old', status: 'in-force', to: '2026-04-01' }),
  Design.parse({ key: 'new', status: 'in-force', from: '2026-04-01', to: '2027-01-01' }),
];

test.each([
  ['the one that holds', '2026-01-15T12:00:00Z', 'UTC', 'old'],
  ['the old one until the last second', '2026-03-31T23:59:59Z', 'UTC', 'old'],
  ['the new one from its first second', '2026-04-01T00:00:00Z', 'UTC', 'new'],
  ['the new one once the day breaks in the workspace', '2026-03-31T22:00:00Z', 'Europe/Berlin', 'new'],
  ['none where none holds, least of all a scenario', '2027-06-01T00:00:00Z', 'UTC', undefined],
])('the design in force is %s', (_, instant, timeZone, key) => {
  expect(designInForce(designs, instant, timeZone)?.key).toBe(key);
});

test('a design that does not say what it is, is a draft', () => {
  expect(Design.parse({ key: 'idea' })).toEqual({ key: 'idea', name: 'idea', status: 'draft' });
});
