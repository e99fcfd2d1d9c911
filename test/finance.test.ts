import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDelays, showFinance, showGate } from '#api/finance.ts';
import { setRecord } from '#api/records.ts';
import { showAllocation, showCoverage, showTrace } from '#api/value.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const settings = `name: Acme
currency: EUR
timeZone: UTC
finance: {discount: 0.1, gateFrom: "1000"}
`;

const model = `roles: [{key: retail, level: team}]
planningPeriods:
  - {key: y26, kind: year, from: 2026-01-01, to: 2027-01-01}
  - {key: y27, kind: year, from: 2027-01-01, to: 2028-01-01}
exchangeRates:
  - {from: USD, to: EUR, validFrom: 2026-01-01, rate: "0.5"}
investments:
  - key: digital
    basis: project
    class: grow
    budget:
      - {period: y26, amount: {amount: "10045", currency: EUR}}
      - {period: y27, amount: {amount: "23908", currency: USD}}
  - {key: run, basis: run, class: run}
initiatives:
  - {key: e-sign, name: E-sign, plannedEnd: 2026-12-01, urgency: {profile: deadline, deadline: 2026-12-24}}
  - {key: chat}
  - {key: fax, status: done}
capabilities: [{key: onboarding, kind: business}]
outcomes: [{key: sold, unit: '%', direction: up}]
benefits:
  - key: margin
    kind: revenue
    currency: EUR
    plan: {approvedOn: 2025-12-01, profile: [{period: y26, value: "8823"}, {period: y27, value: "21176"}]}
  - {key: hours, kind: cost, unit: hours}
chainLinks:
  - {giver: {investment: digital}, receiver: {initiative: e-sign}, passes: 1, contributes: 1, grade: B, rationale: it pays}
  - {giver: {initiative: e-sign}, receiver: {capability: onboarding}, passes: 1, contributes: 1, grade: C, rationale: it does}
  - {giver: {capability: onboarding}, receiver: {outcome: sold}, contributes: 1, grade: D, rationale: it does}
  - {giver: {outcome: sold}, receiver: {benefit: margin}, contributes: 1, grade: D, rationale: it does}
  - {giver: {outcome: sold}, receiver: {benefit: hours}, grade: E, rationale: assumed}
