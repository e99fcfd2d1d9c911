import { expect, test } from 'vitest';
import { readIn, told, type World } from '../fixtures/world.ts';
import { oneTeamActs } from './one-team-acts.ts';

const design: NonNullable<World['design']> = {
  ownerships: [
    { team: 'red', capability: 'pay', as: 'accountable' },
    { team: 'red', capability: 'buy', as: 'accountable' },
  ],
};
const items = 'A open capability=pay; B open capability=buy; C open capability=other';
/** One visit of one day for each letter, one day after the other: r is red, b is blue. */
const days = (item: string, teams: string): string =>
  Array.from(teams)
    .map(
      (team, index) =>
        `${item} build@${team === 'r' ? 'red' : team === 'b' ? 'blue' : '-'} 03-${10 + index}..03-${11 + index}`,
    )
    .join(';');

test.each([
  ['one team that does all', days('A', 'rrrrr'), 1],
  ['two teams that do half each', days('A', 'rbrbrb'), 2],
  ['a small part of another team for little', days('A', 'rrrrrrrrrb'), 1.384],
  ['objects by the time that went into them', `${days('A', 'rbrbrb')};${days('B', 'rrrrrrrrrrrr')}`, 4 / 3],
])('effective teams count %s', async (_, visits, number) => {
  expect((await readIn(oneTeamActs, { design, items, visits })).value).toBeCloseTo(number, 3);
});

test.each([
  [
    'fewer than five visits in every object',
    `${days('A', 'rrrr')};${days('B', 'rrrr')}`,
    'not-enough-data: no object with an accountable team has 5 visits of known teams to active stages',
  ],
  [
    'work on what nobody owns only',
    days('C', 'rrrrrr'),
    'not-enough-data: no object with an accountable team has 5 visits of known teams to active stages',
  ],
])('effective teams are not read from %s', async (_, visits, expected) => {
  expect(told(await readIn(oneTeamActs, { design, items, visits }))).toBe(expected);
});

test('the interval narrows with the number of visits and never falls below one team', async () => {
  const few = await readIn(oneTeamActs, { design, items, visits: days('A', 'rrrrb') });
  const many = await readIn(oneTeamActs, { design, items, visits: days('A', 'rrrrbrrrrbrrrrb') });
  expect(few).toMatchObject({ interval: 'delta-method', n: 5, lower: 1 });
  expect((many.upper ?? 0) - (many.lower ?? 0)).toBeLessThan((few.upper ?? 0) - (few.lower ?? 0));
});

test('work by no team and objects with few visits lower the coverage', async () => {
  const visits = `${days('A', 'rrrrr')};${days('A', '-')};${days('B', 'rrrr')}`;
  expect(await readIn(oneTeamActs, { design, items, visits })).toMatchObject({ value: 1, n: 5, coverage: 0.5 });
});

test('every team but the busiest breaks it, by the last of its visits', async () => {
  const result = await readIn(oneTeamActs, { design, items, visits: days('A', 'rrrrrbbbb') });
  expect(result.broke).toBe(1);
  expect(result.examples[0]).toMatchObject({
    object: 'capability pay',
    item: null,
    at: '2026-03-18T00:00:00.000Z',
    because: 'blue did 44% of the active time on capability pay',
  });
});

test('objects with several teams are listed, the worst first', async () => {
  const visits = [days('A', 'rrrrb'), days('B', 'rrrrrbbbb'), days('C', 'rbrb'), days('D', 'rrrrr-')].join(';');
  const sells = { team: 'red', capability: 'sell', as: 'accountable' } as const;
  const { details } = await readIn(oneTeamActs, {
    design: { ownerships: [...(design.ownerships ?? []), sells] },
    items: `${items}; D open capability=sell`,
    visits,
  });
  expect(details).toMatchObject({
    worst: expect.closeTo(1.98766, 4),
    worstObject: 'capability buy',
    objects: {
      rows: [
        ['capability buy', expect.closeTo(1.98766, 4), 2, 9],
        ['capability pay', expect.closeTo(1.64938, 4), 2, 5],
      ],
    },
  });
});
