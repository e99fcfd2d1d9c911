import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecastBenefit, listBenefits, listDue, realiseBenefit, showBenefit } from '#api/benefits.ts';
import { readMetric } from '#api/figures.ts';
import { listOutcomes, showOutcome } from '#api/outcomes.ts';
import { setRecord } from '#api/records.ts';
import type { Room } from '#handlers/room.ts';
import { simulated } from '#value/effect/fixtures/simulated.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const { measurements, liveOn } = simulated({ seed: 5, before: 36, after: 12, carriedOver: 0.3, effect: 6 });

const model = `
levels: [{ key: executive, rank: 4 }]
roles: [{ key: sales, level: executive }, { key: finance, level: executive }]
planningPeriods:
${[1, 2, 3, 4].map((q) => `  - { key: 25q${q}, kind: quarter, from: 2025-${String(q * 3 - 2).padStart(2, '0')}-01, to: ${q === 4 ? '2026-01' : `2025-${String(q * 3 + 1).padStart(2, '0')}`}-01 }`).join('\n')}
  - { key: 26q1, kind: quarter, from: 2026-01-01, to: 2026-04-01 }
initiatives:
  - { key: e-sign, name: E-sign, class: strategic, liveOn: ${liveOn}, actualEnd: 2025-02-01 }
  - { key: portal, name: Portal, class: strategic }
capabilities: [{ key: onboarding, kind: business }]
outcomes:
  - key: conversion
    unit: "%"
    direction: up
    baseline: { on: 2020-01-31, value: 20 }
    target: { on: 2024-12-31, value: 30 }
    rivals: [{ what: a campaign, standing: ruled-out, because: the branches had it too }]
    measurements:
${measurements.map(({ on, value }) => `      - { on: ${on}, value: ${value}, source: shop }`).join('\n')}
benefits:
  - key: margin
    kind: revenue
    currency: EUR
    businessOwner: sales
    measurementEndsOn: 2026-03-31
    plan:
      approvedOn: 2024-12-01
      profile: [{ period: 25q1, value: "100.10" }, { period: 25q2, value: "100.20" }, { period: 25q3, value: "300" }]
    realised:
      - { period: 25q1, value: "50.05", confirmedBy: sales, confirmedAt: 2025-04-10T10:00:00Z }
  - { key: churn, kind: revenue, currency: USD, disbenefit: true, plan: { approvedOn: 2024-12-01, profile: [{ period: 25q1, value: "10" }] } }
  - { key: reform, kind: cost, currency: GBP, wholeLife: "2546500000" }
chainLinks:
  - { giver: { initiative: e-sign }, receiver: { capability: onboarding }, grade: D, rationale: said }
  - { giver: { initiative: portal }, receiver: { capability: onboarding }, grade: D, rationale: said }
  - { giver: { capability: onboarding }, receiver: { outcome: conversion }, grade: B, rationale: measured, contributes: 0.6 }
  - { giver: { outcome: conversion }, receiver: { benefit: margin }, grade: C, rationale: measured, contributes: 0.5 }
`;

let folder: string;
let room: Room;
let clock = '2025-08-15T12:00:00Z';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-benefits-'));
  written(folder, {
    'throughline.yaml': 'name: Gains\ncurrency: EUR\ntimeZone: Europe/Berlin\n',
    'model/all.yaml': model,
  });
  room = roomIn(folder, { now: () => new Date(clock) });
});

afterAll(async () => {
  await room.close();
  removed(folder);
});

