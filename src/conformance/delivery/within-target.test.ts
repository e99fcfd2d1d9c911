import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { each, readIn, told } from '../fixtures/world.ts';
import { withinTarget } from './within-target.ts';

type Target = NonNullable<NonNullable<DesignInput['workflows']>[number]['targets']>[number];
const stages = [
  { key: 'wait', kind: 'queue' },
  { key: 'build', kind: 'active' },
  { key: 'done', kind: 'done' },
] as const;
const design = (...targets: Target[]): DesignInput => ({ workflows: [{ key: 'flow', stages: [...stages], targets }] });

/** From the start to the end in three days. */
const whole: Target = { from: 'start', to: 'finish', within: 'P3D' };
const three = design({ ...whole, to: 'done' });
const built = { key: 'flow', stages: [{ key: 'build', kind: 'active' as const }] };
const short: Target = { ...whole, to: 'done', within: 'P1D' };
const plain = { workflows: [{ ...built, targets: [{ ...whole, to: 'done' }] }] };
const oneDay = 'flow_elapsed=86400 flow_working=3600';
const four = each('A B C D', `done started=03-01 ended=03-02 stage=build ${oneDay}`);
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one done in time', 'E done started=03-01 ended=03-02 flow_elapsed=86400', '5/5'],
  ['one done at the last moment', 'E done started=03-01 ended=03-04 flow_elapsed=259200', '5/5'],
  ['one done too late as missed', 'E done started=03-01 ended=03-05 flow_elapsed=259201', '4/5'],
  ['one that is open past its time as missed', 'E open started=12-01', '4/5'],
  ['no open one whose time is only just up', 'E open started=12-28', few],
  ['none that was dropped', 'E cancelled started=03-01 ended=03-02', few],
  ['one that started as the window opens', 'E done started=01-01 ended=01-02 flow_elapsed=86400', '5/5'],
  ['one that ended after the window', 'E done started=12-30 ended=2027-01-01 flow_elapsed=172800', '5/5'],
  ['none that started as the window closes', 'E done started=2027-01-01 ended=2027-01-02 flow_elapsed=86400', few],
  ['one by when it started', 'E done started=2025-12-31 ended=01-01 flow_elapsed=86400', few],
])('the time from start to end counts %s', async (_, item, expected) => {
  const world = { design: plain, items: `${four};${item} stage=build`, visits: 'E build@red 12-01..' };
  expect(told(await readIn(withinTarget, world))).toBe(expected);
});

test.each([
  ['the working clock', { ...whole, to: 'done', within: 'PT1H', clock: 'working' }, '4/4'],
  ['the working clock to the second', { ...whole, to: 'done', within: 'PT59M59S', clock: 'working' }, '0/4'],
  ['the types it names', { ...whole, to: 'done', when: { itemType: ['bug'] } }, '1/1'],
  ['the priorities it names', { ...whole, to: 'done', when: { priority: ['high', 'urgent'] } }, '2/2'],
  ['both together', { ...whole, to: 'done', when: { itemType: ['bug'], priority: ['high'] } }, '0/0'],
] satisfies [string, Target, string][])('a target holds for %s', async (_, target, expected) => {
  const items = [
    'A done started=03-01 stage=build type=bug priority=low',
    'B done started=03-01 stage=build priority=high',
    'C done started=03-01 stage=build priority=urgent',
    'D done started=03-01 stage=build',
  ].map((item) => `${item} ended=03-02 ${oneDay}`);
  const flow = { workflows: [{ ...built, targets: [target] }] };
  const { broke, n } = await readIn(withinTarget, { design: flow, items: items.join(';') });
  expect(`${n - broke}/${n}`).toBe(expected);
});

const between: Target = { from: 'wait', to: 'build', within: 'P2D' };

test.each([
  ['from the first entry to the first entry after it', 'E wait@red 03-01..03-03; E build@red 03-03..03-09', '5/5'],
  ['and no longer', 'E wait@red 03-01..03-03T00:01; E build@red 03-03T00:01..03-05', '4/5'],
  [
    'not from a second entry',
    'E wait@red 03-01..03-02; E rest@red 03-02..03-08; E wait@red 03-08..03-09; E build@red 03-09..03-10',
    '4/5',
  ],
  ['to an entry after it, not before', 'E build@red 02-01..03-01; E wait@red 03-01..03-04; E build@red 03-04..', '4/5'],
  ['as missed when it is still waiting', 'E wait@red 12-01..', '4/5'],
  ['as nothing when its time is only just up', 'E wait@red 12-29..', few],
  ['as nothing when it never waited', 'E build@red 03-01..03-02', few],
  ['in the window, as it opens', 'E wait@red 01-01..01-02; E build@red 01-02..01-09', '5/5'],
  ['in the window, not before', 'E wait@red 2025-12-31..01-01; E build@red 01-01..01-09', few],
  ['in the window, not as it closes', 'E wait@red 2027-01-01..2027-01-02; E build@red 2027-01-02..', few],
  ['to an entry at the same time', 'E wait@red 03-01..03-01; E build@red 03-01..03-09', '5/5'],
])('a target between stages runs %s', async (_, visits, expected) => {
  const passed = ['A', 'B', 'C', 'D']
    .map((item) => `${item} wait@red 03-01..03-02; ${item} build@red 03-02..`)
    .join(';');
  const items = each('A B C D E', 'open started=03-01 stage=build');
  expect(told(await readIn(withinTarget, { design: design(between), items, visits: `${passed};${visits}` }))).toBe(
    expected,
  );
});

