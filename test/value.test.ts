import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCapabilities, showCapability, showInitiative } from '#api/portfolio.ts';
import { showAllocation, showCoverage, showTrace } from '#api/value.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const model = `planningPeriods: [{key: y26, kind: year, from: 2026-01-01, to: 2027-01-01}, {key: feb, kind: month, from: 2026-02-01, to: 2026-03-01}]
teams: [{key: red}]
goals: [{key: grow, statement: grow, weights: [{period: y26, weight: 1}]}]
capabilities: [{key: web, kind: it, maturityTarget: {level: 4, scale: cmmi}}, {key: data, kind: it}]
goalCapabilities: [{goal: grow, capability: web, importance: 3}, {goal: grow, capability: data, importance: 1}]
maturityAssessments: [{capability: web, on: 2026-02-01, level: 2.5, scale: cmmi}]
ownerships: [{team: red, capability: web, as: accountable}]
investments:
  - {key: i1, basis: project, class: grow, spend: [{on: 2026-02-01, amount: {amount: "100.01", currency: EUR}}]}
  - {key: i2, basis: run, class: run, spend: [{on: 2026-03-01, amount: {amount: "50", currency: EUR}}]}
initiatives:
  - {key: p1, name: Portal, commitments: [{date: 2026-03-31, promisedOn: 2026-01-10}], actualEnd: 2026-04-02}
  - {key: p2}
outcomes: [{key: o1}]
benefits: [{key: b1, kind: cost, currency: EUR, plan: {approvedOn: 2025-12-01, profile: [{period: y26, value: "1000"}]}, realised: [{period: y26, value: "600"}]}]
priorityLists: [{key: l1, period: y26, approvedOn: 2026-01-05, ranking: [{rank: 1, initiative: p1}]}]
chainLinks:
  - {giver: {investment: i1}, receiver: {initiative: p1}, passes: 0.5, contributes: 1, grade: B, rationale: r}
  - {giver: {investment: i1}, receiver: {initiative: p2}, passes: 0.3, grade: B, rationale: r}
  - {giver: {initiative: p1}, receiver: {capability: web}, passes: 1, contributes: 0.5, grade: C, rationale: r, expectedGain: 1}
  - {giver: {capability: web}, receiver: {outcome: o1}, passes: 1, contributes: 1, grade: B, rationale: r, hypothesis: fewer calls}
  - {giver: {outcome: o1}, receiver: {benefit: b1}, passes: 1, contributes: 0.8, grade: D, rationale: r}
