import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { undoImport } from '#api/evidence.ts';
import { KeptAnswers } from '#handlers/kept-answers.ts';
import type { Surroundings } from '#handlers/surroundings.ts';
import { ask, copyOfExample, removed, roomIn, written } from './fixtures/workspace.ts';

let folder = '';
const file = (): string => join(folder, '.throughline', 'readings');

/** What another process says that runs the same program, or the one that is named; one without a name recalls nothing. */
const diagnosed = async (surroundings: Partial<Surroundings> = { program: 'this' }) => {
  const room = roomIn(folder, surroundings);
  try {
    return await ask(room, diagnoseWorkspace, {});
  } finally {
    await room.close();
  }
};

type Found = { readonly found?: { readonly value: number } };

/** Has the file say of a rule what no evidence says: whoever tells it has it from there. */
const planted = (): void => {
  const [state = ''] = readFileSync(file(), 'utf8').split(' ', 1);
  const readings = new KeptAnswers(file()).of(state);
  const marked = readings.map(([name, reading]) => {
    const { found } = Object(reading) as Found;
    const isIt = name.includes('delivery.allowed-transitions') && found !== undefined;
    return [name, isIt ? { ...Object(reading), found: { ...found, value: 0.123 } } : reading] as const;
  });
  new KeptAnswers(file()).keep(state, marked);
};

const judged = ({ worst }: Awaited<ReturnType<typeof diagnosed>>) =>
  worst.find(({ rule }) => rule === 'delivery.allowed-transitions');

const threshold = (asDesigned: number): void =>
  written(folder, {
    'model/thresholds.yaml': `ruleSettings:\n  - key: delivery.allowed-transitions\n    breakpoints: [${asDesigned}, 0.5, 0.4]\n`,
  });

beforeAll(async () => {
  folder = copyOfExample('service-desk');
  await diagnosed();
});

afterAll(() => removed(folder));

test('the next process says what was said before it, and has it from what was written down', async () => {
  const before = await diagnosed({});
  expect(await diagnosed()).toEqual(before);
  planted();
  expect(judged(await diagnosed())?.value).toBe(0.123);
});

test('another program reads all of it anew, and so does one that goes by no name', async () => {
  planted();
  expect(judged(await diagnosed({}))).toBeUndefined();
  expect(judged(await diagnosed({ program: 'another' }))).toBeUndefined();
  expect(judged(await diagnosed())).toBeUndefined();
});

test('a threshold that was moved judges what was measured before', async () => {
  planted();
  threshold(0.95);
  expect(judged(await diagnosed())).toMatchObject({
    value: 0.123,
    breakpoints: { asDesigned: 0.95, from: 'workspace' },
  });
  threshold(0.999);
  const recalled = await diagnosed();
  expect(recalled.kept).toEqual((await diagnosed({})).kept.filter((rule) => rule !== 'delivery.allowed-transitions'));
});

test('another day, another record, another setting: nothing is said that was found before', async () => {
  planted();
  expect(judged(await diagnosed({ program: 'this', now: () => new Date('2026-06-02T12:00:00Z') }))).toBeUndefined();
  planted();
  appendFileSync(
    join(folder, 'model', 'thresholds.yaml'),
    'capabilities:\n  - key: one-more\n    name: One more\n    kind: business\n',
  );
  expect(judged(await diagnosed())).toBeUndefined();
  planted();
  const settings = join(folder, 'throughline.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('planningPeriod: quarter', 'planningPeriod: half'));
  expect(judged(await diagnosed())).toBeUndefined();
});

test('what was read of rows that are taken out is not kept', async () => {
  expect(existsSync(file())).toBe(true);
  const room = roomIn(folder, { program: 'this' });
  try {
    await ask(room, undoImport, { run: 1 });
  } finally {
    await room.close();
  }
  expect(existsSync(file())).toBe(false);
});
