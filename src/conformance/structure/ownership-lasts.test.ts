import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { ownershipLasts } from './ownership-lasts.ts';

/** `red pay 2024-01-01 2025-01-01, …`; nothing at the end is still held. */
const design = (lines: string): DesignInput => ({
  ownerships: lines.split(', ').map((line) => {
    const [team = '', capability, from, to] = line.split(' ');
    return { team, capability, as: 'accountable', from, ...(to ? { to } : {}) };
  }),
});

/** Four that ended after 366 days each, so that one more makes enough. */
const four = ['a', 'b', 'c', 'd'].map((object) => `red ${object} 2025-03-01 2026-03-02`).join(', ');

test.each([
  ['days held, to the day', 'red e 2025-03-01 2026-03-02', 366],
  ['records without a gap as one', 'red e 2022-01-01 2024-01-01, red e 2024-01-01 2026-03-02', 366],
  ['what is still held, with its time so far', 'red e 2026-06-01', 366],
])('ownership lasts by %s', async (_, more, days) => {
  const result = await readIn(ownershipLasts, { design: design(`${four}, ${more}`) });
  expect(result).toMatchObject({ status: 'read', value: days, n: 5 });
});

test.each([
  [
    'all are still held',
    ['a', 'b', 'c', 'd', 'e'].map((object) => `red ${object} 2025-03-01`).join(', '),
    'not-enough-data: more than half still go on, so no middle can be told',
  ],
  ['four are known', four, 'not-enough-data: too few: 4 of at least 5'],
  [
    'the fifth ended as the window opens',
    `${four}, red e 2020-01-01 2026-01-01`,
    'not-enough-data: too few: 4 of at least 5',
  ],
  [
    'the fifth begins after the evidence ends',
    `${four}, red e 2026-09-01`,
    'not-enough-data: too few: 4 of at least 5',
    '2026-08-31',
  ],
  [
    'the fifth begins as the window closes',
    `${four}, red e 2027-01-01`,
    'not-enough-data: too few: 4 of at least 5',
    '2027-06-01',
  ],
])('ownership is not read when %s', async (_, lines, expected, asOf = '12-31') => {
  const result = await readIn(ownershipLasts, { design: design(lines), asOf });
  expect(told(result)).toBe(expected);
  expect(Number(result.details.ended) + Number(result.details.stillHeld)).toBe(result.n);
});

test('an ownership of a year keeps it, and one with a first day is enough of a design', async () => {
  const { ownerships = [] } = design(`${four}, red e 2025-03-01 2026-03-01`);
  const undated = { team: 'red', capability: 'f', as: 'accountable' } as const;
  const result = await readIn(ownershipLasts, { design: { ownerships: [...ownerships, undated] } });
  expect(result).toMatchObject({ status: 'read', n: 5, broke: 0 });
});

test('ownership without a first day is not designed', async () => {
  const undated: DesignInput = { ownerships: [{ team: 'red', capability: 'a', as: 'accountable' }] };
  expect((await readIn(ownershipLasts, { design: undated })).status).toBe('not-designed');
});

test('an ownership that ended within a year breaks it', async () => {
  const lines = `${four}, red e 2025-12-01 2026-02-01, red f 2026-05-01`;
  const { broke, examples, details } = await readIn(ownershipLasts, { design: design(lines) });
  expect(broke).toBe(1);
  expect(examples[0]).toMatchObject({
    at: '2026-02-01T00:00:00.000Z',
    because: 'red was accountable for capability e for 62 days only',
  });
  expect(details).toEqual({ ended: 5, stillHeld: 1 });
});

test('a contribution is no ownership', async () => {
  const { ownerships = [] } = design(four);
  const contributing = { team: 'red', capability: 'e', as: 'contributing', from: '2025-03-01' } as const;
  const result = await readIn(ownershipLasts, { design: { ownerships: [...ownerships, contributing] } });
  expect(told(result)).toBe('not-enough-data: too few: 4 of at least 5');
});

test('an ownership that begins or ends on the day of the evidence has begun, and has ended', async () => {
  const lines = 'red e 2026-12-31, red f 2020-01-01 2026-12-31, red g 2020-01-01 2027-01-01';
  const { n, details } = await readIn(ownershipLasts, { design: design(lines), asOf: '12-31' });
  expect([n, details]).toEqual([3, { ended: 1, stillHeld: 2 }]);
});

/** For how many days those were held that broke the rule, the latest first. */
const daysHeld = async (designs: readonly DesignInput[]) => {
  const { examples } = await readIn(ownershipLasts, { designs });
  return examples.map(({ because }) => Number(/for (\d+) days only/.exec(because)?.[1]));
};

test.each([
  ['that follow one another are one', 'red e 2026-01-01 2026-01-11, red e 2026-01-11 2026-02-10', [40]],
  ['in whatever order they are stated', 'red e 2026-01-11 2026-02-10, red e 2026-01-01 2026-01-11', [40]],
  ['however many', 'red e 2026-01-01 2026-01-11, red e 2026-01-11 2026-01-21, red e 2026-01-21 2026-01-31', [30]],
  ['that overlap are one', 'red e 2026-01-01 2026-01-31, red e 2026-01-11 2026-02-10', [40]],
  ['of which one holds the other are one', 'red e 2026-01-01 2026-02-10, red e 2026-01-11 2026-01-21', [40]],
  ['with a day between are two', 'red e 2026-01-01 2026-01-11, red e 2026-01-12 2026-02-11', [30, 10]],
  ['of two teams are two', 'red e 2026-01-01 2026-01-11, blue e 2026-01-11 2026-02-10', [30, 10]],
  ['of two objects are two', 'red e 2026-01-01 2026-01-11, red f 2026-01-11 2026-02-10', [30, 10]],
])('records of ownership %s', async (_, lines, expected) => {
  expect(await daysHeld([{ design: { key: 'current', status: 'in-force' }, ...design(lines) }])).toEqual(expected);
});

test.each([
  ['goes on in the next design', 'red e 2026-01-01', 'red e 2026-01-01 2026-06-01', [151]],
  ['ends with its design when the next does not state it', 'red e 2026-01-01', 'red f 2026-04-01', [90]],
  ['that was over before its design is none', 'red e 2026-01-01', 'red f 2026-01-01 2026-03-01', [90]],
])('an ownership %s', async (_, before, after, expected) => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', to: '2026-04-01' }, ...design(before) },
    { design: { key: 'new', status: 'in-force', from: '2026-04-01' }, ...design(after) },
  ];
  expect(await daysHeld(designs)).toEqual(expected);
});

test('a case is that of its team, where the evidence knows it', async () => {
  const lines = 'blue e 2026-01-01 2026-02-01, green f 2026-02-01 2026-03-01';
  const { examples } = await readIn(ownershipLasts, {
    design: design(lines),
    items: 'A open team=red; B open team=blue',
  });
  expect(examples.map(({ object, team }) => [object, team])).toEqual([
    ['capability f', null],
    ['capability e', 'blue'],
  ]);
});
