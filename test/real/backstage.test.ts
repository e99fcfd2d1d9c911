import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileOutcome } from '#api/record-files.ts';
import { dataFile, Scratch, within } from './example.ts';
import { bodiesOf, takeIn } from './record-files.ts';

const scratch = new Scratch();
const files = ['groups.yaml', 'charts.yaml', 'crds.yaml'];
let outcomes: readonly FileOutcome[] = [];
let counts: readonly number[] = [];

beforeAll(async () => {
  dataFile('backstage-giantswarm');
  scratch.write('acme/throughline.yaml', 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n');
  await within(`${scratch.folder}/acme`, async (room) => {
    outcomes = await takeIn(
      room,
      files.map((file) => ['backstage-giantswarm', file]),
    );
    counts = await Promise.all(
      ['team', 'service', 'ownership'].map(async (kind) => (await bodiesOf(room, kind)).length),
    );
  });
});
afterAll(() => scratch[Symbol.dispose]());

test('all 105 entities are read, but for those of a name that another of them has', () => {
  expect(outcomes.map(({ ties: [tie] }) => [tie?.file, tie?.taken])).toEqual([
    ['12', '12'],
    ['75', '68'],
    ['18', '16'],
  ]);
  for (const { rows } of outcomes) expect(rows.accepted + rows.rejected).toBe(rows.total);
});

test('each owner and parent that no file describes is listed with its line', () => {
  const unresolved = outcomes.map(({ reasons }) =>
    reasons.flatMap(({ field, times, expected }) => (expected === 'the key of a team' ? [`${times} ${field}`] : [])),
  );
  expect(unresolved).toEqual([['12 spec.parent'], ['11 spec.owner'], []]);
});

test('teams, services and who answers for them are records', () => {
  expect(counts).toEqual([12, 84, 73]);
});