test.each([
  ['all work between', 'E wait@red 03-01..03-02; E build@red 03-02..03-03; E done@red 03-03..', '5/5'],
  ['no longer', 'E wait@red 03-01..03-02; E build@red 03-02..03-03T00:01; E done@red 03-03T00:01..', '4/5'],
  ['no work before', 'E build@red 02-01..03-01; E wait@red 03-01..03-03; E done@red 03-03..', '5/5'],
  ['no work after', 'E wait@red 03-01..03-03; E done@red 03-03..03-20; E build@red 03-20..03-29', '5/5'],
  ['work that goes on', 'E wait@red 12-01..', '4/5'],
])('a target between stages on the working clock counts %s', async (_, visits, expected) => {
  const passed = ['A', 'B', 'C', 'D'].map((item) => `${item} wait@red 03-01..03-02; ${item} done@red 03-02..`);
  const items = each('A B C D E', 'open started=03-01 stage=build');
  const flow = design({ from: 'wait', to: 'done', within: 'P2D', clock: 'working' });
  const world = { design: flow, items, visits: `${passed.join(';')};${visits}` };
  expect(told(await readIn(withinTarget, world))).toBe(expected);
});

test('stages that are entered at once take no time at all on the working clock', async () => {
  const visits = `${each('A B C D E', 'wait@red 03-01..03-01')};${each('A B C D E', 'done@red 03-01..')}`;
  const items = each('A B C D E', 'open started=03-01 stage=build');
  const flow = design({ from: 'wait', to: 'done', within: 'PT0S', clock: 'working' });
  expect(told(await readIn(withinTarget, { design: flow, items, visits }))).toBe('5/5');
});

test.each([
  ['to the very end of its time', 'E build@red 03-01..03-04', '5/5'],
  ['and no longer', 'E build@red 02-28..03-04', '4/5'],
  ['no time when the item ended as it was entered', 'E build@red 03-04..', '5/5'],
  ['as nothing when the item had ended before', 'E build@red 03-05..', few],
])('a target from a stage to the end runs %s', async (_, visits, expected) => {
  const items = each('A B C D E', 'done started=02-01 ended=03-04 stage=build');
  const flow = { workflows: [{ ...built, targets: [{ from: 'build', to: 'done', within: 'P3D' }] }] };
  const world = { design: flow, items, visits: `${each('A B C D', 'build@red 03-02..03-04')};${visits}` };
  expect(told(await readIn(withinTarget, world))).toBe(expected);
});

test.each([
  ['of the old design until it changes', 'E done started=02-28 ended=03-02', '4/5'],
  ['of the new design as it changes', 'E done started=03-01 ended=03-03', '5/5'],
])('a target is one %s', async (_, item, expected) => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', to: '2026-03-01' }, workflows: [{ ...built, targets: [short] }] },
    { design: { key: 'new', status: 'in-force', from: '2026-03-01' }, ...plain },
  ];
  const items = `${each('A B C D', `done started=02-01 ended=02-02 stage=build ${oneDay}`)};${item} flow_elapsed=172800 stage=build`;
  expect(told(await readIn(withinTarget, { designs, items }))).toBe(expected);
});

test.each([
  ['that is for it', 'type=bug', '4/5'],
  ['that is for everything', 'type=task', '5/5'],
])('an item is held to the targets of the workflow %s', async (_, type, expected) => {
  const bugs = { ...built, key: 'bugs', targets: [short], appliesTo: [{ itemType: 'bug' }] };
  const items = `${four};E done started=03-01 ended=03-03 flow_elapsed=172800 stage=build ${type}`;
  const world = { design: { workflows: [bugs, ...plain.workflows] }, items };
  expect(told(await readIn(withinTarget, world))).toBe(expected);
});

test.each([
  ['nothing without a target', [], 'not-designed'],
  ['something as soon as one of them has a target', plain.workflows, 'not-enough-data'],
] satisfies [string, DesignInput['workflows'], string][])('workflows say %s', async (_, workflows, expected) => {
  const silent = { ...built, key: 'silent' };
  const world = { design: { workflows: [...workflows, silent] }, items: four };
  expect((await readIn(withinTarget, world)).status).toBe(expected);
});

