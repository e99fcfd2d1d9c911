import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { decisionCircles } from './circles.ts';
import { revisions } from './revisions.ts';

const time = '2026-01-01T00:00:00Z';

/** `a signed`, `b decided`, `c corrects=a`, `d reopenedFrom=b` as decisions. */
const decision = (text: string) => {
  const [key = '', ...said] = text.split(' ');
  const [word, target] = said[0]?.split('=') ?? [];
  const state = word === 'signed' ? { decidedAt: time, signedAt: time } : word === 'decided' ? { decidedAt: time } : {};
  return { key, type: 't', raisedAt: time, ...state, ...(word && target ? { [word]: target } : {}) };
};

const decisions = (text: string) => ({ decisions: text.split('; ').map(decision) });

test.each([
  ['a signed one', 'a signed; b corrects=a', []],
  ['none that can be changed', 'a decided; b corrects=a', ['decision b corrects: a → a decision that is signed']],
  [
    'none that is corrected already',
    'a signed; b corrects=a; c corrects=a',
    ['decision c corrects: a → b, which corrects it already'],
  ],
  ['none that is not there, which is told elsewhere', 'b corrects=a', []],
])('a decision corrects %s', (_, stated, expected) => {
  expect(told(revisions, decisions(stated))).toEqual(expected);
});

test.each([
  ['one that was decided', 'a decided; b reopenedFrom=a', []],
  ['one that is taken up twice', 'a decided; b reopenedFrom=a; c reopenedFrom=a', []],
  ['none that was not', 'a; b reopenedFrom=a', ['decision b reopenedFrom: a → a decision that was decided']],
  ['none that is not there, which is told elsewhere', 'b reopenedFrom=a', []],
])('a decision takes up %s', (_, stated, expected) => {
  expect(told(revisions, decisions(stated))).toEqual(expected);
});

test.each([
  ['itself', 'a corrects=a', ['decision a corrects: a → a → a decision that is older than it']],
  [
    'one that corrects it',
    'a corrects=b; b corrects=a',
    ['decision a corrects: a → b → a → a decision that is older than it'],
  ],
  [
    'one that takes it up',
    'a reopenedFrom=b; b reopenedFrom=a',
    ['decision a reopenedFrom: a → b → a → a decision that is older than it'],
  ],
  ['not an older one', 'a signed; b corrects=a', []],
])('decisions run in a circle through %s', (_, stated, expected) => {
  expect(told(decisionCircles, decisions(stated))).toEqual(expected);
});
