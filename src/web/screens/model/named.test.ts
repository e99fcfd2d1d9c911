import { expect, test } from 'vitest';
import { capital } from '../../capital.ts';
import { nameIn, spoken, textOfName } from './named.ts';

test.each([
  ['a kind and a key', 'team:billing', { kind: 'team', key: 'billing' }],
  [
    'a key with dots',
    'ownership:pay.accountable.service.portal',
    { kind: 'ownership', key: 'pay.accountable.service.portal' },
  ],
  ['a kind alone', 'team', undefined],
  ['nothing', '', undefined],
])('an address names a record by %s', (_, text, name) => {
  expect(nameIn(text)).toEqual(name);
  if (name) expect(textOfName(name)).toBe(text);
});

test.each([
  ['decision-right', 'decision right'],
  ['costPerFteYear', 'cost per FTE year'],
  ['wipLimit', 'WIP limit'],
  ['decider.forum', 'decider forum'],
  ['name', 'name'],
])('%s is read as %s', (name, text) => {
  expect(spoken(name)).toBe(text);
  expect(capital(text)[0]).toBe(text[0]?.toUpperCase());
});