describe('the register', () => {
  test('tells what was planned, what came, and what is short', async () => {
    const { benefits, totals, converted, count, today } = await ask(room, listBenefits, {});
    expect(today).toBe('2025-08-15');
    expect(benefits[0]).toMatchObject({
      key: 'margin',
      realisation: {
        planned: '500.30',
        plannedToDate: '200.30',
        plannedMeasured: '100.10',
        realised: '50.05',
        toDate: 0.5,
      },
      outlook: { total: '450.25', unmeasured: '100.20' },
      shortfall: { since: '2025-04-01', amount: '50.05', state: 'unexplained' },
      next: { period: '25q2', state: 'overdue' },
      grade: 'D',
    });
    expect(totals.map(({ unit, n }) => [unit, n])).toEqual([
      ['EUR', 1],
      ['USD', 1],
    ]);
    expect(converted).toMatchObject({ total: { unit: 'EUR', n: 1 }, withoutRate: ['churn'] });
    expect(count).toEqual({ reached: 0, of: 1 });
  });

  test('tells what is stated for a whole life only by itself, and in no rate', async () => {
    const { benefits, totals, wholeLife } = await ask(room, listBenefits, {});
    expect(benefits.map(({ key, wholeLife: value }) => [key, value])).toEqual([
      ['margin', null],
      ['churn', null],
      ['reform', '2546500000'],
    ]);
    expect(wholeLife).toEqual([{ unit: 'GBP', money: true, n: 1, value: '2546500000' }]);
    expect(totals.find(({ unit }) => unit === 'GBP')).toBeUndefined();
  });

  test('is what the figure of benefits says', async () => {
    const { converted, count } = await ask(room, listBenefits, {});
    const { readings } = await ask(room, readMetric, {
      metric: 'outcome.benefit-realisation',
      asOf: '2025-08-15T12:00:00Z',
    });
    const { gross, net, weighted } = converted.total ?? {};
    const close = (rate: number | null | undefined) => expect.closeTo(rate ?? Number.NaN, 9);
    expect(readings[0]).toMatchObject({
      value: close(gross?.toDate),
      also: {
        net: close(net?.toDate),
        ofLifetime: close(gross?.ofLifetime),
        weighted: close(weighted),
        measured: close(gross?.coverage),
        reached: count.reached / count.of,
      },
    });
  });

  test('tells what is to be measured, past the end of the work too', async () => {
    const { due, without } = await ask(room, listDue, { coming: true });
    expect(due.map(({ benefit, period, state, isPastWork }) => [benefit, period, state, isPastWork])).toEqual([
      ['churn', '25q1', 'overdue', false],
      ['margin', '25q2', 'overdue', true],
      ['margin', '25q3', 'coming', true],
      ['margin', '25q4', 'coming', true],
      ['margin', '26q1', 'coming', true],
    ]);
    expect(without).toEqual(['reform']);
  });
});

test('the register that is known is told anew on another day', async () => {
  const overdue = async () => (await ask(room, listBenefits, {})).benefits[0]?.overdue;
  expect(await overdue()).toBe(1);
  clock = '2025-12-01T12:00:00Z';
  expect(await overdue()).toBe(2);
  clock = '2025-08-15T12:00:00Z';
  expect(await overdue()).toBe(1);
});

test('one benefit tells its curve, claims, chain, baselines and sign-offs', async () => {
  const told = await ask(room, showBenefit, { key: 'margin' });
  expect(told.curve.map(({ periods, realised, missing }) => [periods, realised, missing])).toEqual([
    [['25q1'], '50.05', null],
    [['25q2'], null, null],
    [['25q3'], null, { n: 0, fewest: 8 }],
  ]);
  expect(told.contribution).toMatchObject({ others: 0.5, grade: 'C' });
  expect(told.contribution.sentence).toContain(
    'conversion probably contributes, other explanations not ruled out, 50% of it',
  );
  expect(told.chain.map(({ giver, receiver }) => `${giver.key} → ${receiver.key}`)).toEqual([
    'conversion → margin',
    'onboarding → conversion',
    'e-sign → onboarding',
    'portal → onboarding',
  ]);
  expect(told.links).toBe(4);
  const { chain, links } = await ask(room, showBenefit, { key: 'margin', limit: 2, offset: 1 });
  expect([links, chain.map(({ giver }) => giver.key)]).toEqual([4, ['onboarding', 'e-sign']]);
  expect(told.baselines).toEqual([
    { outcome: 'conversion', name: 'conversion', unit: '%', on: '2020-01-31', value: 20 },
  ]);
  expect(told.signOffs).toEqual([
    { period: '25q1', value: '50.05', by: 'sales', at: '2025-04-10T10:00:00Z', isOwner: true },
  ]);
  expect(told).toMatchObject({
    workEnds: '2025-02-01',
    measuredUntil: '2026-03-31',
    owners: [{ from: null, to: 'sales' }],
  });
  expect(told.forecasts.map(({ madeOn, isPlan }) => [madeOn, isPlan])).toEqual([['2024-12-01', true]]);
});

