import { expect, test } from 'vitest';
import { askedOf, besideCommand, rowsCommand } from './asked.ts';

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
  ['the workspace', {}, 'my-it', 'throughline metric rows FL1 my-it'],
  [
    'the window and the filter',
    { from: '2025-01-01', until: '2025-02-01', where: 'team=a b', by: 'period' },
    'my it',
    "throughline metric rows FL1 --from 2025-01-01 --until 2025-02-01 --where 'team=a b' 'my it'",
  ],
  ['the instant', { asOf: '2025-01-01' }, 'my-it', 'throughline metric rows FL1 --as-of 2025-01-01 my-it'],
])('the rows of a figure are shown by a command with %s', (_, flags, folder, typed) => {
  expect(rowsCommand('FL1', flags, folder)).toBe(typed);
});

test.each([
  ['a scope and a key', 'team=network', { scope: 'team', key: 'network' }],
  ['a key with an equals sign in it', 'stage=a=b', { scope: 'stage', key: 'a=b' }],
  ['nothing', undefined, undefined],
])('a filter may be %s', (_, where, asked) => {
  expect(askedOf('FL1', { where }).where).toEqual(asked);
});

test('a cut that stands beside a figure is of the same window, cases and instant', () => {
  const flags = { from: '2025-01-01', where: 'item-type=change request', asOf: '2025-02-01', by: 'capability' };
  expect(besideCommand({ metric: 'flow.flow-time', by: 'team' }, flags, 'my-it')).toBe(
    "throughline metric show flow.flow-time --by team --from 2025-01-01 --where 'item-type=change request' --as-of 2025-02-01 my-it",
  );
});
