import { expect, test } from 'vitest';
import type { ModelRecord } from '#model/records.ts';
import { readImport } from './imported.ts';

const standing: readonly ModelRecord[] = [
  { kind: 'design', key: 'current', design: 'current', body: { key: 'current', name: 'Current', status: 'in-force' } },
  { kind: 'team', key: 'pay', design: 'current', body: { key: 'pay', sizeFte: 5 } },
  { kind: 'capability', key: 'selling', design: '', body: { key: 'selling', kind: 'business' } },
];

/** What a text would change, as `team pay of current: {…}`. */
const editsOf = (text: string, options = {}): string[] => {
  const read = readImport(text, standing, options);
  if ('problems' in read)
    return read.problems.map(({ line, found, expected }) => `line ${line}: ${found}, ${expected}`);
  return read.edits.map(({ kind, key, design, body }) => {
    const { key: _, ...said } = body ?? { key };
    return `${kind} ${key} of ${design || 'all'}: ${body === null ? 'closed' : JSON.stringify(said)}`;
  });
};

test.each([
  [
    'one record',
    'teams: [{key: ops}]',
    ['design current of current: {"name":"Current","status":"in-force"}', 'team ops of current: {}'],
  ],
  [
    'records of the workspace alone',
    'capabilities: [{key: buying, kind: it}]',
    ['capability buying of all: {"kind":"it"}'],
  ],
  ['a design of its own', 'design: {key: next, status: target}', ['design next of next: {"status":"target"}']],
  [
    'a reference to what only the store has',
    'ownerships: [{team: pay, capability: selling, as: accountable}]',
    [
      'design current of current: {"name":"Current","status":"in-force"}',
      'ownership pay.accountable.capability.selling of current: {"team":"pay","capability":"selling","as":"accountable"}',
    ],
  ],
  ['a record twice', 'teams: [{key: ops}, {key: ops}]', ['line 1: the team ops again, every record once']],
  ['a value that is none', 'teams:\n  - key: ops\n    sizeFte: many', ['line 3: "many", a number']],
])('a text with %s is read as it is meant', (_, text, expected) => {
  expect(editsOf(text)).toEqual(expected);
});

test('a text is kept under another key where that is asked for', () => {
  expect(editsOf('teams: [{key: ops}]', { as: 'next' })).toEqual(['design next of next: {}', 'team ops of next: {}']);
  expect(editsOf('teams: []', { as: 'Not A Key' })).toEqual([expect.stringContaining('"Not A Key", a key of')]);
});

test('a text that is the whole design closes what it does not state, and nothing of the workspace', () => {
  expect(editsOf('teams: [{key: ops}]', { whole: true }).at(-1)).toBe('team pay of current: closed');
  expect(editsOf('capabilities: [{key: buying, kind: it}]', { whole: true })).toHaveLength(1);
});
