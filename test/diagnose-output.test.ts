import { spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '#cli/index.ts';
import { widthOf } from '#cli/terminal.ts';
import { Diagnosis } from '#model/diagnosis.ts';
import { Dimension, fallsUnderPressure } from '#model/rule-result.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

const root = join(import.meta.dirname, '..');

/** The command line as it is typed, in a process of its own, without colour and a hundred columns wide. */
const typed = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'throughline.mjs'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1', COLUMNS: '100' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
};

/** The example has no benefits of its own. */
const gains = `benefits:
  - key: less-handling
    kind: cost
    unit: hours
    plan: { approvedOn: 2025-01-15, profile: [{ period: 2025-q2, value: "50" }] }
`;

let folder: string;
let shown: ReturnType<typeof typed>;
let diagnosis: Diagnosis;

beforeAll(() => {
  folder = copyOfExample('service-desk');
  writeFileSync(join(folder, 'model', 'gains.yaml'), gains);
  shown = typed('diagnose', folder);
  diagnosis = Diagnosis.parse(JSON.parse(typed('diagnose', '--json', folder).stdout));
});

afterAll(() => removed(folder));

/** The lines below a heading, up to the next one. */
const section = (heading: string): string[] => {
  const lines = shown.stdout.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start < 0) throw new Error(`no section ${heading} in\n${shown.stdout}`);
  const end = lines.findIndex((line, index) => index > start && /^\S/u.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => line.trim() !== '');
};

describe('a diagnosis', () => {
  test('ends well, writes nothing beside it, and has no colour', () => {
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).not.toContain(String.fromCharCode(27));
  });

  test('opens with one sentence that names the workspace', () => {
    const flowing = shown.stdout.replaceAll(/\s+/gu, ' ');
    expect(diagnosis.sentence).toMatch(/^Birkental Insurance \(example\) keeps \d+ of \d+ rules of its design/u);
    expect(flowing).toContain(diagnosis.sentence);
  });

  test('leads with the signs, those that are called first, each with its sentence', () => {
    const told = section('The signs of misalignment').join(' ').replaceAll(/\s+/gu, ' ');
    const showing = ['called', 'called', 'called', 'watch'];
    const rest = ['clear', 'not-enough-data', 'not-enough-data'];
    expect(diagnosis.signs.map(({ status }) => status)).toEqual([...showing, ...rest]);
    let from = 0;
    for (const { sign, sentence } of diagnosis.signs.slice(0, showing.length)) {
      const at = told.indexOf(sign, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = told.indexOf(sentence, at);
      expect(from).toBeGreaterThan(at);
    }
    for (const { sign } of diagnosis.signs.slice(showing.length)) {
      const at = told.indexOf(sign.replace('sign.', '').replaceAll('-', ' '), from);
      expect(at).toBeGreaterThan(from);
      from = at;
    }
  });

  test('has a line for each of the five dimensions', () => {
    const lines = section('The five dimensions');
    for (const [index, dimension] of Dimension.options.entries())
      expect(lines[index]?.trim()).toMatch(new RegExp(`^${dimension}\\s+(\\d+|–)`, 'u'));
  });

  test('tells the worst rules with their n, interval and thresholds', () => {
    const lines = section('Furthest from the design');
    const heads = lines.filter((line) => /severity \d+/u.test(line));
    expect(heads.length).toBeGreaterThanOrEqual(4);
    for (const [index, head] of heads.entries()) {
      expect(head).toContain(diagnosis.worst[index]?.rule);
      const under = lines[lines.indexOf(head) + 1];
      expect(under).toMatch(/(\d–\d|complete count|no interval)/u);
      expect(under).toMatch(/n [\d,]+ .*broke it .*designed .+, tolerable to .+ \((design|default|workspace)\)/u);
    }
  });

  test('says which rules are less kept under pressure, and by how much where their place is', () => {
    const lines = section('Furthest from the design');
    expect(diagnosis.fallUnderPressure).toContain('engagement.demand-channel');
    expect(lines.join(' ').replaceAll(/\s+/gu, ' ')).toContain(
      `Less kept under pressure: ${diagnosis.fallUnderPressure.join(', ')}`,
    );
    const places = diagnosis.worst.slice(0, 6).filter(fallsUnderPressure);
    expect(lines.filter((line) => line.startsWith('   under pressure'))).toHaveLength(places.length);
  });

  test('of a rule tells both sides of pressure, or why there are none', () => {
    const told = (rule: string) => typed('conform', '--rule', rule, '--limit', '1', folder).stdout;
    expect(told('engagement.demand-channel')).toMatch(
      /under pressure [\d.]+% \(n [\d,]+\), else [\d.]+% \(n [\d,]+\) {3}-[\d.]+ points \(-[\d.]+ to -[\d.]+\)/u,
    );
    expect(told('delivery.wip-within-limits')).toContain('Not read under pressure: it is itself a measure');
  });

  test('says what it stands on and what could not be said', () => {
    const coverage = section('What this stands on').join('\n');
    for (const { source, events } of diagnosis.coverage) {
      expect(coverage).toContain(source);
      expect(coverage).toContain(events.toLocaleString('en'));
    }
    const unsaid = section('What could not be said').join(' ').replaceAll(/\s+/gu, ' ');
    expect(diagnosis.missing.length).toBeGreaterThan(0);
    for (const sentence of diagnosis.missing) expect(unsaid).toContain(sentence.replaceAll(/\s+/gu, ' '));
  });

  test('fits a hundred columns in all but the heads of its rules', () => {
    const heads = section('Furthest from the design');
    const wide = shown.stdout.split('\n').filter((line) => widthOf(line) > 100 && !heads.includes(line));
    expect(wide).toEqual([]);
  });
});