`;

let folder: string;
let room: Room;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-value-'));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nplanningPeriod: year\n',
    'model/a.yaml': model,
  });
  room = roomIn(folder);
});
afterAll(async () => {
  await room.close();
  removed(folder);
});

test('money is traced from its lines of funding, and what goes no further stands beside it', async () => {
  const { traces, from, until } = await ask(room, showTrace, {});
  expect([from, until]).toEqual(['2026-01-01', '2027-01-01']);
  expect(traces).toMatchObject([
    {
      unit: 'EUR',
      whole: '150.01',
      arrived: '50.01',
      stubs: [
        { reason: 'no-initiative', amount: '70.00' },
        { reason: 'no-capability', amount: '30.00' },
      ],
    },
  ]);
  expect(traces[0]?.links.find(({ to }) => to === 'capability web')).toMatchObject({
    amount: '50.01',
    passes: 1,
    grade: 'C',
  });
});

test.each([
  [
    'money of a benefit, with its weakest grade',
    { through: { kind: 'benefit', key: 'b1' } as const },
    ['investment i1 50.01 D'],
  ],
  [
    'a benefit, back to money',
    { through: { kind: 'benefit', key: 'b1' }, of: 'realised' } as const,
    ['investment i1 240.00 D'],
  ],
  ['planned benefits', { of: 'planned' } as const, ['investment i1 400.00 D']],
])('a trace tells of %s', async (_, asked, expected) => {
  const { traces } = await ask(room, showTrace, asked);
  const found = traces.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'investment'));
  expect(
    found.map(({ id, amount, byGrade }) => `${id} ${amount} ${byGrade.map(({ grade }) => grade).join('')}`),
  ).toEqual(expected);
});

test('a trace tells each record by itself where that is asked for, and says nothing of them else', async () => {
  const through = { kind: 'benefit', key: 'b1' } as const;
  const { traces } = await ask(room, showTrace, { through, records: true });
  expect(traces.map(({ records }) => records?.map(({ kind, key, amount }) => `${kind} ${key} ${amount}`))).toEqual([
    ['investment i1 50.01', 'initiative p1 50.01', 'capability web 50.01', 'outcome o1 50.01', 'benefit b1 50.01'],
  ]);
  expect((await ask(room, showTrace, { through })).traces.map(({ records }) => records)).toEqual([null]);
});

test('only what is evidenced is followed, and what is only claimed is held where it would go on', async () => {
  const { traces } = await ask(room, showTrace, { evidence: 'evidenced' });
  expect(traces[0]).toMatchObject({ whole: '150.01', arrived: '0.00', barred: 1 });
  expect(traces[0]?.breaks.at(-1)).toEqual({ at: 'outcome o1', reason: 'not-evidenced', amount: '50.01' });
  const back = await ask(room, showTrace, { evidence: 'evidenced', of: 'realised' });
  expect(back.traces[0]?.stubs).toEqual([
    { reason: 'other-causes', amount: '120.00' },
    { reason: 'not-evidenced', amount: '480.00' },
  ]);
});

test('coverage counts chains that are whole and lists every break', async () => {
  const { money, initiatives, benefits, breaks } = await ask(room, showCoverage, {});
  expect(money).toMatchObject([{ invested: '150.01', traced: '50.01', byGrade: [{ grade: 'D', amount: '50.01' }] }]);
  expect([initiatives.n, initiatives.whole, benefits.n, benefits.whole]).toEqual([2, 1, 1, 1]);
  expect(breaks.map(({ at, reason }) => `${at?.key} ${reason}`)).toEqual([
    'i1 no-initiative',
    'i2 no-initiative',
    'p2 no-capability',
  ]);
});

test('allocation has all money, by capability, class and rank, beside what goals ask for', async () => {
  const { periods } = await ask(room, showAllocation, {});
  expect(periods).toHaveLength(1);
  expect(periods[0]).toMatchObject({
    period: 'y26',
    totals: [{ currency: 'EUR', whole: '150.01', mapped: '50.01', strategic: '50.01' }],
    priorities: {
      list: 'l1',
      rows: [
        { initiative: 'p1', rank: 1 },
        { initiative: 'p2', rank: null },
      ],
    },
    importance: [
      { capability: 'web', share: 0.75, strategic: true },
      { capability: 'data', share: 0.25, strategic: false },
    ],
  });
  expect(periods[0]?.rows.map((row) => `${row.class} ${row.capability ?? row.reason} ${row.amount}`)).toEqual([
    'grow web 50.01',
    'grow no-initiative 20.00',
    'grow no-capability 30.00',
    'run no-initiative 50.00',
  ]);
});

test('money that lies in no planning period is told with its amount', async () => {
  const { periods, kind, outside } = await ask(room, showAllocation, { kind: 'month' });
  expect(periods.map(({ period, totals }) => [period, totals[0]?.whole])).toEqual([['feb', '100.01']]);
  expect([kind, outside]).toEqual(['month', { n: 1, amounts: [{ amount: '50', currency: 'EUR' }] }]);
  expect((await ask(room, showAllocation, {})).outside).toEqual({ n: 0, amounts: [] });
});

test('a capability tells how much it matters, how well it is mastered, and what goes to it', async () => {
  const { capabilities } = await ask(room, listCapabilities, {});
  expect(capabilities.map(({ key, importanceShare, strategic }) => [key, importanceShare, strategic])).toEqual([
    ['web', 0.75, true],
    ['data', 0.25, false],
  ]);
  const { capability } = await ask(room, showCapability, { capability: 'web' });
  expect(capability).toMatchObject({
    maturity: [{ scale: 'cmmi', level: 2.5, target: 4, gap: 1.5, stale: false }],
    spend: [{ amount: '50.01', currency: 'EUR' }],
    owners: [{ team: 'red', as: 'accountable' }],
    by: { initiatives: [{ key: 'p1', spend: [{ amount: '50.01' }], expectedGain: 1 }], outcomes: [{ key: 'o1' }] },
  });
});

test('an initiative tells its promises, its money and what that came to', async () => {
  const { initiative } = await ask(room, showInitiative, { initiative: 'p1' });
  expect(initiative).toMatchObject({
    name: 'Portal',
    commitments: [{ date: '2026-03-31', kept: false, daysLate: 2 }],
    spend: [{ amount: '50.01', currency: 'EUR' }],
    benefits: [{ key: 'b1', byGrade: [{ grade: 'D', amount: '50.01' }] }],
    breaks: { ahead: null, behind: null },
    ranks: [{ list: 'l1', rank: 1, of: 1 }],
    execution: null,
  });
  await expect(ask(room, showInitiative, { initiative: 'p3' })).rejects.toMatchObject({ code: 'record-unknown' });
});

test('a second question reads nothing again, and one after an edit does', async () => {
  const store = await room.store();
  const before = await ask(room, showTrace, { limit: 10 });
  expect(await ask(room, showTrace, { limit: 10 })).toEqual(before);
  const edit = { kind: 'initiative', design: '', key: 'p4', body: { key: 'p4' } };
  await store.write({ actor: 'ada', at: '2026-06-01T13:00:00Z', reason: 'r', via: 'test' }, [edit]);
  expect((await ask(room, showCoverage, {})).initiatives.n).toBe(3);
  const past = await ask(room, showCoverage, { asOf: '2026-06-01T12:30:00Z' });
  expect(past.initiatives.n).toBe(2);
});

test('money that only statements tell is looked at from its first day to its last', async () => {
  const own = mkdtempSync(join(tmpdir(), 'throughline-statement-'));
  written(own, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nplanningPeriod: year\n',
    'model/a.yaml': `investments: [{key: a, basis: run, class: run}]
