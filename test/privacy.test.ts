import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { conformToDesign, diagnoseWorkspace, listBrokenCases } from '#api/diagnosis.ts';
import { discoverModel } from '#api/discovery.ts';
import { importEvidence, listImports, profileSources } from '#api/evidence.ts';
import { listMetricRows, readMetric } from '#api/figures.ts';
import { rules } from '#conformance/index.ts';
import { metrics } from '#metrics/index.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

/** Names no byte of which can be there by chance. */
const people = Array.from({ length: 20 }, (_, i) => `Qx${'bcdfghjklmnpqrstvwxz'[i]}uvy Wyzzk${i}`);
const [one = '', two = '', three = '', four = ''] = people;
const who = (row: number): string => people[row % people.length] ?? '';
const day = (n: number): string => `2025-03-${String(1 + (n % 27)).padStart(2, '0')} 08:00`;
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);

const time = 'time: {formats: ["YYYY-MM-DD HH:mm"], zone: UTC}';
const states = `states:
  rules: [{is: New, to: new, kind: new}, {is: Work, to: work, kind: active}, {is: Done, to: done, kind: done}]`;

/** Rows that have slipped by a field, hold a field too many, or open a quote that nobody closes: each with a name. */
const slipped = `A1,${one},2025-03-03 08:00,New,x\nA1,2025-03-03 08:00,New,net,${two},more\nA1,u4711 ${three},New,net,${four}\nA1,2025-03-03 08:00,New,net,"${four}\n`;

const logs = {
  items: {
    csv: `item,at,state,team,who\n${range(60)
      .flatMap((i) => ['New', 'Work', 'Done'].map((state, k) => `A${i},${day(i + k)},${state},net,${who(i + k)}\n`))
      .join('')}${slipped}`,
    mapping: `columns: {item: item, at: at, state: state, team: team, person: who}\n${time}\n${states}
roles:
  rules: [{is: ["${one}", "${two}"], to: agent}, {like: "${three}", to: lead}]`,
  },
  changes: {
    csv: `item,at,field,from,to,by\n${range(60)
      .map(
        (i) =>
          `B${i},${day(i)},assignee,${who(i)},${who(i + 1)},${who(i + 2)}\nB${i},${day(i)},status,New,Done,${who(i)}\n`,
      )
      .join('')}`,
    mapping: `columns: {item: item, at: at, actor: by}\n${time}\n${states}
changes: {field: field, to: to, fields: {status: state, assignee: person}}`,
  },
  decisions: {
    csv: `item,at,act,by,type\n${range(60)
      .map((i) => `D${i},${day(i)},ask,${who(i)},buy\nD${i},${day(i)},ok,${who(i + 3)},buy\n`)
      .join('')}`,
    mapping: `columns: {item: item, at: at, activity: act}\npeople: [by]\n${time}
decisions:
  type: {from: type}
  by: by
  steps: [{activity: ask, to: ask}, {activity: ok, to: decide, outcome: approved}]`,
  },
};

const workspace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-privacy-'));
  for (const name of ['maps', 'model']) mkdirSync(join(folder, name));
  const sources = Object.keys(logs).map((key) => `  - {key: ${key}, path: ${key}.csv, mapping: maps/${key}.yaml}\n`);
  const calendar = 'calendar: {hours: {monday-friday: ["08:00-17:00"]}}';
  writeFileSync(
    join(folder, 'throughline.yaml'),
    `name: privacy\ncurrency: EUR\ntimeZone: UTC\n${calendar}\nsources:\n${sources.join('')}`,
  );
  for (const [key, { csv, mapping }] of Object.entries(logs)) {
    writeFileSync(join(folder, `${key}.csv`), csv);
    writeFileSync(join(folder, 'maps', `${key}.yaml`), `${mapping}\n`);
  }
  return folder;
};

/** Whose name, or either half of it, stands in a text or in bytes. */
const named = (held: Buffer | string): string[] =>
  people.flatMap((name) => [name, ...name.split(' ')]).filter((name) => held.includes(name));

const namedOnDisk = (folder: string): string[] =>
  readdirSync(join(folder, '.throughline'), { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    return named(readFileSync(join(entry.parentPath, entry.name))).map((name) => `${entry.name}: ${name}`);
  });

test('no name of a person is in any byte of the state, nor in any answer', async () => {
  const folder = workspace();
  onTestFinished(() => removed(folder));
  const answers: unknown[] = [];
  for (const dryRun of [true, false]) {
    const room = roomIn(folder);
    const { imports } = await ask(room, importEvidence, { dryRun, rows: true });
    expect(imports.map(({ rejected }) => rejected)).toEqual([4, 0, 0]);
    answers.push(imports);
    await room.close();
    expect(namedOnDisk(folder)).toEqual([]);
  }
  const room = roomIn(folder);
  answers.push(
    await ask(room, listImports, {}),
    await ask(room, profileSources, {}),
    await ask(room, discoverModel, {}),
  );
  answers.push(await ask(room, diagnoseWorkspace, {}), await ask(room, conformToDesign, {}));
  for (const { id } of metrics) {
    answers.push(await ask(room, readMetric, { metric: id }), await ask(room, listMetricRows, { metric: id }));
  }
  for (const { id } of rules) answers.push(await ask(room, listBrokenCases, { rule: id }));
  expect(namedOnDisk(folder)).toEqual([]);
  await room.close();
  expect(namedOnDisk(folder)).toEqual([]);
  expect(answers.flatMap((answer) => named(JSON.stringify(answer)))).toEqual([]);
});
