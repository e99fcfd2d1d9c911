import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { explainSaying } from '#api/explain.ts';
import { readMetric, readMetrics } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import type { Reading } from '#model/reading.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

let room: Room;

beforeAll(() => {
  room = roomIn(copyOfExample('service-desk'));
});

afterAll(async () => {
  await room.close();
  removed(room.folder);
});

const explain = (id: string, more: Partial<z.input<(typeof explainSaying)['input']>> = {}) =>
  ask(room, explainSaying, { id, limit: 3, ...more });

type Asked = Omit<z.input<(typeof readMetric)['input']>, 'metric'>;

const readings = async (metric: string, asked: Asked = {}): Promise<readonly Reading[]> =>
  (await ask(room, readMetric, { metric, ...asked })).readings;

describe('a citation opens', () => {
  test.each<[string, string, Asked]>([
    ['a figure of the whole', 'flow.flow-efficiency', {}],
    ['a figure of a team', 'flow.handoffs', { by: 'team' }],
    ['a figure of a stage', 'flow.waiting', { by: 'stage' }],
    ['a figure of a decision type', 'decision.latency', { by: 'decision-type' }],
    ['a figure of a quarter', 'flow.flow-time', { by: 'period', period: 'quarter' }],
    ['a figure of a team in a quarter', 'flow.flow-time', { by: 'team', period: 'quarter' }],
    ['a figure that is looked at through a team', 'flow.flow-time', { where: { scope: 'team', key: 'billing' } }],
  ])('%s, with the same value', async (_, metric, asked) => {
    const said = (await readings(metric, asked)).findLast(({ value }) => value !== null);
    const answer = await explain(said?.cite ?? '');
    const { value, n, lower, upper } = said ?? {};
    expect(answer).toMatchObject({ kind: 'figure', id: metric, cite: said?.cite, figure: { value, n, lower, upper } });
  });

  test('every rule of conformance', async () => {
    const { results } = await ask(room, conformToDesign, {});
    expect(new Set(results.map(({ cite }) => cite)).size).toBe(results.length);
    const [result] = results;
    expect(await explain(result?.cite ?? '')).toMatchObject({ kind: 'rule', id: result?.rule, rule: result });
  });

  test('signs and their rules, as the diagnosis says them', async () => {
    const { signs } = await ask(room, diagnoseWorkspace, {});
    const [sign] = signs;
    const rule = sign?.rules.find(({ says }) => says !== null);
    expect(await explain(sign?.cite ?? '')).toMatchObject({ kind: 'sign', sentence: sign?.sentence, sign });
    const called =
      'Called when two rules are beyond what is tolerable over their whole interval, to be watched when one is, also where no other could be read.';
    expect(await explain(sign?.sign ?? '')).toMatchObject({
      definition: [{}, { text: expect.stringContaining(called) }],
    });
    expect(await explain(rule?.cite ?? '')).toMatchObject({ kind: 'sign-rule', signRule: rule });
  });

  test('a figure of another window, when that window is given', async () => {
    const window = { from: '2025-03-01', until: '2025-09-01' };
    const [said] = await readings('flow.flow-time', window);
    expect(await explain(said?.cite ?? '', window)).toMatchObject({ figure: said });
    await expect(explain(said?.cite ?? '')).rejects.toMatchObject({ code: 'citation-unknown' });
  });

  test('nothing that is cut twice, which has none', async () => {
    const where = { scope: 'item-type', key: 'incident' } as const;
    const twice = await readings('flow.flow-time', { by: 'team', where });
    expect(twice.map(({ cite }) => cite)).toEqual(twice.map(() => undefined));
  });
});

test.each([
  ['FL3', 'figure', 'flow.flow-efficiency'],
  ['flow.wip-age/olderThanP85', 'figure', 'flow.wip-age/olderThanP85'],
  ['governance.forums-decide', 'rule', 'governance.forums-decide'],
  ['sign.flow-breakdown', 'sign', 'sign.flow-breakdown'],
  ['sign.flow-breakdown.ageing', 'sign-rule', 'sign.flow-breakdown.ageing'],
])('%s names a %s', async (name, kind, id) => {
  const answer = await explain(name);
  expect(answer).toMatchObject({ kind, id });
  expect((await explain(answer.cite ?? '')).id).toBe(id);
});

