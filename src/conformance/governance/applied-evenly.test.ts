import { expect, test } from 'vitest';
import { each, readIn, told, type World } from '../fixtures/world.ts';
import { appliedEvenly } from './applied-evenly.ts';

const design: World['design'] = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
};
const fund = (path: string): string => `type=fund decided=03-05 path=${path}`;

test.each([
  ['one path as one', each('A B C D E', fund('x')), 1],
  ['two even paths as two', `${each('A B C', fund('x'))}; ${each('D E F', fund('y'))}`, 2],
  [
    'types by their number of decisions',
    `${each('A B C', fund('x'))}; ${each('D E F', fund('y'))}; ${each('G H I J K L', 'type=risk decided=03-05 path=x')}`,
    1.5,
  ],
  [
    'a path as the window opens',
    `${each('A B C D E', fund('x'))}; ${each('F G H I J', 'type=fund raised=2025-12-01 decided=01-01 path=y')}`,
    2,
  ],
  [
    'no path before the window',
    `${each('A B C D E', fund('x'))}; F type=fund raised=2025-01-01 decided=2025-02-01 path=y`,
    1,
  ],
  [
    'no path as the window closes',
    `${each('A B C D E', fund('x'))}; F type=fund raised=12-01 decided=2027-01-01 path=y`,
    1,
  ],
])('effective paths count %s', async (_, decisions, number) => {
  expect((await readIn(appliedEvenly, { design, decisions })).value).toBeCloseTo(number);
});

test('types with few decisions and decisions without a type lower the coverage', async () => {
  const decisions = `${each('A B C D E', fund('x'))}; ${each('F G H I', 'type=risk decided=03-05')}; K decided=03-05`;
  expect(await readIn(appliedEvenly, { design, decisions })).toMatchObject({ value: 1, n: 5, coverage: 0.5 });
});

test('four decisions of a type are too few', async () => {
  const result = await readIn(appliedEvenly, { design, decisions: each('A B C D', fund('x')) });
  expect(told(result)).toBe('not-enough-data: no type of decision was decided 5 times in the window');
});

test('each path but the usual one is listed', async () => {
  const decisions = `${each('A B C D', fund('ask_>_decide'))}; E raised=01-05 ${fund('decide')}; F type=fund decided=04-05 path=decide`;
  const { examples } = await readIn(appliedEvenly, { design, decisions });
  expect(examples).toMatchObject([
    { object: 'fund', at: '2026-04-05T00:00:00.000Z', because: '2 of 6 took another path than most: decide' },
  ]);
});

test('without a decision right nothing is designed', async () => {
  expect((await readIn(appliedEvenly, { design: {}, decisions: each('A B C D E', fund('x')) })).status).toBe(
    'not-designed',
  );
});
