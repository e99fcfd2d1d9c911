import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { unnamed } from './active-people.ts';
import { factsOf } from './fixtures/facts.ts';
import { mapping } from './fixtures/log.ts';

/** How many people each further column names, team by team; the log says of none what he does. */
const countsOf = async (log: string): Promise<Record<string, string>> => {
  const { person, ...columns } = mapping.columns;
  const meaning = { ...mapping, columns, people: [person ?? '', 'by'], decisions: undefined };
  const engine = await factsOf(log, undefined, { mapping: meaning });
  const rows = await engine.all<{ key: string; counts: string }>(sql`
    select key, string_agg(people::text, ' ' order by told) as counts from (
      select key, told, count(distinct person) as people from active_day join team using (team_id)
      where person <> ${unnamed} group by all) group by key`);
  engine.close();
  return Object.fromEntries(rows.map(({ key, counts }) => [key, counts]));
};

test.each([
  ['those who come after its first row', 'A red new@0 active~ann@1d done~bob@2d', { red: '2' }],
  ['nobody of its first row', 'A red new~ann@0 done@2d', {}],
  [
    'who hands an item over for the team it leaves',
    'A red new@0 active/blue~ann@1d done~bob@2d',
    { blue: '1', red: '1' },
  ],
  ['each column apart', 'A red new@0 active~ann(cy)@1d done~bob(cy)@2d', { red: '2 1' }],
  ['a person once', 'A*3 red new@0 active~ann@1d done~ann@2d', { red: '1' }],
])('people columns without a meaning count %s', async (_, log, expected) => {
  expect(await countsOf(log)).toEqual(expected);
});
