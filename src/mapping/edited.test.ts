import { expect, test } from 'vitest';
import type { MappingEdit } from '#model/mapping-edit.ts';
import { edited, meaningsOf } from './edited.ts';

const written = {
  columns: { item: 'Id', at: 'When', state: 'Status', activity: 'Status', person: 'Who', promised: 'Due' },
  people: ['Boss'],
  time: { formats: ['iso'], zone: 'UTC', wholeDays: ['Due'] },
  states: {
    rules: [
      { is: 'New', to: 'new', kind: 'new' },
      { is: 'Open', to: 'open' },
      { like: 'D.*', to: 'done' },
    ],
  },
  decisions: { by: 'Role' },
};

type Change = Partial<Record<keyof typeof written | 'file' | 'numbers' | 'knowTheFuture', unknown>>;

test.each<[string, MappingEdit, Change]>([
  [
    'takes a meaning from the column that had it',
    { what: 'column', column: 'Key', means: ['item'] },
    { columns: { at: 'When', state: 'Status', activity: 'Status', person: 'Who', promised: 'Due', item: 'Key' } },
  ],
  [
    'takes all other meanings from a column',
    { what: 'column', column: 'Status', means: ['type'] },
    { columns: { item: 'Id', at: 'When', person: 'Who', promised: 'Due', type: 'Status' } },
  ],
  [
    'leaves a column several meanings',
    { what: 'column', column: 'Status', means: ['state', 'activity'] },
    { columns: { item: 'Id', at: 'When', person: 'Who', promised: 'Due', state: 'Status', activity: 'Status' } },
  ],
  [
    'makes a column one of people',
    { what: 'column', column: 'Who', means: ['people'] },
    {
      columns: { item: 'Id', at: 'When', state: 'Status', activity: 'Status', promised: 'Due' },
      people: ['Boss', 'Who'],
    },
  ],
  ['drops a list that is empty by then', { what: 'column', column: 'Boss', means: [] }, { people: undefined }],
  [
    'does not leave a whole day to a column that promises nothing',
    { what: 'column', column: 'Due', means: ['knowTheFuture'] },
    {
      columns: { item: 'Id', at: 'When', state: 'Status', activity: 'Status', person: 'Who' },
      knowTheFuture: ['Due'],
      time: { formats: ['iso'], zone: 'UTC' },
    },
  ],
  [
    'sets the formats of times',
    { what: 'formats', formats: ['D/M/YYYY', 'iso'] },
    { time: { formats: ['D/M/YYYY', 'iso'], zone: 'UTC', wholeDays: ['Due'] } },
  ],
  [
    'sets the zone',
    { what: 'zone', zone: 'Europe/Berlin' },
    { time: { formats: ['iso'], zone: 'Europe/Berlin', wholeDays: ['Due'] } },
  ],
  [
    'takes a whole day for a moment',
    { what: 'whole-days', column: 'Due', whole: false },
    { time: { formats: ['iso'], zone: 'UTC' } },
  ],
  ['takes a word for no value', { what: 'missing', value: 'never' }, { file: { missing: ['never'] } }],
  ['says the encoding', { what: 'encoding', encoding: 'windows-1252' }, { file: { encoding: 'windows-1252' } }],
  ['says the sign of decimals', { what: 'decimal', decimal: ',' }, { numbers: { decimal: ',' } }],
  [
    'gives a state another kind, in its place',
    { what: 'state', state: 'New', kind: 'queue' },
    {
      states: {
        rules: [
          { is: 'New', to: 'new', kind: 'queue' },
          { is: 'Open', to: 'open' },
          { like: 'D.*', to: 'done' },
        ],
      },
    },
  ],
  [
    'gives a state without a rule one, by its own name',
    { what: 'state', state: 'In Arbeit', kind: 'active' },
    { states: { rules: [...written.states.rules, { is: 'In Arbeit', to: 'in-arbeit', kind: 'active' }] } },
  ],
  [
    'takes the rule of a state away whose kind is not known',
    { what: 'state', state: 'New', kind: null },
    {
      states: {
        rules: [
          { is: 'Open', to: 'open' },
          { like: 'D.*', to: 'done' },
        ],
      },
    },
  ],
])('an edit %s, and leaves all else', (_, edit, change) => {
  const wanted = Object.entries({ ...written, ...change }).filter(([, value]) => value !== undefined);
  expect(edited(written, edit)).toEqual(Object.fromEntries(wanted));
});

test.each<[string, string, string[]]>([
  ['several things', 'Status', ['state', 'activity']],
  ['people', 'Boss', ['people']],
  ['nothing that an edit can change', 'Role', []],
])('a column is told to stand for %s', (_, column, means) => {
  expect(meaningsOf(written, column)).toEqual(means);
});

test('what is hardly a mapping yet is edited all the same', () => {
  expect(edited({ columns: 3, time: [] }, { what: 'column', column: 'Id', means: ['item'] })).toEqual({
    columns: { item: 'Id' },
    time: [],
  });
});
