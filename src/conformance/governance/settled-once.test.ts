import { expect, test } from 'vitest';
import { each, readIn, told } from '../fixtures/world.ts';
import { settledOnce } from './settled-once.ts';

const four = each('A B C D', 'raised=02-01 decided=03-01');
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one that stayed', 'E decided=03-01', '5/5'],
  ['no one that was reopened', 'E decided=03-01 reopened_at=03-02', '4/5'],
  ['no one that was reopened on the ninetieth day', 'E raised=02-01 decided=03-01 reopened_at=05-30', '4/5'],
  ['one that was reopened later', 'E decided=03-01 reopened_at=05-30T00:01', '5/5'],
  ['only what is old enough to tell', 'E raised=09-01 decided=10-02T00:01', few],
  ['what is just old enough', 'E raised=09-01 decided=10-02', '5/5'],
  ['what was decided as the window opens', 'E raised=2025-11-01 decided=01-01', '5/5'],
  ['nothing that was decided before', 'E raised=2025-11-01 decided=2025-12-31', few],
])('settled once counts %s', async (_, decision, expected) => {
  expect(told(await readIn(settledOnce, { decisions: `${four}; ${decision}` }))).toBe(expected);
});

test('a decision made as the window closes is not in it', async () => {
  const decisions = `${four}; E raised=12-01 decided=2027-01-01`;
  expect(told(await readIn(settledOnce, { decisions, asOf: '2027-12-31' }))).toBe(few);
});

test('younger decisions and revisits of the window stand beside', async () => {
  const decisions = [
    'A raised=2025-12-31 decided=01-01 revisits=6',
    'B raised=02-01 decided=03-01 revisits=2',
    'C raised=09-01 decided=10-02 revisits=1',
    'D raised=09-01 decided=12-30',
    'E raised=2025-12-01 decided=2025-12-31 revisits=9',
    'F raised=12-31 decided=2027-01-01 revisits=9',
  ];
  const { details } = await readIn(settledOnce, { decisions: decisions.join(';') });
  expect(details).toEqual({ tooYoungToTell: 1, revisitsMean: 2.25, revisitedTwiceShare: 0.5 });
});

test('a case says when it came back, and when it was decided', async () => {
  const decisions = `${four}; E raised=02-01 decided=03-01 reopened_at=03-03T12:00`;
  const { examples } = await readIn(settledOnce, { decisions });
  expect(examples.map(({ at, because }) => [at, because])).toEqual([
    ['2026-03-01T00:00:00.000Z', 'reopened 2.5 days after it was decided'],
  ]);
});
