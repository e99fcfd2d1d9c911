import { expect, test } from 'vitest';
import type { BenefitRow } from '#api/benefits.ts';
import { standingWord } from './standing-word.ts';

const row = (changed: Partial<BenefitRow>): BenefitRow =>
  ({
    shortfall: null,
    overdue: 0,
    wholeLife: null,
    approvedOn: '2026-01-01',
    realisation: { toDate: 1 },
    ...changed,
  }) as BenefitRow;

const short = (state: 'unexplained' | 'in-hand' | 'action-overdue') => ({ state }) as BenefitRow['shortfall'];

test.each([
  ['as planned', row({}), 'as planned'],
  [
    'a shortfall that nobody explained before all else',
    row({ shortfall: short('unexplained'), overdue: 2 }),
    'falls short, unexplained',
  ],
  ['an action that is overdue', row({ shortfall: short('action-overdue') }), 'falls short, action overdue'],
  [
    'a value that is overdue before a shortfall in hand',
    row({ shortfall: short('in-hand'), overdue: 1 }),
    'not measured in time',
  ],
  ['a shortfall in hand', row({ shortfall: short('in-hand') }), 'falls short, in hand'],
  ['a plan that nobody approved', row({ approvedOn: null }), 'no approved plan'],
  ['what is stated for its whole life', row({ approvedOn: null, wholeLife: '9' }), 'whole life, no series'],
  ['that nothing is due', row({ realisation: { toDate: null } as BenefitRow['realisation'] }), 'nothing due yet'],
])('a benefit is told %s', (_, benefit, text) => {
  expect(standingWord(benefit).text).toBe(text);
});