test.each([
  ['0 when no check holds', ['governance.at-intended-level<60%'], 0, ''],
  ['1 when one holds', ['governance.at-intended-level<60%,structure<99'], 1, 'failed: structure is '],
  ['1 when there is no figure to check', ['capabilities<1'], 1, 'failed: capabilities has no figure'],
  ['1 when one holds beside --rule', ['structure<99', '--rule', 'governance.settled-once'], 1, 'failed: structure is '],
  [
    '2 when a check beside --rule is none',
    ['structure', '--rule', 'governance.settled-once'],
    2,
    'is no check. Write a rule',
  ],
  ['2 when a check cannot be read', ['governance is bad'], 2, 'governance is bad'],
  ['2 when it names no rule', ['governance.at-intended<60%'], 2, 'governance.at-intended'],
])('conform --fail-on ends with %s', (_, checks, code, said) => {
  const ended = typed('conform', '--json', '--fail-on', ...checks, folder);
  expect(ended.code, ended.stderr).toBe(code);
  expect(ended.stderr).toContain(said);
  if (code === 2) return;
  const { failed } = z.object({ failed: z.array(FailedCheck) }).parse(JSON.parse(ended.stdout));
  expect(failed.map(({ says }) => `failed: ${says}\n`).join('')).toBe(ended.stderr);
});

const FailedCheck = z.strictObject({ check: z.string(), value: z.number().nullable(), says: z.string() });

test('an answer that cannot be written ends with 3, and says why', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'throughline.mjs'), 'metric', 'list'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, stderr]).toEqual([3, 'standard output cannot be read or written: there is no space left.\n']);
});

test('a tour of another workspace calls it no example', () => {
  const { code, stdout } = typed('tour', folder);
  expect([code, stdout]).toEqual([0, shown.stdout.slice(0, shown.stdout.indexOf('\nOpen any of it'))]);
});

test('a tour without a folder is of the example', () => {
  const help = typed('tour', '--help').stdout.replaceAll(/\s+/gu, ' ');
  expect(help).toContain(join(root, 'examples', 'service-desk'));
});

