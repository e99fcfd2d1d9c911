import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { importEvidence } from '#api/evidence.ts';
import { exportLog } from '#api/exports.ts';
import { pseudonymizer } from '#mapping/pseudonym.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

let folder = '';

afterEach(() => removed(folder));

const attribute = (key: string, value: string): string => `<string key="${key}" value="${value}"/>`;
const event = (name: string, time: string, step: string, who: string): string =>
  `<event>${attribute('concept:name', name)}<date key="time:timestamp" value="${time}"/>${attribute('lifecycle:transition', step)}${attribute('org:resource', who)}</event>`;

const log = `<log>
<trace>${attribute('concept:name', 'B')}${attribute('type', 'bug')}
${event('Fix', '2026-01-02T10:00:00+01:00', 'start', 'Ann Lee')}
${event('Fix', '2026-01-02T12:00:00+01:00', 'complete', 'Ann Lee')}</trace>
<trace>${attribute('concept:name', 'A')}${attribute('type', 'bug')}
${event('Fix', 'soon', 'start', 'Bob Roe')}
${event('Fix', '2026-01-03T12:00:00+01:00', 'complete', 'Bob Roe')}</trace>
</log>`;

const mapping = `columns:
  item: case:concept:name
  at: time:timestamp
  state: concept:name
  activity: concept:name
  person: org:resource
  lifecycle: lifecycle:transition
time: {formats: [iso], zone: UTC}
`;

const workspace = (file: string, text: string, mapped = mapping): string => {
  const made = mkdtempSync(join(tmpdir(), 'throughline-export-'));
  written(made, {
    'throughline.yaml': `name: A\ncurrency: EUR\ntimeZone: UTC\nsources:\n  - {key: log, path: ${file}, mapping: maps/log.yaml}\n`,
    'maps/log.yaml': mapped,
    [file]: text,
  });
  return made;
};

const exportFrom = async (file: string, text: string, format: 'csv' | 'xes', mapped = mapping): Promise<string> => {
  folder = workspace(file, text, mapped);
  const room = roomIn(folder);
  try {
    const { imports } = await ask(room, importEvidence, { dryRun: true });
    const page = await ask(room, exportLog, { source: 'log', format });
    expect(page.rows).toBe(imports[0]?.accepted);
    const end = page.next
      ? await ask(room, exportLog, { source: 'log', format, from: page.next })
      : { text: '', next: null };
    expect(end.next).toBeNull();
    return page.text + end.text;
  } finally {
    await room.close();
  }
};

test('the rows that count go out in the order of their items and times, people as pseudonyms', async () => {
  const csv = await exportFrom('log.xes', log, 'csv');
  expect(csv.replaceAll(/p-[0-9a-f]{20}/gu, 'p')).toBe(
    [
      'case:concept:name,time:timestamp,case:type,concept:name,lifecycle:transition,org:resource',
      'A,2026-01-03T11:00:00.000Z,bug,Fix,complete,p',
      'B,2026-01-02T09:00:00.000Z,bug,Fix,start,p',
      'B,2026-01-02T11:00:00.000Z,bug,Fix,complete,p',
      '',
    ].join('\r\n'),
  );
  expect(csv).not.toMatch(/Ann|Bob/u);
});

test.each(['csv', 'xes'] as const)(
  'what went out as %s goes out again as it came in, also elsewhere',
  async (format) => {
    const first = await exportFrom('log.xes', log, format);
    removed(folder);
    expect(await exportFrom(`log.${format}`, first, format)).toBe(first);
  },
);

test('of a list of items the ends go out beside the times of the rows, and come in again', async () => {
  const list =
    'case:concept:name,concept:name,time:timestamp,over\r\nA,Done,2026-01-02T00:00:00.000Z,2026-01-04T10:00:00.000Z\r\nB,Open,2026-01-03T00:00:00.000Z,\r\n';
  const parts = mapping.split('\n').filter((line) => !/activity|person|lifecycle/u.test(line));
  const mapped = parts.join('\n').replace('time:timestamp', 'time:timestamp\n  ended: over');
  const first = await exportFrom('log.csv', list, 'csv', mapped);
  expect(first.split('\r\n').toSorted()).toEqual(list.split('\r\n').toSorted());
});

test('a pseudonym stays as it is, in every workspace', () => {
  const pseudonym = pseudonymizer(new Uint8Array(32))('Ann Lee');
  expect(pseudonymizer(new Uint8Array(32).fill(1))(pseudonym)).toBe(pseudonym);
});

test('a source that there is not is refused', async () => {
  folder = workspace('log.xes', log);
  const room = roomIn(folder);
  await expect(ask(room, exportLog, { source: 'lag', format: 'csv' })).rejects.toThrow('Did you mean log?');
  await room.close();
});
