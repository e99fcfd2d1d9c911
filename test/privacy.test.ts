import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listCases, showCase } from '#api/cases.ts';
import { conformToDesign, diagnoseWorkspace, listBrokenCases } from '#api/diagnosis.ts';
import { discoverModel } from '#api/discovery.ts';
import { importEvidence, listImports, profileSources } from '#api/evidence.ts';
import { listMetricRows, readMetric } from '#api/figures.ts';
import { showAgeingWork, showCumulativeFlow, showFlowMap, showHandOffs, showTimeUse } from '#api/flow.ts';
import { rules } from '#conformance/index.ts';
import type { Room } from '#handlers/room.ts';
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

const picturesOfFlow = async (room: Room, source: string): Promise<unknown[]> => [
  await ask(room, showFlowMap, {}),
  await ask(room, showCumulativeFlow, { source }),
  await ask(room, showAgeingWork, { source }),
  await ask(room, showTimeUse, { by: 'team' }),
  await ask(room, showHandOffs, {}),
  await ask(room, listCases, { of: { stage: { source, stage: 'work' } }, limit: 1000 }),
  await ask(room, listCases, { of: { standing: { source, stage: 'work' } }, limit: 1000 }),
];

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
  answers.push(...(await picturesOfFlow(room, 'items')));
  answers.push(await ask(room, showCase, { source: 'items', item: 'A1' }));
  for (const { id } of rules) answers.push(await ask(room, listBrokenCases, { rule: id }));
  expect(namedOnDisk(folder)).toEqual([]);
  await room.close();
  expect(namedOnDisk(folder)).toEqual([]);
  expect(answers.flatMap((answer) => named(JSON.stringify(answer)))).toEqual([]);
});

/** Items that two large teams begin and end, and a team of two works on in between; the last ones are still with it. */
const passedOn = `item,at,state,team,who\n${range(60)
  .flatMap((i) =>
    [
      `New,large,a${i % 6}`,
      `Work,tinyteam,b${i % 2}`,
      ...(i < 50 ? [`Work,broad,c${i % 6}`, `Done,broad,c${(i + 1) % 6}`] : []),
    ].map((row, k) => `C${i},${day((i % 20) + k)},${row}\n`),
  )
  .join('')}`;

test('a team of fewer than five stands under its own name in no picture of flow and in no case', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-small-'));
  onTestFinished(() => removed(folder));
  mkdirSync(join(folder, 'maps'));
  writeFileSync(
    join(folder, 'throughline.yaml'),
    'name: small\ncurrency: EUR\ntimeZone: UTC\ncalendar: {hours: {monday-friday: ["08:00-17:00"]}}\nsources:\n  - {key: log, path: log.csv, mapping: maps/log.yaml}\n',
  );
  writeFileSync(
    join(folder, 'maps/log.yaml'),
    `columns: {item: item, at: at, state: state, team: team, person: who}\npeople: [who]\nteams: {keep: true}\n${time}\n${states}\n`,
  );
  writeFileSync(join(folder, 'log.csv'), passedOn);
  const room = roomIn(folder);
  const { handOffs } = await ask(room, showHandOffs, {});
  expect(handOffs.map(({ count }) => count)).toEqual([60, 50]);
  const [{ from, to } = { from: '', to: '' }] = handOffs;
  const answers = [
    ...(await picturesOfFlow(room, 'log')),
    await ask(room, listCases, { of: { handOff: { from, to } } }),
    await ask(room, showCase, { source: 'log', item: 'C1' }),
    await ask(room, showCase, { source: 'log', item: 'C59' }),
  ];
  expect(answers.filter((answer) => JSON.stringify(answer).includes('tinyteam'))).toEqual([]);
  const hidden = await ask(room, showFlowMap, { where: { scope: 'team', key: 'tinyteam' } });
  expect([hidden.flows[0]?.moves, hidden.missing]).toEqual([[], expect.stringContaining('too small to be shown')]);
  await room.close();
});
