import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { factsOfCsv } from './fixtures/facts.ts';

/** `status New>Done@5` for each change of the one item: field, old value, new value, hour. */
const csvOf = (log: string, created: string): string => {
  const at = (hour: string): string => `2024-01-01T${hour.padStart(2, '0')}:00:00Z`;
  const rows = log.split(', ').map((row) => {
    const [, field = '', from = '', to = '', hour = ''] = /^(\w+) (\w*)>(\w*)@(\d+)$/u.exec(row) ?? [];
    return `I,${at(hour)},${field},${from},${to},${created === '' ? '' : at(created)}`;
  });
  return ['item,at,field,from,to,created', ...rows, ''].join('\n');
};

const read = async (log: string, parts: { readonly from?: string; readonly created?: string }, asOf?: number) => {
  const { from, created } = parts;
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'at', ...(created === undefined ? {} : { created: 'created' }) },
    changes: {
      field: 'field',
      to: 'to',
      ...(from === undefined ? {} : { from }),
      fields: { status: 'state', team: 'team' },
    },
    states: { keep: true },
    teams: { keep: true },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const engine = await factsOfCsv(csvOf(log, created ?? ''), asOf, { mapping });
  try {
    const visits = await engine.all<{ stage: string | null; team: string | null; hours: number }>(sql`
      select stage.key as stage, team.key as team, round(elapsed / 3600, 3) as hours
      from visit left join stage using (stage_id) left join team using (team_id) order by visit_no`);
    const facts = await engine.one<{ handoffs: number }>(sql`select handoffs from item_fact`);
    const said = visits.map(({ stage, team, hours }) => `${stage}/${team} ${hours}`).join(' · ');
    return `${said} · ${facts?.handoffs} hand-offs`;
  } finally {
    engine.close();
  }
};

const log = 'team desk>net@2, status New>Active@3, status Active>Done@7';

test.each([
  [
    'had what the first changes tell',
    log,
    { from: 'from' },
    'New/desk 0 · New/net 1 · Active/net 4 · Done/net 0 · 1 hand-offs',
  ],
  [
    'had it since they came up',
    log,
    { from: 'from', created: '1' },
    'New/desk 1 · New/net 1 · Active/net 4 · Done/net 0 · 1 hand-offs',
  ],
  ['had nothing that no mapping tells', log, {}, 'Active/net 5 · Done/net 0 · 0 hand-offs'],
  [
    'had nothing where the first change tells of none',
    'status >New@1, status New>Done@3',
    { from: 'from' },
    'New/null 2 · Done/null 0 · 0 hand-offs',
  ],
])('items of a log of changes %s', async (_, changes, parts, expected) => {
  expect(await read(changes, parts)).toBe(expected);
});

test('a change that is not yet tells nothing of what was before', async () => {
  const asOf = Date.parse('2024-01-01T02:30:00Z');
  expect(await read(log, { from: 'from' }, asOf)).toBe('null/desk 0 · null/net 0.5 · 1 hand-offs');
});

test('of changes at one instant the first by the order column tells what was before, and no promise with it', async () => {
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'at', order: 'no', promised: 'due' },
    changes: { field: 'field', to: 'to', from: 'from', fields: { status: 'state' } },
    states: { keep: true },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const row = (no: number, from: string, to: string): string =>
    `I,2024-01-01T05:00:00Z,${no},status,${from},${to},2024-02-01T00:00:00Z`;
  const states = ['New', 'Ready', 'Active', 'Testing', 'Done'];
  const rows = states.slice(1).map((state, place) => row(place, states[place] ?? '', state));
  const engine = await factsOfCsv(['item,at,no,field,from,to,due', ...rows.reverse(), ''].join('\n'), undefined, {
    mapping,
  });
  const events = await engine.all(sql`
    select raw, promised is not null as promised from event join raw_value on value_id = state order by event.rowid`);
  engine.close();
  expect(events).toEqual(states.map((raw, place) => ({ raw, promised: place > 0 })));
});
