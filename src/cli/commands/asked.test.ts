import { expect, test } from 'vitest';
import { askedOf } from './asked.ts';

test.each([
  ['no key', 'team', '--where is "team"; a scope, an equals sign and a key, such as team=network, was expected.'],
  ['an empty key', 'team=', '--where is "team="'],
  ['no scope', '=x', '--where is "=x"'],
  ['an empty text', '', '--where is ""'],
  ['a scope that is none', 'tem=x', 'the scope of --where is "tem"; one of team, capability'],
  ['a period', 'period=2025', 'the scope of --where is "period"; one of team, capability'],
])('a filter with %s is refused', (_, where, told) => {
  expect(() => askedOf('FL1', { where })).toThrow(told);
});

test.each([
  ['a scope and a key', 'team=network', { scope: 'team', key: 'network' }],
  ['a key with an equals sign in it', 'stage=a=b', { scope: 'stage', key: 'a=b' }],
  ['nothing', undefined, undefined],
])('a filter may be %s', (_, where, asked) => {
  expect(askedOf('FL1', { where }).where).toEqual(asked);
});