spendStatements: [{key: s, source: Cloud, from: 2025-03-01, to: 2025-04-01, currency: EUR, billed: "70.00",
  rows: [{on: 2025-03-04, rawName: web, investment: a, billed: "70.00", fileRows: 1}]}]
`,
  });
  const other = roomIn(own);
  try {
    const { traces, from, until } = await ask(other, showTrace, {});
    expect([from, until, traces.map(({ whole }) => whole)]).toEqual(['2025-03-04', '2025-03-05', ['70.00']]);
  } finally {
    await other.close();
    removed(own);
  }
});

test('where there is no spend but budget, or budget but no spend, that is told', async () => {
  const budgeted = mkdtempSync(join(tmpdir(), 'throughline-budget-'));
  written(budgeted, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nplanningPeriod: year\n',
    'model/a.yaml':
      'planningPeriods: [{key: y26, kind: year, from: 2026-01-01, to: 2027-01-01}]\ninvestments: [{key: i1, basis: project, class: grow, budget: [{period: y26, amount: {amount: "10", currency: EUR}}]}]\n',
  });
  const other = roomIn(budgeted);
  const [spend, budget] = [{}, { basis: 'budget' }] as const;
  const told = [
    await ask(other, showCoverage, spend),
    await ask(other, showCoverage, budget),
    await ask(room, showCoverage, budget),
    await ask(other, showAllocation, spend),
    await ask(other, showAllocation, budget),
    await ask(room, showAllocation, budget),
    await ask(other, showTrace, {}),
    await ask(other, showTrace, { of: 'realised' }),
  ].map(({ instead }) => instead);
  expect(told).toEqual(['budget', null, 'spend', 'budget', null, 'spend', 'budget', null]);
  await other.close();
  removed(budgeted);
});
