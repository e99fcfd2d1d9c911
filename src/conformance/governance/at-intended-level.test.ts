import { expect, test } from 'vitest';
import { each, readIn, told, type World } from '../fixtures/world.ts';
import { atIntendedLevel } from './at-intended-level.ts';

const design: World['design'] = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
};
const levels = 'level_decided=product level_intended=product';
const four = each('A B C D', `type=fund raised=02-01 decided=03-05 rank_decided=2 rank_intended=2 ${levels}`);

test.each([
  ['at the level', 'E decided=03-05 rank_decided=2 rank_intended=2', '5/5'],
  ['not above it', 'E decided=03-05 rank_decided=3 rank_intended=2', '4/5'],
  ['not below it', 'E decided=03-05 rank_decided=1 rank_intended=2', '4/5'],
  ['as the window opens', 'E raised=2025-12-01 decided=2026-01-01 rank_decided=2 rank_intended=2', '5/5'],
  [
    'not as the window closes',
    'E raised=12-01 decided=2027-01-01 rank_decided=2 rank_intended=2',
    'not-enough-data: too few: 4 of at least 5',
  ],
  [
    'not before the window',
    'E raised=2025-12-01 decided=2025-12-31 rank_decided=2 rank_intended=2',
    'not-enough-data: too few: 4 of at least 5',
  ],
  [
    'only once it is made',
    'E raised=03-01 rank_decided=2 rank_intended=2',
    'not-enough-data: too few: 4 of at least 5',
  ],
  ['only where the level is known', 'E decided=03-05 rank_intended=2', 'not-enough-data: too few: 4 of at least 5'],
])('a decision counts %s', async (_, decision, expected) => {
  expect(told(await readIn(atIntendedLevel, { design, decisions: `${four};${decision}` }))).toBe(expected);
});

test('without a decision right nothing is designed', async () => {
  expect((await readIn(atIntendedLevel, { design: {}, decisions: four })).status).toBe('not-designed');
});

test('too high and too low stand apart, and a case says both levels', async () => {
  const decisions = `${four}; ${each('E F', 'raised=02-01 decided=03-06 rank_decided=3 rank_intended=2 level_decided=board level_intended=product')}; G decided=03-05 rank_decided=1 rank_intended=2; H decided=03-05`;
  const result = await readIn(atIntendedLevel, { design, decisions });
  expect(result).toMatchObject({ n: 7, coverage: 7 / 8, broke: 3, details: { over: 2, under: 1, overShare: 2 / 7 } });
  expect(result.examples[0]).toMatchObject({
    item: 'E',
    at: '2026-03-06T00:00:00.000Z',
    because: 'decided at level Board, intended at Product',
  });
});

test('shares stand beside it, of decisions of the window whose levels are both known', async () => {
  const over = 'rank_decided=3 rank_intended=2';
  const decisions = [
    `A raised=2025-12-01 decided=01-01 ${over}`,
    'B raised=02-01 decided=03-01 rank_decided=1 rank_intended=2',
    'C raised=02-01 decided=03-01 rank_decided=2 rank_intended=2',
    'D raised=02-01 decided=03-01 rank_decided=2 rank_intended=2',
    `E raised=2025-12-01 decided=2025-12-31 ${over}`,
    `F raised=12-01 decided=2027-01-01 ${over}`,
    'G raised=02-01 decided=03-01 rank_decided=2',
    'H raised=02-01 decided=03-01 rank_intended=2',
  ];
  const { details } = await readIn(atIntendedLevel, { design, decisions: decisions.join(';') });
  expect(details).toEqual({ over: 1, under: 1, overShare: 0.25, underShare: 0.25 });
  const nothing = await readIn(atIntendedLevel, { design });
  expect(nothing.details).toEqual({ over: 0, under: 0, overShare: null, underShare: null });
});