test('a draft is JSON too, the draft as a text in it', () => {
  const { draft } = JSON.parse(typed('discover', '--draft', '--json', folder).stdout);
  expect(draft).toBe(typed('discover', '--draft', folder).stdout);
  expect(draft).toMatch(/^# .*\n/u);
});

test.each([
  ['a metric nobody knows', ['metric', 'show', 'flow.flow-tme'], 2, /flow\.flow-tme.*Did you mean flow\.flow-time\?/u],
  [
    'a rule nobody knows',
    ['conform', '--rule', 'delivery.allowed-transition'],
    2,
    /Did you mean delivery\.allowed-transitions\?/u,
  ],
  ['a code nobody knows', ['metric', 'show', 'FL33'], 2, /Did you mean FL3\?/u],
  ['an argument left out', ['explain'], 2, /"throughline explain" takes <id> before the workspace/u],
  ['an item without its source', ['case', 'show', 'INC0010042'], 2, /Before it.*There is tickets, approvals\./u],
  ['a source without an item', ['case', 'show', 'tickets'], 2, /Only the source tickets is named\./u],
  ['a day that is none', ['metric', 'show', 'flow.flow-time', '--from', 'tomorrow'], 2, /from is "tomorrow"/u],
  ['a scope that is none', ['metric', 'show', 'flow.flow-time', '--where', 'foo=bar'], 2, /--where is "foo"/u],
  ['a kind of file that is none', ['schema', 'bogus'], 2, /is "bogus"/u],
  ['a command nobody knows', ['diagnos'], 2, /Did you mean diagnose\?/u],
])('%s is refused with what would be right', (_, words, code, said) => {
  const ended = typed(...words, folder);
  expect([ended.code, ended.stdout]).toEqual([code, '']);
  expect(ended.stderr).toMatch(said);
});

test('what is to be typed next names the folder that was typed', () => {
  expect(typed('conform', '--rule', 'nothing.like-it', folder).stderr).toContain(
    `"throughline conform ${folder}" shows`,
  );
  const { stdout } = typed('explain', 'sign.flow-breakdown.ageing', folder);
  expect(stdout).toContain(`throughline metric rows flow.wip-age ${folder}\n`);
});

test('a model file that cannot be read is told with its place', () => {
  const broken = copyOfExample('service-desk');
  appendFileSync(join(broken, 'model', 'delivery.yaml'), 'workflows: [\n');
  const ended = typed('diagnose', broken);
  expect([ended.code, ended.stdout]).toEqual([3, '']);
  expect(ended.stderr).toMatch(/model\/delivery\.yaml:\d+:\d+ /u);
  removed(broken);
});

test('evidence of which no row was accepted ends with 3, and is told with its reasons', () => {
  const broken = copyOfExample('service-desk');
  for (const map of ['tickets', 'approvals']) {
    const path = join(broken, 'maps', `${map}.yaml`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('YYYY-MM-DD HH:mm', 'DD.MM.YYYY HH:mm'));
  }
  const dry = typed('import', '--dry-run', broken);
  const ended = typed('diagnose', broken);
  expect([dry.code, ended.code, ended.stderr]).toEqual([3, 3, '']);
  const text = ended.stdout.replaceAll(/\s+/gu, ' ');
  expect(text).toContain('No rule of the design could be read; what each lacks stands below.');
  expect(text).not.toContain('Every rule that could be read');
  expect(text).toContain('commitments kept no item with a promised date was done or fell due in the window');
  expect(text).toMatch(/approvals 0 rows of 0 items, [\d,]+ rejected \(100%\) no row of this source was accepted/u);
  expect(text).toMatch(/rejected [\d,]+ rows, first in line 2: updated: a time as DD\.MM\.YYYY HH:mm expected/u);
  removed(broken);
});

const shownOf = (...words: readonly string[]): string => typed(...words, folder).stdout;

test('companions carry their units', () => {
  const alone = shownOf('metric', 'show', 'flow.flow-time');
  expect(alone).toMatch(/^ {2}workingP50: [\d.]+ h$/mu);
  expect(alone).toMatch(/^ {2}p85: [\d.]+ d$/mu);
  expect(shownOf('metric', 'show', 'decision.escalation-rate')).toMatch(/^ {2}depth: [\d.]+ levels?$/mu);
});

test('a table that goes to a file has every companion and every name as it is', () => {
  const text = shownOf('metric', 'show', 'flow.flow-time', '--by', 'team');
  expect(text).toMatch(/subject .*p85 .*p95 .*mean .*workingP50/u);
  expect(text).not.toContain('…');
});

test('the instants of rows are told in the zone of the workspace, which is named', () => {
  const words = ['metric', 'rows', 'flow.flow-time', '--limit', '3'];
  const { rows } = z
    .object({ rows: z.array(z.object({ item: z.string(), ended: z.number() })) })
    .parse(JSON.parse(typed(...words, '--json', folder).stdout));
  const local = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });
  const text = shownOf(...words);
  expect(rows).toHaveLength(3);
  for (const { item, ended } of rows) {
    const line = text.split('\n').find((each) => each.includes(item));
    expect(line).toContain(local.format(ended));
  }
  expect(text).toContain('times in Europe/Berlin');
});

