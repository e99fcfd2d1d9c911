import { expect, test } from 'vitest';
import { type Kept, thawed } from './frozen.ts';

const signed = { key: 'd', type: 't', raisedAt: '2026-01-01T00:00:00Z', signedAt: '2026-01-02T00:00:00Z' };
const { signedAt: _, ...unsigned } = signed;
const decision = (body: object): Kept => ({ kind: 'decision', key: 'd', body: { ...body } });

const frozen = 'as it was signed at 2026-01-02T00:00:00Z; a correction is a decision of its own with corrects: d';

const told = (before: readonly Kept[], after: readonly Kept[]) =>
  thawed(before, after).map(
    ({ kind, key, field, found, expected }) => `${kind} ${key} ${field}: ${found} → ${expected}`,
  );

test.each([
  ['as it is', signed, [decision(signed)], []],
  ['with a default written out', signed, [decision({ ...signed, steps: [] })], []],
  ['with its fields in another order', signed, [decision(Object.fromEntries(Object.entries(signed).reverse()))], []],
  [
    'and not with another outcome',
    { ...signed, outcome: 'yes' },
    [decision({ ...signed, outcome: 'no' })],
    [`decision d outcome: "no" → "yes" ${frozen}`],
  ],
  [
    'and not with more than it said',
    signed,
    [decision({ ...signed, rationale: 'why' })],
    [`decision d rationale: "why" → nothing ${frozen}`],
  ],
  [
    'and not without its signature',
    signed,
    [decision(unsigned)],
    [`decision d signedAt: nothing → "2026-01-02T00:00:00Z" ${frozen}`],
  ],
  ['and is not dropped', signed, [], [`decision d key: no such decision → d ${frozen}`]],
  ['unless it is not signed', unsigned, [decision({ ...unsigned, outcome: 'no' })], []],
  ['or is signed just now', unsigned, [decision({ ...signed, outcome: 'no' })], []],
  ['or was never signed and is dropped', unsigned, [], []],
])('a decision stays %s', (_, before, after, expected) => {
  expect(told([decision(before)], after)).toEqual(expected);
});

const benefit = (value: string, approvedOn?: string, said: object = {}): Kept => ({
  kind: 'benefit',
  key: 'b',
  body: {
    key: 'b',
    kind: 'cost',
    unit: 'hours',
    plan: { ...(approvedOn === undefined ? {} : { approvedOn }), profile: [{ period: 'q1', value }] },
    ...said,
  },
});

test.each([
  ['may change before it is approved', benefit('5'), [benefit('6', '2026-01-01')], 0],
  ['may not change afterwards', benefit('5', '2026-01-01'), [benefit('6', '2026-01-01')], 1],
  ['may not be taken back', benefit('5', '2026-01-01'), [benefit('5')], 1],
  ['stays while the rest goes on', benefit('5', '2026-01-01'), [benefit('5', '2026-01-01', { note: 'n' })], 0],
  ['goes with its benefit', benefit('5', '2026-01-01'), [], 0],
])('the plan of a benefit %s', (_, before, after, expected) => {
  expect(told([before], after)).toHaveLength(expected);
});

test('a changed plan is told with the one that was approved', () => {
  expect(told([benefit('5', '2026-01-01')], [benefit('6', '2026-01-01')])).toEqual([
    'benefit b plan: {"approvedOn":"2026-01-01","profile":[{"period":"q1","value":"6"}]} → the plan approved on 2026-01-01, {"approvedOn":"2026-01-01","profile":[{"period":"q1","value":"5"}]}; what is thought now is a forecast',
  ]);
});