test('a case belongs to the period in which its target began to run', async () => {
  const started = (items: string, day: string): string => each(items, `done started=${day} stage=build ${oneDay}`);
  const items = [started('A B C D E', '08-01'), started('F', '10-01'), started('G H I J', '11-01')];
  const ended = items.join(';').replaceAll('stage=', 'ended=12-01 stage=');
  const { trend } = await readIn(withinTarget, { design: plain, items: ended });
  expect([trend?.lastPeriod.n, trend?.thisPeriod.n]).toEqual([5, 5]);
});

test('an item that went to its end without ever being started is held to its targets too', async () => {
  const visits = ['A', 'B', 'C', 'D', 'E']
    .map((item) => `${item} wait@red 03-01..03-02; ${item} done@red 03-02..`)
    .join(';');
  const items = each('A B C D E', 'done created=03-01 ended=03-02 stage=done');
  const flow = design({ from: 'wait', to: 'done', within: 'P2D' });
  expect(told(await readIn(withinTarget, { design: flow, items, visits }))).toBe('5/5');
});

test('an item that is done without ever reaching the last stage is no case', async () => {
  const visits = `${each('A B C D', 'wait@red 03-01..03-02')};${each('A B C D', 'build@red 03-02..')};E wait@red 03-01..`;
  const items = each('A B C D E', 'done started=03-01 ended=03-09 stage=build');
  expect(told(await readIn(withinTarget, { design: design(between), items, visits }))).toBe(few);
});

test('the word done means the stage of that key where there is one', async () => {
  const visits = ['A', 'B', 'C', 'D', 'E']
    .map((item) => `${item} build@red 03-01..03-02; ${item} done@red 03-02..`)
    .join(';');
  const items = each('A B C D E', 'done started=03-01 ended=06-01 stage=done flow_elapsed=7948800');
  expect(told(await readIn(withinTarget, { design: three, items, visits }))).toBe('5/5');
});

test.each([
  ['nine in ten', 0.9, [0.9, 0.8, 0.6]],
  ['all', 1, [1, 0.99, 0.97]],
  ['half', 0.5, [0.5, 1 / 3, 1 / 6]],
])('thresholds follow from a promise for %s', async (_, share, expected) => {
  const flow = { workflows: [{ ...built, targets: [{ ...whole, to: 'done', share }] }] };
  const items = `A done started=03-01 ended=03-02 stage=build ${oneDay}`;
  const { breakpoints } = await readIn(withinTarget, { design: flow, items });
  expect(breakpoints.from).toBe('design');
  expect(breakpoints.asDesigned).toBeCloseTo(expected[0] ?? 0);
  expect(breakpoints.worstTolerable).toBeCloseTo(expected[1] ?? 0);
  expect(breakpoints.twiceAsBad).toBeCloseTo(expected[2] ?? 0);
});

test('promises weigh by their cases, and one that is not yet due does not', async () => {
  const promise = (type: string, share: number): Target => ({
    ...whole,
    to: 'done',
    share,
    when: { itemType: [type] },
  });
  const targets = [promise('bug', 0.9), promise('task', 0.4), promise('chore', 0.1)];
  const items = [
    each('A B C D', `done started=03-01 ended=03-02 stage=build type=bug ${oneDay}`),
    'E open started=12-01 stage=build type=task',
    'F open started=12-28 stage=build type=chore',
  ].join(';');
  const visits = 'E build@red 12-01..; F build@red 12-28..';
  const { breakpoints } = await readIn(withinTarget, { design: { workflows: [{ ...built, targets }] }, items, visits });
  expect(breakpoints.asDesigned).toBeCloseTo(0.8);
});

test('a case says how long it took, and targets are listed with their shares', async () => {
  const items = [
    each('A B C D', 'done started=03-01 ended=03-04 flow_elapsed=259200 stage=build'),
    'E done started=03-01 ended=03-05 flow_elapsed=345600 stage=build',
    'F open started=12-28 stage=build',
    'G open started=12-01 stage=build',
  ].join(';');
  const visits = 'F build@red 12-28..; G build@red 12-01..';
  const { details, examples } = await readIn(withinTarget, { design: plain, items, visits });
  expect(examples).toMatchObject([
    { item: 'G', because: 'still open after 30.0 days, 3.0 days were allowed (elapsed time)' },
    {
      item: 'E',
      object: 'start to done',
      because: 'done after 4.0 days, 3.0 days were allowed (elapsed time)',
    },
  ]);
  expect(details).toMatchObject({ openNotYetDue: 1, targets: { rows: [['start to done', 6, 4 / 6, 0.9, 1]] } });
});