const helpOf = (name: string) => typed(...name.split(' '), '--help');

test.each(commands.map(({ name, says }) => [name, says] as const))('%s tells how it is typed', (name, says) => {
  const { code, stdout } = helpOf(name);
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(says);
  expect(stdout).toMatch(/^ +--json /mu);
});

const asked: Readonly<Record<string, readonly string[]>> = {
  schema: ['model'],
  explain: ['FL3'],
  'metric show': ['flow.flow-time'],
  'metric rows': ['decision.latency'],
  'import undo': ['1'],
  'export log': ['tickets'],
  'source rejects': ['tickets'],
  'name set': ['tickets', 'channel', 'Direct contact=portal'],
  'name undo': ['1'],
  'import model': [join(root, 'examples', 'service-desk', 'model', 'structure.yaml'), '--reason', 'talk', '--dry-run'],
  'import records': [join(import.meta.dirname, 'fixtures', 'initiatives.csv'), '--reason', 'talk', '--dry-run'],
  'export archimate': ['--output', join(tmpdir(), 'throughline-talk.xml')],
  'export workbook': ['--output', join(tmpdir(), 'throughline-talk.xlsx')],
  'design compare': ['current', 'current'],
  'capability show': ['claims-payout'],
  'initiative show': ['claims-online'],
  'case list': ['--source', 'tickets', '--stage', 'assigned'],
  'case show': ['tickets', 'CHG0010002'],
  'value finance': ['claims-online'],
  'outcome show': ['claims-settled-sooner'],
  'benefit show': ['less-handling'],
  'benefit realise': ['less-handling', '--period', '2025-q2', '--value', '40', '--reason', 'talk', '--dry-run'],
  'benefit forecast': ['less-handling', '2025-q2=60', '--made-on', '2025-02-01', '--reason', 'talk', '--dry-run'],
  'record list': ['team'],
  'record undo': ['2', '--reason', 'talk', '--dry-run'],
  'record show': ['team', 'workplace'],
  'record set': ['team', 'workplace', 'note=talked', '--reason', 'talk'],
  'record close': ['channel', 'portal', '--reason', 'talk', '--dry-run'],
  'record history': ['team', 'workplace'],
};

/**
 * What is undone last is not needed any more; diagnose and conform were asked for JSON above, and a server does not end by
 * itself.
 */
const inOrder = commands
  .filter(({ name }) => !['diagnose', 'conform', 'serve'].includes(name))
  .toSorted((a, b) => Number(a.name === 'import undo') - Number(b.name === 'import undo'));

test.each(inOrder.map(({ name }) => name))('%s --json writes JSON and nothing else', (name) => {
  const fresh = name === 'init' ? join(folder, 'fresh') : folder;
  const ended = typed(...name.split(' '), ...(asked[name] ?? []), '--json', fresh);
  expect(ended.code, ended.stderr).toBe(0);
  expect(() => JSON.parse(ended.stdout), ended.stdout.slice(0, 200)).not.toThrow();
  if (name === 'init') expect(existsSync(join(fresh, 'throughline.yaml'))).toBe(true);
});
