import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { Suggestion } from '../define.ts';
import { did, log, read, trace } from './fixtures/try-xes.ts';
import { suggest } from './suggest.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-suggest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A draft with its questions as they are read. */
type Told = Omit<Suggestion, 'questions'> & { readonly questions: readonly string[] };

const suggestFor = async (text: string | Uint8Array, name = 'log.xes'): Promise<Told> => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const suggestion = await suggest(path);
  return { ...suggestion, questions: suggestion.questions.map(({ text }) => text) };
};

/** Forty traces whose events each take the attributes that a function gives to the n-th of a trace. */
const traces = (rest: (nth: number, item: number) => string): string[] =>
  Array.from({ length: 40 }, (_, item) =>
    trace(
      `C${item}`,
      '<string key="priority" value="high"/>',
      ...['Register', 'Repair', 'Close'].map((word, nth) =>
        did(word, `2026-01-${String(1 + (item % 20)).padStart(2, '0')}T0${nth}:00:00.000+01:00`, rest(nth, item)),
      ),
    ),
  );

const globals =
  '<global scope="event"><string key="org:group" value="UNKNOWN"/><date key="time:timestamp" value="1970-01-01"/></global>';
const people = (nth: number): string =>
  `org:resource=Person ${nth};org:group=Team ${nth % 2};lifecycle:transition=complete`;

test('a draft finds item, time, activity, person and team by the names of the standard', async () => {
  const { mapping, questions } = await suggestFor(log(globals, ...traces(people)));
  expect(mapping.columns).toEqual({
    item: 'case:concept:name',
    at: 'time:timestamp',
    state: 'concept:name',
    activity: 'concept:name',
    team: 'org:group',
    person: 'org:resource',
    priority: 'case:priority',
  });
  expect(mapping.time).toMatchObject({ formats: ['iso'], zone: 'UTC' });
  expect(questions.map((question) => question.slice(0, 30))).toEqual([
    'Does each concept:name mean th',
    'What do the states "Register",',
  ]);
});

test('a draft is of the format that it drafts', async () => {
  const text = log(globals, ...traces(people));
  const { mapping } = await suggestFor(text);
  expect((await read(text, mapping)).result).toMatchObject({ total: 120, accepted: 120 });
});

test('a packed log is looked at as it is unpacked', async () => {
  const { mapping } = await suggestFor(gzipSync(log(...traces(people))), 'log.xes.gz');
  expect(mapping.columns.item).toBe('case:concept:name');
});

test('a value that stands for none by default is missing', async () => {
  const { mapping } = await suggestFor(log(globals, ...traces(() => '')));
  expect(mapping.file.missing).toEqual(['UNKNOWN']);
});

test('roles stand for teams where there are no groups', async () => {
  const { mapping } = await suggestFor(log(...traces((nth) => `org:role=Role ${nth}`)));
  expect(mapping.columns.team).toBe('org:role');
});

test('a log of starts and ends is read as activities, each with a state behind it', async () => {
  const ends = (nth: number, item: number): string => `${people(nth)};concept:instance=${item}-${nth}`;
  const starts = traces(ends).map((line) => line.replaceAll('complete', 'START'));
  const { mapping, questions } = await suggestFor(log(...traces(ends), ...starts));
  expect(mapping.columns).toMatchObject({
    state: 'concept:name',
    activity: 'concept:name',
    lifecycle: 'lifecycle:transition',
    instance: 'concept:instance',
  });
  expect(mapping.states.rules.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    'register active',
    'repair active',
    'close active',
    'after-register queue',
    'after-repair queue',
    'after-close done',
  ]);
  expect(questions).toEqual([
    'After which concept:name is an item done? Give the state behind it the kind done (the draft has "after Close"); behind all others an item waits. In the sample the last ones are mostly "Close".',
  ]);
});

test('steps that the standard does not have are states', async () => {
  const steps = ['In Progress', 'Wait - User', 'Closed'];
  const words = (nth: number): string => people(nth).replace('complete', steps[nth] ?? '');
  const { mapping } = await suggestFor(log(...traces(words)));
  expect(mapping.columns).toMatchObject({ state: 'lifecycle:transition', activity: 'concept:name' });
  expect(mapping.states.rules.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    'in-progress active',
    'wait-user queue',
    'closed done',
  ]);
});

test('who is responsible for a case does not act in each of its events', async () => {
  const { mapping } = await suggestFor(
    log(
      ...traces(people).map((line) => line.replace('<event>', '<string key="responsible_actor" value="Eve"/><event>')),
    ),
  );
  expect([mapping.columns.actor, mapping.people]).toEqual([undefined, ['case:responsible_actor']]);
});

test('whom the standard calls the resource is the person, whoever else an item names', async () => {
  const { mapping } = await suggestFor(
    log(...traces(people).map((line) => line.replace('<event>', '<string key="responsible" value="Eve"/><event>'))),
  );
  expect([mapping.columns.person, mapping.people]).toEqual(['org:resource', ['case:responsible']]);
});

test('a log of another century has times too', async () => {
  const { mapping } = await suggestFor(log(...traces(people)).replaceAll('2026-', '1970-'));
  expect(mapping.columns.at).toBe('time:timestamp');
});

test('a classifier says which attribute is the activity', async () => {
  const text = log(
    '<classifier name="x" keys="step lifecycle:transition"/>',
    ...traces((nth) => `step=Step ${nth};lifecycle:transition=complete`),
  );
  expect((await suggestFor(text)).mapping.columns).toMatchObject({ state: 'step', activity: 'step' });
});

test('a rare name far behind the sample gets its line too', async () => {
  const many = Array.from({ length: 21_000 }, (_, i) =>
    trace(`C${i}`, did('Open', '2026-01-02', 'org:group=desk'), did('Close', '2026-01-03')),
  );
  const { mapping } = await suggestFor(log(...many, trace('last', did('Open', '2026-01-02', 'org:group=lab'))));
  expect(mapping.teams.rules.map(({ to }) => to)).toEqual(['desk', 'lab']);
});

test.each([
  ['without events', log('<trace/>'), 'it has no event'],
  ['without times', log(trace('A', '<event><string key="concept:name" value="x"/></event>')), 'no column'],
  ['that is none', '<ocel/>', 'outermost element'],
])('a log %s gets no draft', async (_, text, why) => {
  await expect(suggestFor(text)).rejects.toThrow(why);
});
