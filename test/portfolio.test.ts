import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMetric } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import { portfolioOf, usualInitiatives } from '../tools/generate/portfolio/generate.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

const example = join(import.meta.dirname, '..', 'examples', 'portfolio');
const { model } = portfolioOf({ seed: 1, initiatives: usualInitiatives });
const arrived: Readonly<Record<string, Readonly<Record<string, number>>>> = JSON.parse(
  readFileSync(join(example, 'ledger.json'), 'utf8'),
).arrivedCents;

let folder: string;
let room: Room;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-portfolio-'));
  cpSync(example, folder, { recursive: true, filter: (path) => !path.endsWith('.throughline') });
  room = roomIn(folder);
});
afterAll(async () => {
  await room.close();
  removed(folder);
});

const read = async (metric: string) => {
  const { readings } = await ask(room, readMetric, { metric, from: '2024-01-01', until: '2026-01-01' });
  const [reading] = readings;
  if (!reading) throw new Error(`${metric} has no reading`);
  return reading;
};

const rates: Readonly<Record<string, number>> = { EUR: 1, USD: 0.92, GBP: 1.17 };

/** What the ledger says came to a record, in cents of euros. */
const came = (at: string): number =>
  Object.entries(arrived[at] ?? {}).reduce(
    (sum, [currency, cents]) => sum + cents * (rates[currency] ?? Number.NaN),
    0,
  );
const cameTo = (kind: string): number[] =>
  Object.keys(arrived).flatMap((at) => (at.startsWith(`${kind} `) ? [came(at)] : []));
const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
const all = sum(cameTo('investment'));

test('of all that was spent the ledger leads as much to capabilities as the figure says', async () => {
  const { also } = await read('alignment.strategic-spend');
  expect(also.mapped).toBeCloseTo(sum(cameTo('capability')) / all, 12);
});

test('what is strategic by the importance of capabilities and the weights of their goals is as much as the ledger leads there', async () => {
  // The default cut is an importance of 2, of a goal that weighs anything; all three goals do in both years.
  const strategic = new Set(
    model.goalCapabilities.flatMap(({ capability, importance = 0 }) => (importance >= 2 ? [capability] : [])),
  );
  const { value, also } = await read('alignment.strategic-spend');
  const led = sum([...strategic].map((capability) => came(`capability ${capability}`)));
  expect(value).toBeCloseTo(led / all, 12);
  expect(also.ofMapped).toBeCloseTo(led / sum(cameTo('capability')), 12);
});

test('what came to measured benefits, each cent once, is what is traced', async () => {
  // Benefits that support others hand half of it on: that half is in both.
  const twice = model.chainLinks.reduce(
    (total, { giver, passes = 0 }) =>
      giver.benefit === undefined ? total : total + passes * came(`benefit ${giver.benefit}`),
    0,
  );
  const { value, also } = await read('alignment.traceability');
  expect(value).toBeCloseTo((sum(cameTo('benefit')) - came('benefit unmeasured') - twice) / all, 12);
  expect(also.noMeasure).toBeCloseTo(came('benefit unmeasured') / all, 12);
  expect(also.noBenefit).toBeCloseTo(came('outcome unused') / all, 12);
});

test('money is spread over as many capabilities as the shares of the ledger make', async () => {
  const parts = cameTo('capability');
  const herfindahl = sum(parts.map((part) => (part / sum(parts)) ** 2));
  const { value, also } = await read('alignment.concentration');
  expect(also.herfindahl).toBeCloseTo(herfindahl, 12);
  expect(value).toBeCloseTo(1 / herfindahl, 10);
});

/** Capabilities with what they are worth to the goals in the last year and the level that is known of them at its end. */
const known = model.goalCapabilities.flatMap(({ capability, goal, importance = 0 }) => {
  const weight =
    model.goals.find(({ key }) => key === goal)?.weights.find(({ period }) => period === '2025')?.weight ?? 0;
  const last = model.maturityAssessments.filter((each) => each.capability === capability).at(-1);
  return last && last.on >= '2025-01-01' ? [{ worth: weight * importance, level: last.level }] : [];
});

const ranked = (values: readonly number[]): number[] =>
  values.map((value) => {
    const [less, same] = [
      values.filter((each) => each < value - 1e-9),
      values.filter((each) => Math.abs(each - value) < 1e-9),
    ];
    return less.length + (same.length + 1) / 2;
  });

const correlation = (xs: readonly number[], ys: readonly number[]): number => {
  const centred = (values: readonly number[]) => values.map((value) => value - sum(values) / values.length);
  const [dx, dy] = [centred(xs), centred(ys)];
  return sum(dx.map((x, at) => x * (dy[at] ?? 0))) / Math.sqrt(sum(dx.map((x) => x * x)) * sum(dy.map((y) => y * y)));
};

test('levels that are less than a year old make the maturity, as it stands and as goals weigh it', async () => {
  const { value, n, also } = await read('capability.maturity');
  expect(n).toBe(known.length);
  expect(value).toBeCloseTo(sum(known.map(({ level }) => level)) / known.length, 12);
  const worth = sum(known.map((each) => each.worth));
  expect(also.weighted).toBeCloseTo(sum(known.map((each) => each.worth * each.level)) / worth, 12);
  expect(also).toMatchObject({ least: Math.min(...known.map(({ level }) => level)), unrated: 2 });
});

test('whether strength lies where the goals need it is the correlation of two rankings', async () => {
  const { value, n } = await read('capability.strength-where-it-matters');
  expect(n).toBe(known.length);
  const ranks = [ranked(known.map(({ worth }) => worth)), ranked(known.map(({ level }) => level))] as const;
  expect(value).toBeCloseTo(correlation(...ranks), 12);
});

test('people for skills are there as far as demand and supply of the generator say', async () => {
  const ratio = (skills: typeof model.skills): number =>
    sum(skills.map(({ supplyFte }) => supplyFte)) / sum(skills.map(({ demandFte }) => demandFte));
  const { value, also } = await read('capability.competency-availability');
  expect(value).toBeCloseTo(ratio(model.skills), 12);
  expect(also.critical).toBeCloseTo(ratio(model.skills.filter((skill) => 'critical' in skill && skill.critical)), 12);
});
