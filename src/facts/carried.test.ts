import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { inOrder, itemOrder } from './carried.ts';
import { factsOfCsv } from './fixtures/facts.ts';
import type { EvidenceSource } from './source.ts';

const visits = async (log: string, none: readonly string[]): Promise<string> => {
  const rows = log.split(', ').map((row) => {
    const [what = '', hour = ''] = row.split('@');
    return `I,2024-01-01T${hour.padStart(2, '0')}:00:00Z,${what}`;
  });
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'at', state: 'what', activity: 'what' },
    states: { keep: true, none },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const engine = await factsOfCsv(['item,at,what', ...rows, ''].join('\n'), undefined, { mapping });
  try {
    const found = await engine.all<{ key: string | null; hours: number }>(sql`
      select stage.key, elapsed / 3600 as hours from visit left join stage using (stage_id) order by visit_no`);
    return found.map(({ key, hours }) => `${key} ${hours}`).join(' · ');
  } finally {
    engine.close();
  }
};

test.each([
  ['leaves its item in the state that it has', 'Open@0, Comment@2, Closed@5', ['Comment'], 'Open 5 · Closed 0'],
  ['is one where nothing says otherwise', 'Open@0, Comment@2, Closed@5', [], 'Open 2 · Comment 3 · Closed 0'],
  ['gives an item that begins with it no state of its own', 'Mail@0, Open@2, Closed@5', ['Mail'], 'Open 5 · Closed 0'],
])('a value that is no state %s', async (_, log, none, expected) => {
  expect(await visits(log, none)).toBe(expected);
});

const first = -4_000_000_000_000_000;
const instant = fc.oneof(
  fc.nat(3),
  fc.nat(2 ** 17 + 3),
  fc.constantFrom(2 ** 17 - 1, 2 ** 17, 2 ** 50 - 2, 2 ** 50 - 1),
);
const tie = fc.oneof(fc.bigInt(0n, 3n), fc.constantFrom(2n ** 32n - 1n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n));
const step = fc.option(fc.oneof(fc.nat(2), fc.constantFrom(32_765, 32_766)), { nil: null });
const item = fc.oneof(fc.nat(2), fc.constantFrom(2 ** 31 - 2, 2 ** 31 - 1));

test('rows in packed order are in the order that is told', async () => {
  const engine = await Engine.open();
  onTestFinished(() => engine.close());
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'at', order: 'step' },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const source: EvidenceSource = {
    sourceId: 1,
    key: 'log',
    mapping,
    rows: sql`log`,
    overlapping: false,
    column: () => sql`step`,
    orderedByNumbers: true,
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(item, instant, step, tie), { minLength: 2, maxLength: 300 }), async (drawn) => {
      const rows = drawn.map(([code, at, number, content]) => [code, first + at, number, String(content)]);
      await engine.run(sql`
        create or replace temp table log as
        select (row[1])::int as item_id, (row[2])::bigint as instant, row[3] as step, (row[4])::ubigint as tie,
               (row[4])::uhugeint as identity
        from (select unnest(${JSON.stringify(rows)}::text[][]) as row)`);
      const ordered = async (order: ReturnType<typeof sql>) =>
        engine.columns(sql`select item_id, instant, step, tie from log order by ${order}`);
      expect(await ordered(itemOrder({ ...source, packedFrom: first }, sql`item_id`))).toEqual(
        await ordered(sql`item_id, ${inOrder(source)}`),
      );
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['is known to differ in content', ['A,Open,ann', 'A,Closed,ann'], true],
  ['may agree in all but people', ['A,Open,ann', 'A,Open,bob'], false],
  ['may be held twice', ['A,Open,ann', 'A,Open,ann'], false],
])('what a log holds %s', async (_, rows, distinct) => {
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'at', state: 'state', person: 'who' },
    states: { keep: true },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const lines = rows.map((row) => `2024-01-01T00:00:00Z,${row}`);
  const engine = await factsOfCsv(['at,item,state,who', ...lines, ''].join('\n'), undefined, { mapping });
  onTestFinished(() => engine.close());
  expect(await engine.all(sql`select distinct_content from source`)).toEqual([{ distinct_content: distinct }]);
});
