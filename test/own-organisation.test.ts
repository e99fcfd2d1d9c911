import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Diagnosis } from '#model/diagnosis.ts';
import { blocksUnder, typedAsRead } from './fixtures/readme.ts';
import { removed } from './fixtures/workspace.ts';

const blocks = blocksUnder('Your own organisation');
const folders: string[] = [];
afterAll(() => folders.forEach(removed));

const edited = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

const stages = ['New', 'In Progress', 'Waiting', 'In Progress', 'Resolved'];
const groups = [
  ['Front Desk', 'Field Service', 'Network'],
  ['Payments', 'Core Banking', 'Störung'],
];

type Step = {
  readonly item: number;
  readonly at: Date;
  readonly state: string;
  readonly team: string;
  readonly who: string;
};

/** Sixty items that pass among the teams of one of two groups, seven people a team. */
const steps: readonly Step[] = Array.from({ length: 60 }, (_, item) =>
  stages.map((state, step) => {
    const team = groups[item % 2]?.[(item + step) % 3] ?? '';
    return { item, at: new Date(Date.UTC(2025, 0, 1 + item, 8 + step)), state, team, who: `${team} ${item % 7}` };
  }),
).flat();

const two = (n: number): string => String(n).padStart(2, '0');
const dayFirst = (at: Date): string =>
  `${at.getUTCDate()}.${two(at.getUTCMonth() + 1)}.2025 ${two(at.getUTCHours())}:30`;
const twelve = (at: Date): string =>
  `${at.getUTCMonth() + 1}/${at.getUTCDate()}/2025 ${at.getUTCHours() % 12 || 12}:30 ${at.getUTCHours() < 12 ? 'AM' : 'PM'}`;

const logs = {
  'a row an update': [
    'Ticket ID,Updated,Status,Assignment Group,Assigned To',
    ...steps.map(({ item, at, state, team, who }) => `INC${item},${twelve(at)},${state},${team},${who}`),
  ],
  'a row an activity, with semicolons': [
    'case_id;activity;timestamp;resource;org_unit',
    ...steps.map(({ item, at, state, team, who }) => `${item};${state};${dayFirst(at)};${who};${team}`),
  ],
  'a row a changed field, in seconds since 1970': [
    'Issue Key,Field,Old Value,New Value,Author,Changed',
    ...steps.flatMap(({ item, at, state, team, who }) => [
      `PRJ-${item},status,,${state},${who},${at.getTime() / 1000}`,
      `PRJ-${item},team,,${team},${who},${at.getTime() / 1000}`,
    ]),
  ],
};

test('the README shows the way from a log to a diagnosis', () => {
  expect(blocks.map(({ kind }) => kind)).toEqual(['sh', 'yaml', 'sh', 'sh']);
});

describe.each(Object.entries(logs))('what the README tells to type, for a log of %s,', (_, lines) => {
  test('leads to a diagnosis with figures, all of whose teams are of the drafted design', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-own-'));
    folders.push(folder);
    writeFileSync(join(folder, 'tickets.csv'), `${lines.join('\n')}\n`);
    const [begin, sources, look, diagnose] = blocks.map(({ text }) => text);

    expect(typedAsRead(folder, begin ?? '').status).toBe(0);
    edited(join(folder, 'my-it', 'throughline.yaml'), 'sources: []\n', sources ?? '');
    const looked = typedAsRead(folder, look ?? '');
    expect([looked.status, looked.stderr]).toEqual([0, '']);
    expect(looked.stdout).toContain(`${lines.length - 1} accepted + 0 rejected`);

    const draft = join(folder, 'my-it', 'model', 'discovered.yaml');
    expect(readFileSync(draft, 'utf8').match(/parent: group-of-/gu)).toHaveLength(6);
    expect(readFileSync(draft, 'utf8')).not.toContain('Into the mappings');
    edited(draft, 'status: draft', 'status: in-force');

    expect(typedAsRead(folder, diagnose ?? '').stdout).toMatch(/structure +100 /u);
    const asJson = typedAsRead(folder, (diagnose ?? '').replace('diagnose', 'diagnose --json'));
    const diagnosis = Diagnosis.parse(JSON.parse(asJson.stdout));
    expect(diagnosis.kept).toEqual(
      expect.arrayContaining(['structure.boundaries-follow-flow', 'delivery.allowed-transitions']),
    );
    expect(diagnosis.coverage[0]?.names).toContainEqual({ role: 'team', mapped: 1, unmapped: 0 });
  });
});
