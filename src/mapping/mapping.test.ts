import { expect, test } from 'vitest';
import { Mapping } from './mapping.ts';

const mapping = (changed: object) => ({
  columns: { item: 'number', at: 'updated' },
  time: { formats: ['iso'], zone: 'UTC' },
  ...changed,
});

/** The place and the words of each objection; those of a rule stand inside those of its shapes. */
const told = (changed: object): string => JSON.stringify(Mapping.safeParse(mapping(changed)).error?.issues ?? []);

const like = (pattern: string) => [{ like: pattern, to: 'x' }];

test.each([
  ['a team rule', { teams: { rules: like('([1-4 - .*') } }, 'unterminated character class'],
  ['a state rule', { states: { rules: like('(') } }, 'unterminated group'],
  ['an activity rule', { activities: [{ like: '*', to: 'commented' }] }, 'nothing to repeat'],
  ['brackets that only those around it would close', { teams: { rules: like('a)|(b') } }, 'unmatched'],
  ['an escape that Unicode does not know', { teams: { rules: like('\\-') } }, 'invalid escape'],
])('a broken regular expression is refused in %s', (_, changed, why) => {
  expect(told(changed)).toContain('a regular expression that can be read');
  expect(told(changed)).toContain(why);
});

test.each([
  ['a pattern', { teams: { rules: like('Group (\\d+)') } }],
  ['a fixed offset as the zone of a log', { time: { formats: ['iso'], zone: '+02:00' } }],
])('a mapping may have %s', (_, changed) => {
  expect(told(changed)).toBe('[]');
});

test.each([
  ['what is promised', { columns: { item: 'number', at: 'updated', promised: 'due' } }, '[]'],
  ['no other time', {}, 'the column that is promised, or neededBy of decisions'],
])('whole days may be %s', (_, changed, why) => {
  const time = { formats: ['iso'], zone: 'UTC', wholeDays: ['due'] };
  expect(told({ ...changed, time })).toContain(why);
});

test('a lifecycle without activities is refused at its field', () => {
  const columns = { item: 'number', at: 'updated', lifecycle: 'step' };
  expect(Mapping.safeParse(mapping({ columns })).error?.issues).toMatchObject([{ path: ['columns', 'lifecycle'] }]);
});

test.each([
  ['the type', { columns: { item: 'number', at: 'updated', type: 'Caller' }, people: ['Caller'] }, ['columns', 'type']],
  [
    'the capability',
    { columns: { item: 'number', at: 'updated', actor: 'By', capability: 'By' } },
    ['columns', 'capability'],
  ],
  ['the team', { columns: { item: 'number', at: 'updated', person: 'Who', team: 'Who' } }, ['columns', 'team']],
  [
    'a changed field that is a type',
    { people: ['Owner'], changes: { field: 'Field', to: 'To', fields: { Owner: 'type', Lead: 'person' } } },
    ['changes', 'fields', 'Owner'],
  ],
  [
    'the type of decisions',
    { people: ['Who'], decisions: { type: { from: 'Who' }, steps: [{ activity: 'ok', to: 'decide' }] } },
    ['decisions', 'type', 'from'],
  ],
])('a column of people is refused as %s', (_, changed, path) => {
  const { error } = Mapping.safeParse(mapping(changed));
  expect(error?.issues).toMatchObject([{ path, message: expect.stringContaining('holds no people') }]);
});

test('a zone that nobody knows is refused at its field, with the one that was meant', () => {
  const { error } = Mapping.safeParse(mapping({ time: { formats: ['iso'], zone: 'Europe/Berln' } }));
  expect(error?.issues).toMatchObject([{ path: ['time', 'zone'], params: { closest: 'Europe/Berlin' } }]);
});
