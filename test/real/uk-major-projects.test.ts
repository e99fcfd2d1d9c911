import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileOutcome } from '#api/record-files.ts';
import { recordKinds } from '#model/records.ts';
import { dataFile, Scratch, within } from './example.ts';
import { bodiesOf, takeIn } from './record-files.ts';

const scratch = new Scratch();
const folder = scratch.example('uk-major-projects');
const years = ['2022_23', '2023_24', '2024_25'] as const;
const outcomes: FileOutcome[] = [];
let plans: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

beforeAll(async () => {
  dataFile('uk-gmpp');
  await within(folder, async (room) => {
    for (const year of years) outcomes.push(...(await takeIn(room, [['uk-gmpp', `gmpp_${year}.csv`]])));
    const snapshots = (await bodiesOf(room, 'plan-snapshot')).map((body) =>
      recordKinds['plan-snapshot'].schema.parse(body),
    );
    plans = new Map(
      snapshots.map(({ on, initiatives }) => [
        on,
        new Map(initiatives.map(({ initiative, plannedEnd }) => [String(initiative), plannedEnd])),
      ]),
    );
  });
}, 300_000);
afterAll(() => scratch[Symbol.dispose]());

test.each([
  [0, 244],
  [1, 227],
  [2, 213],
])('every row of report %d is taken in', (index, total) => {
  expect(outcomes[index]?.rows).toEqual({ total, accepted: total, rejected: 0 });
});

test.each([
  [
    0,
    '729446.31',
    110,
    [
      { why: 'that state none', rows: 123 },
      { why: 'exempt', rows: 11 },
    ],
  ],
  [
    1,
    '648006',
    211,
    [
      { why: 'exempt', rows: 10 },
      { why: 'that state none', rows: 6 },
    ],
  ],
  [
    2,
    '633941.34',
    168,
    [
      { why: 'exempt', rows: 20 },
      { why: 'that state none', rows: 7 },
      { why: 'stated as a range', rows: 18 },
    ],
  ],
])(
  'the benefits of report %d are %s million pounds, the sum of %d projects, and the rest says why',
  (index, sum, count, rest) => {
    const tie = outcomes[index]?.ties[0];
    expect(tie).toMatchObject({ file: sum, taken: sum, rest });
    expect((tie?.rows ?? 0) - rest.reduce((rows, each) => rows + each.rows, 0)).toBe(count);
  },
);

test.each([
  ['2023-03-31', '2024-03-31', 162, 44],
  ['2024-03-31', '2025-03-31', 164, 63],
])(
  'between %s and %s, of %d projects with an end in both reports, %d were moved later',
  (before, after, both, later) => {
    const ends = [...(plans.get(before) ?? [])].flatMap(([key, end]) => {
      const next = plans.get(after)?.get(key);
      return end === undefined || next === undefined ? [] : [{ end, next }];
    });
    expect(ends.length).toBe(both);
    expect(ends.filter(({ end, next }) => next > end).length).toBe(later);
  },
);
