import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { factsOfCsv } from './fixtures/facts.ts';

const mapping = Mapping.parse({
  columns: { item: 'item', at: 'at', order: 'order', state: 'state' },
  time: { formats: ['iso'], zone: 'UTC' },
});

/** The states of an item whose rows all came at one instant, with their values of the order column. */
const inOrderOf = async (rows: Readonly<Record<string, string>>): Promise<unknown> => {
  const lines = Object.entries(rows).map(([state, order]) => `A,2024-01-01T00:00:00Z,${order},${state}`);
  const engine = await factsOfCsv(['item,at,order,state', ...lines, ''].join('\n'), undefined, { mapping });
  const states = await engine.all<{ raw: string }>(
    sql`select raw from event join raw_value on value_id = state order by event.rowid`,
  );
  engine.close();
  return states.map(({ raw }) => raw);
};

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['numbers as numbers, empty first', { ten: '10', nine: '9', none: '', half: '1.5' }, ['none', 'half', 'nine', 'ten']],
  ['texts behind all numbers', { z: 'z', ten: '10', none: '', x: 'x', nine: '9' }, ['none', 'nine', 'ten', 'x', 'z']],
])('rows of one instant stand by the order column: %s', async (_, rows, expected) => {
  expect(await inOrderOf(rows)).toEqual(expected);
});