test.each([
  ['flow.flow-tme', 'flow.flow-time'],
  ['governance.forum-decide', 'governance.forums-decide'],
  ['sign.decision-bottleneck', 'sign.decision-bottlenecks'],
  ['FL33', 'FL3'],
])('%s is called by nothing, and %s was meant', async (id, closest) => {
  await expect(explain(id)).rejects.toMatchObject({ code: 'nothing-called', detail: { id, closest } });
});

test('rows and cases come page by page', async () => {
  const whole = await explain('flow.flow-time', { limit: 5 });
  const page = await explain('flow.flow-time', { limit: 2, offset: 3 });
  expect(whole.kind === 'figure' && page.kind === 'figure' && page.rows).toEqual(
    whole.kind === 'figure' && whole.rows.slice(3),
  );
  const rule = await explain('governance.forums-decide', { limit: 2, offset: 136 });
  expect(rule).toMatchObject({ total: 138, cases: [{}, {}] });
});

test('an explanation says what it stands on', async () => {
  const { inputs, definition, command, sentence } = await explain('FL3');
  expect(inputs.map(({ source, rejected }) => [source, rejected])).toEqual([
    ['approvals', 0],
    ['tickets', 7],
  ]);
  expect(definition.map(({ part }) => part)).toEqual([
    'formula',
    'left out, and at the edges',
    'how others count',
    'version',
  ]);
  expect(command).toEqual(['metric', 'show', 'flow.flow-efficiency']);
  expect(sentence).toMatch(/^Flow efficiency: 59% \(95% interval 57–61, n 1,404, coverage 100%, grade B\)\.$/u);
});

describe('what sums up or stands beneath is opened too', () => {
  test('a score, which is what its rules come to', async () => {
    const { dimensions } = await ask(room, conformToDesign, {});
    for (const said of dimensions) {
      const answer = await explain(`dimension.${said.dimension}`);
      if (answer.kind !== 'dimension') throw new Error(`${answer.kind} is no score`);
      expect(answer.dimension).toEqual(said);
      const read = answer.rules.filter(({ severity }) => severity !== null);
      const weight = read.reduce((sum, rule) => sum + rule.weight, 0);
      const lost = read.reduce((sum, rule) => sum + rule.weight * (rule.severity?.value ?? 0), 0);
      if (weight > 0) expect(answer.dimension.score).toBeCloseTo(100 - lost / weight, 9);
      else expect(answer.dimension.score).toBeNull();
    }
  });

  test('how much is kept, as the diagnosis counts it', async () => {
    const { kept, tolerable, worst } = await ask(room, diagnoseWorkspace, {});
    const answer = await explain('design.rules');
    expect(answer).toMatchObject({ kept: kept.length, tolerable: tolerable.length, beyond: worst.length });
  });

  test('a source, as the diagnosis covers it', async () => {
    const { coverage } = await ask(room, diagnoseWorkspace, {});
    for (const source of coverage) expect(await explain(`source.${source.source}`)).toMatchObject({ source });
  });

  test('a figure of some cases, by its id', async () => {
    const where = { scope: 'stage', key: 'assigned' } as const;
    const said = (await readings('flow.waiting', { by: 'stage' })).find(({ subject }) => subject.stage === where.key);
    expect(await explain('flow.waiting', { where })).toMatchObject({ cite: said?.cite, figure: said });
  });

  test.each([
    ['a rule', 'governance.forums-decide'],
    ['a figure that it does not cut', 'decision.latency'],
  ])('some cases of %s are not', async (_, id) => {
    const where = { scope: 'stage', key: 'assigned' } as const;
    await expect(explain(id, { where })).rejects.toMatchObject({ code: 'input-refused' });
  });
});

test('every figure in the sentence of the diagnosis can be opened', async () => {
  const { said, sentence } = await ask(room, diagnoseWorkspace, {});
  expect(said.map(({ text }) => text).join('')).toBe(sentence);
  const opened = said.flatMap(({ opens }) => opens ?? []);
  expect(opened.length).toBeGreaterThan(4);
  for (const { id, where } of opened) expect((await explain(id, { where })).id).toBe(id);
});

test.each([
  ['of the whole', undefined],
  ['of one team', { scope: 'team', key: 'billing' } as const],
])('figures that are asked for together, %s, are what each says by itself', async (_, where) => {
  const ids = ['flow.flow-time', 'decision.latency', 'flow.handoffs', 'flow.wip-age'];
  const together = await ask(room, readMetrics, { metrics: ids, where });
  const apart = await Promise.all(ids.map((id) => readings(id, { where })));
  expect(together.readings).toEqual(apart.flat());
});
