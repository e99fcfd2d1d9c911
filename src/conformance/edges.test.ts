import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DesignInput } from '#model/design-model.ts';
import { edgeBefore, edgesOf, isBetweenEdges } from './edges.ts';
import { erasOf } from './eras.ts';
import { at, contextOf } from './fixtures/world.ts';

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

test.each([
  [
    'the ends of the window and of its last two whole periods',
    undefined,
    '12-31',
    '2026-01-01 2026-07-01 2026-10-01 2027-01-01',
  ],
  ['no end of a period that is not over', undefined, '11-20', '2026-01-01 2026-04-01 2026-07-01 2026-10-01 2027-01-01'],
  ['the days on which the design changes', '2026-05-10', '03-01', '2026-01-01 2026-05-10 2027-01-01'],
  ['no change before the window', '2025-05-10', '03-01', '2026-01-01 2027-01-01'],
])('the edges of a window are %s', async (_, change, asOf, expected) => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', ...(change === undefined ? {} : { to: change }) } },
    ...(change === undefined ? [] : [{ design: { key: 'new', status: 'in-force', from: change } } as const]),
  ];
  const context = await contextOf({ designs, asOf });
  context.engine.close();
  expect(edgesOf(context, erasOf(context.designs, 'UTC')).map(day).join(' ')).toBe(expected);
});

test.each([
  ['null before the first', 0, null],
  ['the first on its instant', 10, 10],
  ['the first up to the second', 19, 10],
  ['the second on its instant', 20, 20],
  ['null from the last on', 30, null],
])('the edge before an instant is %s', async (_, instant, expected) => {
  const engine = await Engine.open();
  expect(await engine.one(sql`select ${edgeBefore([10, 20, 30], sql`${instant}::double`)} as edge`)).toEqual({
    edge: expected,
  });
  engine.close();
});

test('a stretch that ends beside an edge is not between edges', () => {
  const edges = [at('01-01'), at('04-01'), at('07-01')];
  expect(isBetweenEdges(edges, { from: at('01-01'), until: at('07-01') })).toBe(true);
  expect(isBetweenEdges(edges, { from: at('01-01'), until: at('06-01') })).toBe(false);
  expect(isBetweenEdges(edges, { from: at('01-02'), until: at('07-01') })).toBe(false);
});
