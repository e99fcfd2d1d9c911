import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { factsOfCsv } from './fixtures/facts.ts';

/** `A start@2 red` for each row: activity, step, hour, and a team if there is one. */
const csvOf = (log: string): string => ['item,at,activity,step,team', ...log.split(', ').map(rowOf), ''].join('\n');

const rowOf = (row: string): string => {
  const [, activity = '', step = '', hour = '', team = ''] = /^(\w+) (\w*)@(\d+) ?(\w*)$/u.exec(row) ?? [];
  return `I,2024-01-01T${hour.padStart(2, '0')}:00:00Z,${activity},${step},${team}`;
};

const mapping = Mapping.parse({
  columns: { item: 'item', at: 'at', state: 'activity', activity: 'activity', team: 'team', lifecycle: 'step' },
  states: { rules: [{ is: 'after Close', to: 'closed', kind: 'done' }] },
  teams: { keep: true },
  time: { formats: ['iso'], zone: 'UTC' },
});

const visits = async (log: string, mapped = mapping): Promise<string> => {
  const engine = await factsOfCsv(csvOf(log), undefined, { mapping: mapped });
  try {
    const rows = await engine.all<{ key: string | null; kind: string | null; hours: number; handoff: number }>(sql`
      select stage.key, stage.kind, elapsed / 3600 as hours, handoff / 3600 as handoff
      from visit left join stage using (stage_id) order by visit_no`);
    return rows
      .map(({ key, kind, hours, handoff }) => `${key} ${kind} ${hours}${handoff > 0 ? ` handoff ${handoff}` : ''}`)
      .join(' · ');
  } finally {
    engine.close();
  }
};

test.each([
  [
    'between start and end the item is at work, else it waits, until it is done',
    'Fix start@0, Fix complete@2, Close start@5, Close complete@6, Note note@9',
    'Fix active 2 · after Fix queue 3 · Close active 1 · closed done 3',
  ],
  [
    'of what happens at one moment, a start comes before an end',
    'Fix complete@2, Fix start@2, Test complete@4, Test start@2, Close start@4, Close complete@4',
    'Fix active 0 · Test active 2 · Close active 0 · closed done 0',
  ],
  [
    'who starts an activity is at work at once, and who only gets the item is waited for',
    'Fix start@0 red, Fix complete@1 red, Fix assign@2 blue, Test start@4 blue, Test start@5 green, Test complete@6 green',
    'Fix active 1 · after Fix queue 1 · after Fix queue 2 handoff 2 · Test active 1 · Test active 1 · after Test queue 0',
  ],
])('%s', async (_, log, expected) => {
  expect(await visits(log)).toBe(expected);
});

test.each([
  ['an activity that is none leaves the item as it is', 'Fix start@0, Note start@1, Note complete@2', 'Fix active 2'],
  [
    'a state that follows from rows may be none as well',
    'Fix start@0, Fix complete@2, Test start@5, Test complete@6',
    'Fix active 5 · Test active 1 · after Test queue 0',
  ],
])('%s', async (_, log, expected) => {
  const states = { ...mapping.states, none: ['Note', 'after Fix'] };
  expect(await visits(log, { ...mapping, states })).toBe(expected);
});

test('a log that tells only what is complete is read as every other log is', async () => {
  const log = 'Fix complete@0, Test complete@2, Close complete@5';
  const { lifecycle: _, ...columns } = mapping.columns;
  const plain = await visits(log, { ...mapping, columns });
  expect(await visits(log)).toBe(plain);
  expect(plain).toBe('Fix null 2 · Test null 3 · Close null 0');
});
