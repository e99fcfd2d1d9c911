import { expect, test } from 'vitest';
import { each, readIn, told } from '../fixtures/world.ts';
import { settledOnce } from './settled-once.ts';

const four = each('A B C D', 'decided=03-01');
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one that stayed', 'E decided=03-01', '5/5'],
  ['no one that was reopened', 'E decided=03-01 reopened_at=03-02', '4/5'],
  ['no one that was reopened on the ninetieth day', 'E decided=03-01 reopened_at=05-30', '4/5'],
  ['one that was reopened later', 'E decided=03-01 reopened_at=05-30T00:01', '5/5'],
  ['only what is old enough to tell', 'E decided=10-02T00:01', few],
  ['what is just old enough', 'E decided=10-02', '5/5'],
  ['only what was decided in the window', 'E raised=2025-11-01 decided=2025-12-31', few],
])('settled once counts %s', async (_, decision, expected) => {
  expect(told(await readIn(settledOnce, { decisions: `${four}; ${decision}` }))).toBe(expected);
});

test('younger decisions and revisits stand beside, and a case says when it came back', async () => {
  const decisions = `${four}; E decided=03-01 reopened_at=03-03T12:00 revisits=6; F decided=12-30`;
  const { examples, details } = await readIn(settledOnce, { decisions });
  expect(examples.map(({ because }) => because)).toEqual(['reopened 2.5 days after it was decided']);
  expect(details).toEqual({ tooYoungToTell: 1, revisitsMean: 1, revisitedTwiceShare: 1 / 6 });
});
