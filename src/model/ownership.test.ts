import { expect, test } from 'vitest';
import { Ownership, ownedBy } from './ownership.ts';

const read = (parts: object) => Ownership.safeParse({ team: 'payments', as: 'accountable', ...parts });

test.each([
  ['one object', { capability: 'onboarding' }, true],
  ['no object', {}, false],
  ['two objects', { capability: 'onboarding', service: 'onboarding' }, false],
  ['an end before its start', { service: 'login', from: '2026-02-01', to: '2026-01-01' }, false],
])('an ownership with %s', (_, parts, allowed) => {
  expect(read(parts).success).toBe(allowed);
});

test.each([
  ['its parts', { service: 'login' }, 'payments.accountable.service.login'],
  [
    'its parts and its start',
    { service: 'login', from: '2026-01-01' },
    'payments.accountable.service.login.2026-01-01',
  ],
  ['the key it gives itself', { key: 'mine', service: 'login' }, 'mine'],
])('an ownership is called after %s', (_, parts, key) => {
  expect(read(parts).data).toMatchObject({ key, name: key });
});

test.each(['capability', 'service', 'outcome', 'initiative'])('an ownership knows that it owns a %s', (kind) => {
  const ownership = Ownership.parse({ team: 'a', as: 'contributing', [kind]: 'x' });
  expect(ownedBy(ownership)).toEqual({ kind, key: 'x' });
});

test('an ownership says what it lacks', () => {
  expect(read({}).error?.issues[0]?.message).toBe('exactly one of capability, service, outcome, initiative');
});

test('an ownership says all that it lacks at once', () => {
  expect(read({ as: 'owner' }).error?.issues).toHaveLength(2);
});