`;

let room: Room;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-finance-'));
  written(folder, { 'throughline.yaml': settings, 'model/all.yaml': model });
  room = roomIn(folder);
});

afterAll(async () => {
  await room.close();
  removed(room.folder);
});

const planOf = async (input: { discount?: string; kind?: 'initiative' | 'investment' }, key = 'e-sign') => {
  const answer = await ask(room, showFinance, { key, ...input });
  const plan = answer.accounts.find(({ basis }) => basis === 'plan');
  const figureOf = (figure: string, timing: string | null = null) =>
    plan?.figures.find((each) => each.figure === figure && each.timing === timing)?.value;
  return { answer, plan, figureOf };
};

test('the plan of an initiative is worth what its money is, line by line and in the currency of totals', async () => {
  const { answer, plan, figureOf } = await planOf({});
  expect(answer).toMatchObject({ currency: 'EUR', today: '2026-06-01', kind: 'initiative', name: 'E-sign' });
  expect(figureOf('net-present-value', 'first-year-undiscounted')).toBe('7161.64');
  expect(figureOf('net-present-value', 'end-of-year')).toBe('6510.58');
  expect(figureOf('net-present-value', 'mid-year')).toBe('6828.35');
  expect([figureOf('cost'), figureOf('benefit')]).toEqual(['21999.00', '29999.00']);
  expect(plan).toMatchObject({ n: 4, grade: 'D', interval: 'complete', coverage: 2 / 3 });
  expect(plan?.workings[0]?.lines.at(-1)).toMatchObject({ year: '2027', net: '9222.00', cumulative: '7161.64' });
  expect(plan?.leftOut).toEqual([{ kind: 'benefit', key: 'hours', why: 'it is in hours, not in money' }]);
});

test.each([
  ['8%', '7316.89'],
  ['0.08', '7316.89'],
  ['green-book', '7688.14'],
])('another rate can be asked for: %s', async (discount, npv) => {
  expect((await planOf({ discount })).figureOf('net-present-value', 'first-year-undiscounted')).toBe(npv);
});

test('a line of funding has the benefits that are contributed by it', async () => {
  const { figureOf } = await planOf({ kind: 'investment' }, 'digital');
  expect(figureOf('net-present-value', 'first-year-undiscounted')).toBe('7161.64');
});

test.each([
  [{ key: 'e-sing' }, { code: 'record-unknown', detail: { closest: 'e-sign' } }],
  [{ key: 'e-sign', kind: 'investment' as const }, { code: 'record-unknown' }],
  [{ key: 'e-sign', discount: '800%' }, { code: 'input-refused' }],
])('%j is refused', async (input, fault) => {
  await expect(ask(room, showFinance, input)).rejects.toMatchObject(fault);
});

test('delay is told in money, with what nothing is known of', async () => {
  const { delays, over, told } = await ask(room, listDelays, {});
  expect(delays.map(({ key, perMonth }) => [key, perMonth.value])).toEqual([
    ['e-sign', expect.stringMatching(/^2\d{4}\.\d\d$/)],
    ['chat', null],
  ]);
  expect(delays.map(({ key, gain, cost }) => [key, gain === null, cost === null])).toEqual([
    ['e-sign', false, false],
    ['chat', true, true],
  ]);
  expect([over, told, delays[1]?.perMonth.missing]).toEqual([1, 1, 'no benefit in money is still to come of it']);
});

test('the gate tells what is missing, until somebody lets it through or mends it', async () => {
  const results = async () => {
    const { rows, counts } = await ask(room, showGate, {});
    return { counts, result: rows.find(({ kind, key }) => kind === 'initiative' && key === 'e-sign') };
  };
  const before = await results();
  expect(before.counts).toEqual({ ready: 0, missing: 3, overridden: 0, below: 0 });
  expect(before.result?.lacks.map(({ what }) => what)).toEqual(['baseline', 'business-owner']);

  const reason = 'said in the board';
  const fields = { initiative: 'e-sign', grantedBy: 'retail', on: '2026-05-01', reason: 'the law begins' };
  await ask(room, setRecord, { kind: 'gate-override', key: 'law', fields, reason, isNew: true });
  expect((await results()).result).toMatchObject({
    result: 'overridden',
    override: { key: 'law', grantedBy: 'retail', on: '2026-05-01', reason: 'the law begins' },
  });

  await ask(room, setRecord, { kind: 'benefit', key: 'margin', fields: { businessOwner: 'retail' }, reason });
  const baseline = { on: '2026-01-01', value: 4 };
  await ask(room, setRecord, { kind: 'outcome', key: 'sold', fields: { baseline }, reason });
  const after = await results();
  expect([after.result?.result, after.counts]).toEqual(['ready', { ready: 2, missing: 1, overridden: 0, below: 0 }]);
});

test('money of several currencies is added up by the rates of its days, which are named', async () => {
  const { money, rates } = await ask(room, showCoverage, { basis: 'budget', together: true });
  expect(money.map(({ currency, invested }) => [currency, invested])).toEqual([['EUR', '21999.00']]);
  expect(rates).toMatchObject({
    currency: 'EUR',
    currencies: ['EUR', 'USD'],
    used: [
      { from: 'USD', to: 'EUR', rate: '0.5', validFrom: '2026-01-01', n: 1, amount: '23908', converted: '11954.00' },
    ],
    without: [],
  });
  const apart = await ask(room, showCoverage, { basis: 'budget' });
  expect([apart.money.map(({ currency }) => currency), apart.rates]).toEqual([['EUR', 'USD'], null]);
});

test('what has no rate is in no sum, and is named', async () => {
  const amount = { amount: '90', currency: 'CHF' };
  const fields = { spend: [{ on: '2026-05-01', amount }] };
  await ask(room, setRecord, { kind: 'investment', key: 'run', fields, reason: 'abroad' });
  const { money, rates, missing } = await ask(room, showCoverage, { together: true });
  expect([money, missing]).toEqual([[], 'nothing of it has a rate to EUR']);
  expect((await ask(room, showTrace, { together: true })).missing).toBe('nothing of it has a rate to EUR');
  expect((await ask(room, showAllocation, { together: true })).missing).toBe('nothing of it has a rate to EUR');
  const none = await ask(room, showCoverage, { together: true, from: '2026-06-01' });
  expect(none.missing).toBe('no spend of these days comes here');
  expect(rates?.without).toEqual([
    {
      kind: 'investment',
      key: 'run',
      on: '2026-05-01',
      amount,
      missing: 'no rate from CHF to EUR for the use average on 2026-05-01',
    },
  ]);
});
