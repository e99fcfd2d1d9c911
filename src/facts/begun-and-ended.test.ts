import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { factsOfCsv } from './fixtures/facts.ts';

/** `Fix 0>2` for each row: an activity, and from which hour to which. */
const visits = async (log: string): Promise<string> => {
  const at = (hour: string): string => (hour === '' ? '' : `2024-01-01T${hour.padStart(2, '0')}:00:00Z`);
  const rows = log.split(', ').map((row) => {
    const [, name = '', from = '', until = ''] = /^(\w+) (\d*)>(\d+)$/u.exec(row) ?? [];
    return `I,${name},${at(from)},${at(until)}`;
  });
  const mapping = Mapping.parse({
    columns: { item: 'item', at: 'until', started: 'from', state: 'activity', activity: 'activity' },
    states: { rules: [{ is: 'after Close', to: 'closed', kind: 'done' }] },
    time: { formats: ['iso'], zone: 'UTC' },
  });
  const engine = await factsOfCsv(['item,activity,from,until', ...rows, ''].join('\n'), undefined, { mapping });
  try {
    const found = await engine.all<{ key: string | null; kind: string | null; hours: number }>(sql`
      select stage.key, stage.kind, elapsed / 3600 as hours from visit left join stage using (stage_id) order by visit_no`);
    return found.map(({ key, kind, hours }) => `${key} ${kind} ${hours}`).join(' · ');
  } finally {
    engine.close();
  }
};

test.each([
  [
    'lasts from one to the other, and waits in between',
    'Fix 0>2, Close 5>6',
    'Fix active 2 · after Fix queue 3 · Close active 1 · closed done 0',
  ],
  [
    'has each go of its own where two overlap',
    'Fix 0>4, Fix 1>2, Close 5>5',
    'Fix active 4 · after Fix queue 1 · Close active 0 · closed done 0',
  ],
  [
    'only ended where no row says when it began',
    'Fix 0>2, Close >6',
    'Fix active 2 · after Fix queue 4 · closed done 0',
  ],
  [
    'only ended where it would have begun behind its end',
    'Fix 0>2, Close 8>6',
    'Fix active 2 · after Fix queue 4 · closed done 0',
  ],
])('an activity whose row tells start and end %s', async (_, log, expected) => {
  expect(await visits(log)).toBe(expected);
});
