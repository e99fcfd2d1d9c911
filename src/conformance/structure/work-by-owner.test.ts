import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { workByOwner } from './work-by-owner.ts';

const owned = (...ownerships: NonNullable<DesignInput['ownerships']>): DesignInput => ({
  teams: [{ key: 'red' }, { key: 'red-a', parent: 'red' }, { key: 'blue' }],
  ownerships,
});
const redOwnsPay = { team: 'red', capability: 'pay', as: 'accountable' } as const;

/** Four days by red on four items, so that one more visit makes enough. */
const four = ['A', 'B', 'C', 'D'].map((item) => `${item} build@red 03-01..03-02`).join(';');
const items = ['A', 'B', 'C', 'D', 'E'].map((item) => `${item} open capability=pay initiative=new`).join(';');

test.each([
  ['all of it when the owner does all', 'E build@red 03-01..03-02', owned(redOwnsPay), 1],
  ['time, not visits', 'E build@blue 03-01..03-05', owned(redOwnsPay), 0.5],
  ['work by a team below the owner as the owner’s', 'E build@red-a 03-01..03-05', owned(redOwnsPay), 1],
  ['no time before the receiver acts', 'E build@blue 03-01..03-05 handoff=3', owned(redOwnsPay), 0.8],
  ['no blocked time', 'E build@blue 03-01..03-05 blocked=3', owned(redOwnsPay), 0.8],
  [
    'no visit to a stage that is not active',
    'E wait@blue 03-01..03-05; E build@red 03-05..03-06',
    owned(redOwnsPay),
    1,
  ],
  ['no visit without a stage', 'E ?@blue 03-01..03-05; E build@red 03-05..03-06', owned(redOwnsPay), 1],
  ['a visit that is still open, with its time so far', 'E build@blue 12-30..', owned(redOwnsPay), 0.8],
  [
    'a visit in the window in which it began',
    'E build@blue 2025-12-31..03-01; E build@red 03-01..03-02',
    owned(redOwnsPay),
    1,
  ],
  [
    'a contributing team as another',
    'E build@blue 03-01..03-02',
    owned(redOwnsPay, { ...redOwnsPay, team: 'blue', as: 'contributing' }),
    0.8,
  ],
  [
    'the owner of the day',
    'E build@blue 06-01..06-02',
    owned({ ...redOwnsPay, to: '2026-06-01' }, { ...redOwnsPay, team: 'blue', from: '2026-06-01' }),
    1,
  ],
  [
    'the owner of the day before',
    'E build@blue 05-31..06-01',
    owned({ ...redOwnsPay, to: '2026-06-01' }, { ...redOwnsPay, team: 'blue', from: '2026-06-01' }),
    0.8,
  ],
  [
    'the owner of the initiative where the capability has none',
    'E build@blue 03-01..03-02',
    owned({ team: 'red', initiative: 'new', as: 'accountable' }),
    0.8,
  ],
  [
    'the capability’s owner before the initiative’s',
    'E build@red 03-01..03-02',
    owned(redOwnsPay, { team: 'blue', initiative: 'new', as: 'accountable' }),
    1,
  ],
])('work by its owner counts %s', async (_, visit, design, share) => {
  const result = await readIn(workByOwner, { design, items, visits: `${four};${visit}`, stages: 'wait queue' });
  expect(result.value).toBeCloseTo(share, 9);
});

test.each([
  [
    'no owner of anything',
    { teams: [{ key: 'red' }] },
    '',
    'not-designed: the design states no ownership of a capability or initiative (as: accountable)',
  ],
  ['four visits', owned(redOwnsPay), '', 'not-enough-data: too few: 4 of at least 5'],
  [
    'a capability that nobody owns',
    owned({ ...redOwnsPay, capability: 'other' }),
    'E build@red 03-01..03-02',
    'not-enough-data: no work in the window was by a known team and on an object with an accountable team (0 of 5)',
  ],
] satisfies [string, DesignInput, string, string][])(
  'work by its owner is not read with %s',
  async (_, design, visit, expected) => {
    expect(told(await readIn(workByOwner, { design, items, visits: `${four};${visit}` }))).toBe(expected);
  },
);

test('work by no team and work on what nobody owns lower the coverage', async () => {
  const world = {
    design: owned(redOwnsPay),
    items: `${items}; F open capability=other`,
    visits: `${four}; E build@red 03-01..03-02; E build@- 03-02..03-05; F build@red 03-01..03-03`,
  };
  expect(await readIn(workByOwner, world)).toMatchObject({ n: 5, value: 1, coverage: 0.5, broke: 0 });
});

test('a case that broke it says who worked and who is accountable', async () => {
  const shownTeam = (team: string) => (team === 'blue' ? '(small teams)' : team);
  const named = { ...owned(redOwnsPay), teams: [{ key: 'red', name: 'Red Squad' }, { key: 'blue' }] };
  const world = { design: named, items, visits: `${four}; E build@blue 03-01..03-03` };
  const { examples, broke } = await readIn(workByOwner, world, { shownTeam });
  expect(broke).toBe(1);
  expect(examples).toEqual([
    {
      source: 'log',
      item: 'E',
      object: 'capability pay',
      team: '(small teams)',
      capability: 'pay',
      decisionType: null,
      at: '2026-03-01T00:00:00.000Z',
      because: '2.0 days of work by (small teams) on capability pay, for which Red Squad is accountable',
    },
  ]);
});