test('a benefit that is not there is refused with what may have been meant', async () => {
  await expect(ask(room, showBenefit, { key: 'margins' })).rejects.toThrow('Did you mean margin?');
});

test('one outcome tells what each initiative did to it', async () => {
  const { effects, outcome, rivals } = await ask(room, showOutcome, { key: 'conversion' });
  expect(outcome).toMatchObject({ initiatives: 2, openRivals: 0, measurements: 48 });
  const [own, other] = effects;
  expect(own).toMatchObject({ initiative: 'e-sign', moved: 'up', better: true, grade: 'B', weaknesses: [] });
  expect(own?.estimate).toMatchObject({ method: 'interrupted-series', step: 'month', before: 36, after: 12 });
  expect(other).toMatchObject({
    initiative: 'portal',
    estimate: null,
    sentence: 'Portal has not gone live, so there is no before and after for conversion.',
  });
  expect(rivals).toHaveLength(1);
});

test('an outcome as of a day knows nothing that was measured later', async () => {
  const { outcomes } = await ask(room, listOutcomes, { asOf: '2022-07-01' });
  expect(outcomes[0]).toMatchObject({ measurements: 30, latest: { on: '2022-06-30' } });
});

test.each([
  ['what is measured on the day of its baseline', '2020-01-31', { measurements: 1, progress: null }],
  ['what is measured after it', '2020-02-29', { measurements: 2, progress: expect.any(Number) }],
])('how far an outcome has come is told by %s or not', async (_, asOf, row) => {
  const { outcomes } = await ask(room, listOutcomes, { asOf });
  expect(outcomes[0]).toMatchObject(row);
});

describe('an edit', () => {
  const history = { reason: 'read off the ledger' };

  test('confirms the value that stands, now', async () => {
    await ask(room, realiseBenefit, { key: 'margin', period: '25q2', value: '90.00', ...history });
    await ask(room, realiseBenefit, { key: 'margin', period: '25q2', confirmedBy: 'finance', ...history });
    const { signOffs, benefit } = await ask(room, showBenefit, { key: 'margin' });
    expect(signOffs[1]).toEqual({
      period: '25q2',
      value: '90.00',
      by: 'finance',
      at: '2025-08-15T12:00:00.000Z',
      isOwner: false,
    });
    expect(benefit).toMatchObject({ values: 2, confirmed: 2, realisation: { realised: '140.05' } });
    const { benefits } = await ask(room, listBenefits, {});
    expect(benefits[0]).toEqual(benefit);
  });

  test('that confirms what is not on record is refused', async () => {
    const confirm = ask(room, realiseBenefit, { key: 'margin', period: '25q3', confirmedBy: 'sales', ...history });
    await expect(confirm).rejects.toThrow('value is left out; the value of 25q3, which is not on record was expected');
  });

  test('adds a forecast and keeps the earlier ones', async () => {
    const profile = [{ period: '25q3', value: '200.00' }];
    await ask(room, forecastBenefit, { key: 'margin', madeOn: '2025-07-01', profile, ...history });
    const { change } = await ask(room, forecastBenefit, { key: 'margin', profile, dryRun: true, ...history });
    const { forecasts } = await ask(room, showBenefit, { key: 'margin' });
    expect(change?.what).toBe('changed');
    expect(forecasts.map(({ madeOn }) => madeOn)).toEqual(['2024-12-01', '2025-07-01']);
    const earlier = ask(room, forecastBenefit, { key: 'margin', madeOn: '2025-07-01', profile, ...history });
    await expect(earlier).rejects.toThrow('a day after 2025-07-01');
  });

  test('of the owner is told with who, when and why', async () => {
    await ask(room, setRecord, {
      kind: 'benefit',
      key: 'margin',
      fields: { businessOwner: 'finance' },
      reason: 'reorganised',
    });
    const { owners, signOffs } = await ask(room, showBenefit, { key: 'margin' });
    expect(signOffs[0]).toMatchObject({ by: 'sales', isOwner: true });
    expect(owners[0]).toMatchObject({
      from: 'sales',
      to: 'finance',
      reason: 'reorganised',
      at: '2025-08-15T12:00:00.000Z',
    });
  });
});
