import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { factsOfCsv } from './fixtures/facts.ts';

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
