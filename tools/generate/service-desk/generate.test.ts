import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Mapping } from '#mapping/mapping.ts';
import { metrics } from '#metrics/index.ts';
import { DesignModel } from '#model/design-model.ts';
import { designViolations, workspaceViolations } from '#model/rules/violations.ts';
import { type Fault, faultNames, noFaults } from './faults.ts';
import { generate } from './generate.ts';
import type { Ledger } from './ledger.ts';

const usual = generate({ seed: 1 });
const designed = generate({ seed: 1, faults: noFaults });

test('the committed example is what the generator writes', () => {
  const folder = join(import.meta.dirname, '../../../examples/service-desk');
  for (const [path, text] of usual.files) expect(readFileSync(join(folder, path), 'utf8') === text, path).toBe(true);
});

test.each([
  ['one seed', 2, true],
  ['two seeds', 3, false],
])('the files of %s are compared', (_, seed, same) => {
  const [a, b] = [generate({ seed: 2, items: 200 }), generate({ seed, items: 200 })];
  expect([...a.files.values()].join('') === [...b.files.values()].join('')).toBe(same);
});

test('about twenty thousand rows fit into four megabytes', () => {
  const { tickets, approvals } = usual.ledger.rows;
  const rows = (tickets?.total ?? 0) + (approvals?.total ?? 0);
  expect(rows).toBeGreaterThan(18_000);
  expect(rows).toBeLessThan(22_000);
  expect([...usual.files.values()].join('').length).toBeLessThan(4_000_000);
  expect(tickets?.rejected).toBe(7);
});

test('the model files make a design without a contradiction', () => {
  const files = [...usual.files].filter(([path]) => path.startsWith('model/'));
  const model = DesignModel.parse(Object.assign({}, ...files.map(([, text]) => parse(text))));
  expect([...designViolations(model), ...workspaceViolations([model])]).toEqual([]);
  expect(model.teams).toHaveLength(22);
});

test.each(['tickets', 'approvals'])('the mapping of %s names columns that the file has', (log) => {
  const mapping = Mapping.parse(parse(usual.files.get(`maps/${log}.yaml`) ?? ''));
  const header = usual.files.get(`data/${log}.csv`)?.split('\n')[0]?.split(',');
  expect(header).toEqual(expect.arrayContaining([...Object.values(mapping.columns), ...(mapping.key ?? [])]));
});

/** Of the tickets under way at the end fewer than five are held up, so how long they are is not told. */
const tooFew = ['flow.dependencies daysHeldUp'];

test.each([
  ['with every fault', usual.ledger],
  ['without any', designed.ledger],
])('every figure of an organisation %s has a value', (_, { figures }) => {
  // What goals, money and outcomes tell is not made up here.
  const told = metrics.filter(({ id }) => /^(?:flow|decision|quality)\./u.test(id));
  expect(Object.keys(figures)).toHaveLength(told.length);
  for (const [metric, { value, also }] of Object.entries(figures)) {
    expect(value, metric).not.toBeNull();
    for (const [name, beside] of Object.entries(also))
      if (!tooFew.includes(`${metric} ${name}`)) expect(beside, `${metric} ${name}`).not.toBeNull();
  }
});

const figure = (ledger: Ledger, metric: string): number => ledger.figures[metric]?.value ?? Number.NaN;

const slowerLately = ({ byQuarter }: Ledger): number => {
  const took = (quarter: string) => byQuarter[quarter]?.['flow.waiting']?.also.queue ?? Number.NaN;
  return took('2026-Q1') / took('2025-Q4');
};

/** What each fault changes: a measure of the ledger that is higher with the fault than without it. */
const marks: Readonly<Record<Fault, (ledger: Ledger) => number>> = {
  'wrong-owner': ({ planted }) => planted.activeShares['claims-payout']?.claims ?? 0,
  'shared-capability': ({ planted }) => planted.activeShares['customer-notifications']?.['mobile-app'] ?? 0,
  'ping-pong': (ledger) => figure(ledger, 'flow.ping-pong'),
  'over-escalation': (ledger) => figure(ledger, 'decision.escalation-rate'),
  'rubber-stamp': (ledger) => figure(ledger, 'decision.layers'),
  'slow-forum': ({ byDecisionType }) => byDecisionType['architecture-exception']?.['decision.latency']?.value ?? 0,
  'skipped-stages': ({ planted: { moves } }) =>
    moves.support.total - moves.support.allowed + moves.change.total - moves.change.allowed,
  'missed-commitments': ({ byTeam }) => -(byTeam['policy-admin']?.['flow.commitments-kept']?.value ?? 0),
  'wip-over-limit': ({ planted }) => planted.reviewLimit.over,
  reopenings: (ledger) => figure(ledger, 'quality.reopened') + figure(ledger, 'decision.reopen-rate'),
  'uneven-paths': ({ planted }) => planted.paths.access?.different ?? 0,
  'late-slowdown': slowerLately,
  'crossed-boundaries': ({ planted: { handovers } }) => -handovers.insideDesignedGroups / handovers.total,
  'rush-at-quarter-end': ({ planted }) => planted.atQuarterEnd.direct,
  'unclear-right': (ledger) => figure(ledger, 'decision.unclear-right'),
};

test.each(faultNames)('without %s its mark is lower', (fault) => {
  const without = generate({ seed: 1, faults: { [fault]: false } }).ledger;
  expect(marks[fault](without)).toBeLessThan(marks[fault](usual.ledger));
  expect(without.planted.faults).not.toContain(fault);
});

test.each<[string, (ledger: Ledger) => number, number, number]>([
  ['moves that the design allows', ({ planted: { moves } }) => moves.support.allowed / moves.support.total, 1, 1],
  ['changes in review within the limit', ({ planted }) => planted.reviewLimit.over, 0, 0],
  ['decisions at the intended level', (ledger) => figure(ledger, 'decision.at-intended-level'), 0.95, 1],
  ['commitments kept', (ledger) => figure(ledger, 'flow.commitments-kept'), 0.9, 1],
  [
    'hand-overs inside departments',
    ({ planted: { handovers } }) => handovers.insideDesignedGroups / handovers.total,
    0.9,
    1,
  ],
  ['few tickets reopened', (ledger) => figure(ledger, 'quality.reopened'), 0, 0.03],
  ['little ping-pong', (ledger) => figure(ledger, 'flow.ping-pong'), 0, 0.04],
  ['one layer of approval', (ledger) => figure(ledger, 'decision.layers'), 1, 1.05],
  [
    'decisions within their target',
    ({ planted }) => Math.min(...Object.values(planted.withinTarget).map(({ decided, inTime }) => inTime / decided)),
    0.9,
    1,
  ],
])('an organisation without faults has %s', (_, read, low, high) => {
  expect(read(designed.ledger)).toBeGreaterThanOrEqual(low);
  expect(read(designed.ledger)).toBeLessThanOrEqual(high);
});

test('without faults every capability is worked on most by the team that answers for it', () => {
  expect(designed.ledger.planted.owners).toEqual(designed.ledger.planted.accountable);
});

test('the forum that changes nothing has refused none of at least fifty cases', () => {
  const { approved = 0, rejected } = usual.ledger.planted.approvers['procurement-review-forum'] ?? {};
  expect(approved).toBeGreaterThanOrEqual(50);
  expect(rejected).toBe(0);
});

test('hand-overs stay inside the planted groups but for a few', () => {
  const { insideGroups, total } = usual.ledger.planted.handovers;
  expect(insideGroups / total).toBeGreaterThan(0.95);
});
