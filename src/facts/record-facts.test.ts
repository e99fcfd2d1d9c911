import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { bringUp, factsOf, takeIn } from './fixtures/facts.ts';
import { at, designed } from './fixtures/log.ts';
import { fundedParts } from './records/funded-parts.ts';
import { recordTables } from './records/index.ts';

const meeting = (time: string, subject: string) => ({
  key: `m-${time}`,
  forum: 'board',
  heldAt: new Date(at(time)).toISOString(),
  agenda: [{ subject, kind: 'decision' as const }],
});

const withRecords = (records: DesignInput) => ({ design: DesignModel.parse({ ...designed, ...records }) });

const log = 'A red active@0 done@5d';
const first = { meetings: [meeting('1d', 'paint')] };

/** A row that no record stands behind: it is there for as long as nobody makes the tables anew. */
const stray = sql`insert into agenda_item (subject) values ('stray')`;

test.each<[string, DesignInput, string | undefined, string[]]>([
  ['stand while records are the same', first, undefined, ['paint', 'stray']],
  [
    'stand when other records change',
    { ...first, goals: [{ key: 'g', statement: 'more' }] },
    undefined,
    ['paint', 'stray'],
  ],
  ['stand when a log goes on and nothing on record does', first, 'B red active@6d', ['paint', 'stray']],
  ['are made anew by another record', { meetings: [meeting('1d', 'carpet')] }, undefined, ['carpet']],
  ['are made anew by one that is gone', {}, undefined, []],
  [
    'leave out what comes after figures are read',
    { meetings: [...first.meetings, meeting('7d', 'roof')] },
    undefined,
    ['paint', 'stray'],
  ],
  [
    'take up what has happened since',
    { meetings: [...first.meetings, meeting('7d', 'roof')] },
    'B red active@8d',
    ['paint', 'roof'],
  ],
])('tables of records %s', async (_, records, more, expected) => {
  const engine = await factsOf(log, undefined, withRecords(first));
  await engine.run(stray);
  if (more !== undefined) await takeIn(engine, more);
  await bringUp(engine, withRecords(records));
  const subjects = await engine.all<{ subject: string }>(sql`select subject from agenda_item order by subject`);
  expect(subjects.map(({ subject }) => subject)).toEqual(expected);
  engine.close();
});

test.each(recordTables.flatMap(({ happened, ...table }) => (happened ? [{ ...table, happened }] : [])))(
  'the instants of $name are known without its rows',
  ({ columns, instants, rows, happened }) => {
    const model = DesignModel.parse(everyKind);
    const asOf = Date.parse('2026-12-01');
    const records = { designs: [model], model, timeZone: 'Europe/Berlin', asOf, strategicCut: 2, currency: 'EUR' };
    const places = instants.map((name) => Object.keys(columns).indexOf(name));
    const told = rows(records).flatMap((row) => places.flatMap((place) => row[place] ?? []));
    expect(told).not.toEqual([]);
    expect(new Set(happened(records))).toEqual(new Set(told));
  },
);

test('the days of money are known without its parts', () => {
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const model = DesignModel.parse({
    ...designed,
    planningPeriods: [
      { key: '2025', kind: 'year', from: '2025-01-01', to: '2026-01-01' },
      { key: '2027', kind: 'year', from: '2027-01-01', to: '2028-01-01' },
    ],
    investments: [
      {
        key: 'i',
        basis: 'project',
        class: 'grow',
        budget: ['2025', '2027'].map((period) => ({ period, amount: eur('9') })),
        spend: [
          { on: '2025-02-01', amount: eur('5') },
          { on: '2025-03-01', amount: eur('-5') },
          { on: '2025-04-01', amount: eur('0.00') },
          { on: '2027-01-01', amount: eur('5') },
        ],
      },
    ],
  });
  const asOf = Date.parse('2026-01-01');
  const records = { designs: [model], model, timeZone: 'Europe/Berlin', asOf, strategicCut: 2, currency: 'EUR' };
  const place = Object.keys(fundedParts.columns).indexOf('happened');
  const days = fundedParts.rows(records).map((row) => row[place]);
  expect(days).toHaveLength(3);
  expect(fundedParts.happened?.(records)).toEqual(days);
});
