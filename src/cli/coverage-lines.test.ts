import { expect, test } from 'vitest';
import type { SourceCoverage } from '#model/diagnosis.ts';
import { coverageLines } from './coverage-lines.ts';
import { terminal } from './terminal.ts';

const source: SourceCoverage = {
  source: 'tickets',
  items: 10,
  events: 90,
  rejected: 0,
  rejects: [],
  unrecorded: [],
  refused: [],
  unread: [],
  tied: null,
  from: '2025-01-01T00:00:00Z',
  until: '2025-02-01T00:00:00Z',
  names: [{ role: 'team', mapped: 1, unmapped: 0 }],
};

const told = (changed: Partial<SourceCoverage>): string => {
  let text = '';
  const to = terminal({ write: (part) => (text += part), width: 400, colour: false, silent: false, cuts: false });
  coverageLines(to, { ...source, ...changed }, 'UTC');
  return text.replaceAll('\u00A0', ' ');
};

const reason = { column: 'at', code: 'time', expected: 'a time', rows: 4, line: 2 };
const key = (name: string, rows: number | null, closest: string | null = null) => ({
  kind: 'team',
  key: name,
  rows,
  closest,
});

test.each<[string, Partial<SourceCoverage>, string]>([
  [
    'its rows, days and names',
    {},
    'tickets      90 rows of 10 items, 0 rejected  2025-01-01 to 2025-02-01\n                mapped: team 100%\n',
  ],
  ['how many rows were rejected, and why', { rejected: 10, rejects: [reason] }, '10 rejected (10%)'],
  [
    'the reasons of many rejected rows',
    { rejected: 10, rejects: [reason] },
    'rejected 4 rows, first in line 2: at: a time expected\n',
  ],
  [
    'where the encoding is likely wrong',
    { rejected: 1, rejects: [{ ...reason, code: 'encoding', rows: 1 }] },
    'rejected 1 row, in line 2: at: a time expected; the file is likely in another encoding',
  ],
  ['that no row was accepted', { events: 0 }, 'no row of this source was accepted'],
  [
    'a slip with what was meant',
    { unrecorded: [key('hostin', 9, 'hosting')] },
    'team hostin (9 rows) is no record of the design; did you mean hosting?\n',
  ],
  [
    'no rows of a team that may not be shown',
    { unrecorded: [key('hostin', null, 'hosting')] },
    'team hostin is no record',
  ],
  ['one other key', { unrecorded: [key('x', 1)] }, 'team x (1 row) is no record of the design\n'],
  [
    'other keys together',
    { unrecorded: ['a', 'b', 'c', 'd'].map((name) => key(name, 2)) },
    '4 team keys are no records of the design: a (2 rows), b (2 rows), c (2 rows), …\n',
  ],
  [
    'which version of a file is not in it',
    { refused: [{ file: 'a.csv', why: 'it holds no row', total: 0, run: 3, held: 9 }] },
    'a newer version of a.csv was refused, because it holds no row; what is known of it are the 9 rows',
  ],
  [
    'which amounts cannot be read',
    { unread: [{ field: 'amount', column: 'Betrag', why: 'ambiguous', items: 2, file: 'a.csv', row: 7 }] },
    'Betrag cannot be read on 2 items (first in row 7 of a.csv), so that nobody knows which right holds: the sign before',
  ],
  [
    'which words are neither yes nor no',
    { unread: [{ field: 'regulated', column: 'GxP', why: 'unreadable', items: 1, file: 'a.csv', row: 7 }] },
    'GxP cannot be read on 1 item (in row 7 of a.csv), so that nobody knows which right holds: yes or no expected',
  ],
  ['an order that rests on chance', { tied: 0.5 }, '50% of the moves between stages and teams stand at the instant'],
])('a source tells %s', (_, changed, text) => {
  expect(told(changed)).toContain(text);
});

test.each<[string, Partial<SourceCoverage>, string]>([
  ['the reasons of a few rejected rows', { events: 996, rejected: 4, rejects: [reason] }, 'a time'],
  ['a few moves at one instant', { tied: 0.01 }, 'instant'],
])('a source is silent about %s', (_, changed, text) => {
  expect(told(changed)).not.toContain(text);
});
