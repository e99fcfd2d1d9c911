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
    `${four}, red e 2027-02-01`,
    'not-enough-data: too few: 4 of at least 5',
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
