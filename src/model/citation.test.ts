import { expect, test } from 'vitest';
import { asCitation, type Cited, citationOf } from './citation.ts';

const said: Cited = {
  kind: 'figure',
  id: 'flow.flow-time',
  version: '1',
  subject: { team: 'red', period: '2026-Q1' },
  window: { from: '2026-01-01T00:00:00Z', until: '2026-04-01T00:00:00Z' },
};

test('what is said has one citation, however it is written down', () => {
  const again: Cited = {
    ...said,
    subject: { period: '2026-Q1', team: 'red', stage: undefined },
    window: { from: '2026-01-01T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' },
  };
  expect(citationOf(again)).toBe(citationOf(said));
  expect(citationOf(said)).toBe('F-DYG01TGD');
});

test.each<[string, Partial<Cited>]>([
  ['kind', { kind: 'rule' }],
  ['id', { id: 'flow.flow-tim' }],
  ['version', { version: '2' }],
  ['subject', { subject: { team: 'blue', period: '2026-Q1' } }],
  ['first day', { window: { ...said.window, from: '2026-01-02T00:00:00Z' } }],
  ['last day', { window: { ...said.window, until: '2026-04-02T00:00:00Z' } }],
])('another %s has another citation', (_, changed) => {
  expect(citationOf({ ...said, ...changed })).not.toBe(citationOf(said));
});

test('ten thousand figures that are nearly the same have as many citations', () => {
  const all = Array.from({ length: 10_000 }, (_, team) => citationOf({ ...said, subject: { team: `${team}` } }));
  expect(new Set(all).size).toBe(10_000);
});

test.each([
  ['F-7Q2FK3M9', 'F-7Q2FK3M9'],
  ['#f-7q2fk3m9', 'F-7Q2FK3M9'],
  ['X-7Q2FK3M9', undefined],
  ['F-7Q2FK3M', undefined],
  ['flow.flow-time', undefined],
])('%s is the citation %s', (text, cite) => {
  expect(asCitation(text)).toBe(cite);
});
