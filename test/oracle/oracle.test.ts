import { describe, expect, test } from 'vitest';
import { choices } from '#metrics/fixtures/choices.ts';
import { meetings } from '#metrics/fixtures/meetings.ts';
import { planningIn } from '#metrics/fixtures/planning.ts';
import { demandsIn, dependenciesIn } from '#metrics/fixtures/portfolio.ts';
import type { DesignInput } from '#model/design-model.ts';
import { day, hour, workingTime } from './clock.ts';
import { type Ask, figure, metricIds } from './figure.ts';
import type { Item } from './items.ts';
import { compareRows, type Row } from './row.ts';
import { readRows } from './rows.ts';
import { monday, officeHours, type TinyOptions, tiny, tinyDesign, tinyMapping, withoutEscalate } from './tiny.ts';

const inDays = (instant: number | null): number | null => (instant === null ? null : (instant - monday) / day);

const itemOf = (text: string, options?: TinyOptions): Item => {
  const item = tiny(text, options).items[0];
  if (!item) throw new Error('no item');
  return item;
};

const decisionOf = (text: string, options?: TinyOptions, cycle = 0) => {
  const decision = tiny(text, options).decisions[cycle];
  if (!decision) throw new Error('no decision');
  return decision;
};

const classesOf = ({ segments }: Item): string =>
  segments.map((each) => `${each.class} ${(each.until - each.from) / day}`).join(', ');

describe('the time of an item is', () => {
  test.each([
    ['active in an active stage', 'A build@0 done@2d', 'active 2'],
    ['queue in new and queue stages', 'A new@0 ready@1d done@3d', 'queue 3'],
    ['decision in a decision stage', 'A gate@0 build@1d done@2d', 'decision 1, active 1'],
    ['unmapped in a stage without a kind', 'A odd@0 done@1d', 'unmapped 1'],
    ['unmapped where no state is known', 'A .@0 .@1d', 'unmapped 1'],
    ['that of the first stage before the first row', 'A^-2d ready@0 done@1d', 'queue 3'],
    ['that of the first stage before the first row with a state', 'A .@0 ready@1d done@2d', 'queue 2'],
    ['none in the pause before a reopening', 'A build@0 done@1d build@3d done@4d', 'active 1, none 2, active 1'],
    [
      'blocked from a blocked row to the next unblocked one',
      'A build@0 block@1d block@2d unblock@3d unblock@4d done@5d',
      'active 1, blocked 2, active 2',
    ],
    ['blocked to the end where nothing unblocks', 'A build@0 block@1d done@2d', 'active 1, blocked 1'],
    [
      'none rather than blocked after done',
      'A build@0 block@1d done@2d build@3d done@4d',
      'active 1, blocked 1, none 1, blocked 1',
    ],
    [
      'handoff from a change of team to the first action',
      'A build/red@0 ./blue@1d .@3d done@4d',
      'active 1, handoff 2, active 1',
    ],
    [
      'blocked rather than handoff',
      'A build/red@0 ./blue@1d block@2d unblock@3d done@4d',
      'active 1, handoff 1, blocked 1, active 1',
    ],
    ['handoff past a comment', 'A build/red@0 ./blue@1d comment@2d .@3d done@4d', 'active 1, handoff 2, active 1'],
    [
      'handoff past a row at the same instant',
      'A build/red@0 ./blue@1d test@1d .@2d done@3d',
      'active 1, handoff 1, active 1',
    ],
    [
      'handoff until a further change',
      'A build/red@0 ./blue@1d ./red@2d .@3d done@4d',
      'active 1, handoff 2, active 1',
    ],
    [
      'handoff until a further change that is a comment',
      'A build/red@0 ./blue@1d comment/red@2d comment@3d done@4d',
      'active 1, handoff 3',
    ],
    ['handoff until the end where nobody acts', 'A build/red@0 ./blue@1d done@3d', 'active 1, handoff 2'],
    ['no handoff when the first team comes', 'A build@0 ./red@1d done@2d', 'active 2'],
    ['no handoff when the team stays', 'A build/red@0 ./red@1d done@2d', 'active 2'],
    ['counted until asOf while it is open', 'A build@0; B build@3d', 'active 3'],
  ])('%s', (_, text, classes) => {
    expect(classesOf(itemOf(text))).toBe(classes);
  });

  test('waited for by one receiver at a time', () => {
    const { handoffs } = itemOf('A build/red@0 ./blue@1d comment/red@2d .@4d done@5d');
    expect(handoffs.map(({ from, to, at, until }) => [from, to, (until - at) / day])).toEqual([
      ['red', 'blue', 1],
      ['blue', 'red', 2],
    ]);
  });

  test('nothing after asOf', () => {
    expect(classesOf(itemOf('A build@0 ready@2d done@5d', { asOf: '3d' }))).toBe('active 2, queue 1');
  });
});

describe('an item', () => {
  test.each([
    ['starts at its first queue, active or decision stage', 'A new@0 ready@1d build@2d done@3d', [1, 'done', 3]],
    ['starts at created where the first stage is one', 'A^-1d build@0 done@1d', [-1, 'done', 1]],
    ['has no start when it never had such a stage', 'A new@0 done@1d', [null, 'done', 1]],
    ['ends at the start of its last run of done stages', 'A build@0 done@1d shipped@2d', [0, 'done', 1]],
    ['ends after a reopening', 'A build@0 done@1d build@2d shipped@3d done@4d', [0, 'done', 3]],
    ['is open when reopened last', 'A build@0 done@1d build@2d', [0, 'open', null]],
    ['is cancelled when its last stage says so', 'A build@0 done@1d dropped@2d', [0, 'cancelled', 2]],
    ['is open in an unmapped stage', 'A build@0 done@1d odd@2d', [0, 'open', null]],
  ])('%s', (_, text, expected) => {
    const { start, status, end } = itemOf(text);
    expect([inDays(start), status, inDays(end)]).toEqual(expected);
  });

  test.each([
    ['not reopened by another done stage', 'A build@0 done@1d shipped@2d', 0],
    ['not reopened by being cancelled', 'A build@0 done@1d dropped@2d', 0],
    ['reopened each time it leaves done', 'A done@0 build@1d done@2d odd@3d done@4d', 2],
  ])('is %s', (_, text, reopened) => {
    expect(itemOf(text).reopened).toBe(reopened);
  });

  test('is never created after its first row', () => {
    expect(inDays(itemOf('A^5d build@1d done@2d').created)).toBe(1);
    expect(itemOf('A^-5d build@1d').assumed).toBe(true);
    expect(itemOf('A^5d build@1d').assumed).toBe(false);
  });

  test.each([
    ['one stage and one team', 'A build/red@0 test@1d ./blue@2d done@3d', 'build/red test/red test/blue done/blue'],
    ['a stage twice, left and entered', 'A build@0 test@1d build@2d', 'build/ test/ build/'],
    ['a stage without a team', 'A build@0 ./red@1d', 'build/ build/red'],
    ['nothing new when nothing is said', 'A build/red@0 .@1d build@2d ./red@3d', 'build/red'],
  ])('visits %s', (_, text, visits) => {
    expect(
      itemOf(text)
        .visits.map(({ stage, team }) => `${stage}/${team ?? ''}`)
        .join(' '),
    ).toBe(visits);
  });

  test.each([
    ['the last promise before the start', 'A new@0!9d .@1d!8d build@2d .@3d!7d done@4d', [9, 8]],
    ['the promise at the start', 'A new@0!9d build@2d!6d done@4d', [9, 6]],
    ['the first promise after the start, when none was before', 'A build@0 .@1d!5d .@2d!7d done@4d', [5, 5]],
    ['no promise when none was stated', 'A build@0 done@4d', [null, null]],
  ])('counts %s', (_, text, promises) => {
    const { firstPromise, promise } = itemOf(text);
    expect([inDays(firstPromise), inDays(promise)]).toEqual(promises);
  });

  test('has the team and type of its end', () => {
    expect(itemOf('A:bug build/red@0 done@1d ./blue@2d')).toMatchObject({ team: 'red', type: 'bug' });
    expect(itemOf('A:bug build/red@0 .@1d ./blue@2d')).toMatchObject({ team: 'blue' });
  });
});

describe('repeats:', () => {
  type Counts = Partial<
    Pick<
      Item,
      | 'teamHandoffs'
      | 'personHandoffs'
      | 'pingPong'
      | 'anyReturn'
      | 'rework'
      | 'rawRework'
      | 'interruptions'
      | 'comments'
    >
  >;
  const cases: [string, string, Counts][] = [
    ['two changes of team are two hand-offs', 'A build/red@0 ./blue@1d .@2d ./red@3d', { teamHandoffs: 2 }],
    ['persons are handed over apart from teams', 'A build/red~ann@0 .~bob@1d .@2d .~bob@3d', { personHandoffs: 1 }],
    ['A, B, A is a ping-pong', 'A build/red@0 ./blue@1d ./red@2d', { pingPong: true, anyReturn: true }],
    ['A, B, B, A is one too', 'A build/red@0 ./blue@1d ./blue@2d ./red@3d', { pingPong: true }],
    [
      'A, B, C, A is only a return',
      'A build/red@0 ./blue@1d ./green@2d ./red@3d',
      { pingPong: false, anyReturn: true },
    ],
    ['A, B is neither', 'A build/red@0 ./blue@1d', { pingPong: false, anyReturn: false }],
    ['a stage entered again is rework', 'A ready@0 build@1d ready@2d', { rework: true }],
    ['a stage said again is none', 'A ready@0 ready@1d build@2d', { rework: false }],
    ['a stage handed over is none', 'A build/red@0 build/blue@1d done@2d', { rework: false }],
    ['a loop stage may repeat', 'A test@0 build@1d test@2d done@3d', { rework: false }],
    ['a stage around a loop stage may not', 'A build@0 test@1d build@2d done@3d', { rework: true }],
    ['an activity said again is raw rework', 'A build@0 comment@1d comment@2d', { rawRework: true, comments: 2 }],
    ['a block of active work interrupts', 'A build@0 block@1d unblock@2d block@3d', { interruptions: 2 }],
    ['a block of waiting work does not', 'A ready@0 block@1d unblock@2d', { interruptions: 0 }],
    ['a wait and back interrupts', 'A build@0 ready@1d build@2d gate@3d build@4d', { interruptions: 2 }],
    ['a wait and on to another stage does not', 'A build@0 ready@1d test@2d', { interruptions: 0 }],
    ['another active stage and back does not', 'A build@0 test@1d build@2d', { interruptions: 0 }],
    ['a wait through two stages does not', 'A build@0 ready@1d gate@2d build@3d', { interruptions: 0 }],
  ];
  test.each(cases)('%s', (_, text, counts) => {
    expect(itemOf(`${text} .@9d`)).toMatchObject(counts);
  });
});

describe('a decision', () => {
  test.each([
    ['runs from the first ask to the last decide', 'A new@0 ask@1d ask@2d decide@3d decide@4d', [[1, 4]]],
    ['is raised at created without an ask', 'A^-1d new@0 decide@3d', [[-1, 3]]],
    ['is open when an ask follows', 'A ask@0 decide@1d ask@2d', [[0, null]]],
    ['is open when an escalation follows', 'A ask@0 decide@1d escalate@2d', [[0, null]]],
    ['stays decided when a discussion follows', 'A ask@0 decide@1d discuss@2d', [[0, 1]]],
    [
      'starts again at a reopen step',
      'A ask@0 decide@1d reopen@2d decide@4d',
      [
        [0, 1],
        [2, 4],
      ],
    ],
    [
      'starts again at an ask after it was told',
      'A ask@0 decide@1d communicate@2d ask@3d decide@4d',
      [
        [0, 1],
        [3, 4],
      ],
    ],
    [
      'starts again at an ask after it was acted on',
      'A ask@0 act@2d ask@3d',
      [
        [0, null],
        [3, null],
      ],
    ],
    ['has no empty cycle', 'A reopen@1d ask@2d decide@3d', [[2, 3]]],
    ['is none without a step', 'A build@0 done@1d', []],
  ])('%s', (_, text, expected) => {
    expect(tiny(text).decisions.map(({ raised, decided }) => [inDays(raised), inDays(decided)])).toEqual(expected);
  });

  test('is a reopening of the one before', () => {
    const [first, second] = tiny('A ask@0 decide@1d reopen@2d decide@4d').decisions;
    expect([inDays(first?.reopened ?? null), second?.reopened]).toEqual([2, null]);
  });

  test.each([
    ['the first step that is not an ask', 'A discuss@0 ask@1d ask@2d discuss@3d decide@4d', 3, null, null],
    ['what came at or after decided', 'A ask@0 communicate@1d decide@2d act@2d communicate@3d', 1, 3, 2],
  ])('knows %s', (_, text, firstStep, communicated, acted) => {
    const decision = decisionOf(text);
    expect([decision.firstStep, decision.communicated, decision.acted].map(inDays)).toEqual([
      firstStep,
      communicated,
      acted,
    ]);
  });

  test('knows the first step after the one that began a later cycle', () => {
    expect(inDays(decisionOf('A ask@0 decide@1d reopen@2d discuss@3d', {}, 1).firstStep)).toBe(3);
  });

  test.each([
    ['to the next step', 'A ask@0 ask-information@1d give-information@3d decide@4d', 2],
    ['through a repeated question', 'A ask@0 ask-information@1d ask-information@2d return@3d discuss@4d decide@5d', 3],
    ['until asOf while open', 'A ask@0 return@1d .@5d', 4],
  ])('waits for information %s', (_, text, days) => {
    expect(decisionOf(text).informationWait / day).toBe(days);
  });

  test.each([
    ['an approval that was asked', 'A ask(lead)@0 decide(lead)@2d', [2]],
    ['two approvals open together once', 'A ask(lead)@0 ask(head)@1d decide(lead)@2d decide(head)@4d', [4]],
    ['two approvals one after the other twice', 'A ask(lead)@0 decide(lead)@1d ask(head)@1d decide(head)@4d', [1, 3]],
    ['an approval nobody asked for', 'A decide(lead)@2d', [0]],
    ['an approval for which only another was asked', 'A ask(chief)@0 decide(lead)@2d', [2]],
    ['a second approval without an ask of its own', 'A ask(lead)@0 decide(lead)@1d decide(head)@2d', [0, 1]],
    ['the latest of two asks first', 'A ask(lead)@0 ask(lead)@1d decide(lead)@2d decide(lead)@3d', [3]],
    ['the latest ask only, when one is answered', 'A ask(lead)@0 ask(lead)@1d decide(lead)@2d', [1]],
    ['an approval of no length apart', 'A ask(lead)@0 ask(head)@1d decide(head)@1d decide(lead)@3d', [0, 3]],
    ['an escalation as an ask', 'A escalate(head)@1d decide(head)@3d', [2]],
  ])('has a layer for %s', (_, text, days) => {
    expect(
      decisionOf(text)
        .layers.map(({ from, until }) => (until - from) / day)
        .sort((a, b) => a - b),
    ).toEqual(days);
  });

  test.each([
    ['every escalate step, where there is a rule', 'A ask(lead)@0 escalate(lead)@1d decide(chief)@2d', undefined, 1],
    ['each climb above all before, where there is none', 'A ask(lead)@0 discuss(head)@1d decide(chief)@2d', 'climb', 2],
    ['no climb back', 'A ask(head)@0 discuss(lead)@1d decide(head)@2d', 'climb', 0],
    ['no first known level', 'A ask(nobody)@0 decide(chief)@2d', 'climb', 0],
    ['nothing at all where no level is known', 'A ask(nobody)@0 decide@2d', 'climb', null],
    ['none where there is a rule, whatever is known of levels', 'A ask(nobody)@0 decide@2d', undefined, 0],
  ])('counts as escalation %s', (_, text, climb, escalations) => {
    const options = climb === undefined ? {} : { mapping: withoutEscalate };
    expect(decisionOf(text, options).escalations).toBe(escalations);
  });

  test.each([
    ['at the intended level', 'A ask(lead)@0 decide(lead)@1d', [2, 2, 0, 0]],
    ['above it', 'A ask(lead)@0 discuss(chief)@1d decide(head)@2d', [3, 2, 2, 0]],
    ['sideways of it', 'A ask(lead)@0 decide(peer)@1d', [2, 2, 0, 1]],
    ['at no known level', 'A ask(x)@0 decide(y)@1d', [null, 2, null, null]],
  ])('is made %s', (_, text, expected) => {
    const { levelDecided, intended, depth, sideways } = decisionOf(text);
    expect([levelDecided, intended, depth, sideways]).toEqual(expected);
  });

  test.each([
    ['the level of the team that acts', 'A build/blue@0 decide(chief)@1d done@2d', 4, 2],
    ['the lowest for a team without a level', 'A build/green@0 decide(chief)@1d done@2d', 4, 1],
    ['unknown without a team', 'A build@0 decide(chief)@1d done@2d', 4, null],
  ])('is compared with %s', (_, text, levelDecided, acting) => {
    expect(decisionOf(text)).toMatchObject({ levelDecided, acting });
  });

  const right = { decisionType: 'change', level: 'product', decider: { role: 'lead' } };
  test.each([
    ['clear with one right', [{ key: 'a', ...right }], false],
    [
      'clear with two rights of one decider',
      [
        { key: 'a', ...right },
        { key: 'b', ...right },
      ],
      false,
    ],
    [
      'unclear with two deciders',
      [
        { key: 'a', ...right },
        { key: 'b', ...right, decider: { role: 'head' } },
      ],
      true,
    ],
    ['unclear with none for its type', [{ key: 'a', ...right, decisionType: 'hire' }], true],
    ['neither where the design states no right', [], null],
    ['unclear when the condition lacks its value', [{ key: 'a', ...right, when: { amount: { from: 0 } } }], true],
    ['clear when the condition holds', [{ key: 'a', ...right, when: { itemType: ['bug'] } }], false],
  ])('is %s', (_, decisionRights, unclear) => {
    const design = tinyDesign(JSON.parse(JSON.stringify({ decisionRights })));
    expect(decisionOf('A:bug ask@0 decide@1d', { designs: [design] }).unclear).toBe(unclear);
  });
});

const read = (text: string, ask: Omit<Ask, 'window'>, options?: TinyOptions) =>
  figure(tiny(text, options), { ...ask, window: { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' } });

/** Records of the little language speak of a source called log. */
const inSourceOfTiny = (records: DesignInput) =>
  tinyDesign(JSON.parse(JSON.stringify(records).replaceAll('"source":"log"', '"source":"s"')));

describe('the figure', () => {
  const rows: [string, string, number | null, number, Record<string, number | null>?][] = [
    ['flow.flow-time', 'A build@0 done@2d; B*4 build@0 done@4d', 4, 5, { mean: 3.6, workingP50: 32 }],
    ['flow.flow-time', 'A*4 build@0 done@2d', null, 4, { p85: null }],
    ['flow.flow-time', 'A^-1d*5 build@0 done@2d ready@3d done@4d', 5, 5, { assumed: 5, reopened: 5 }],
    ['flow.ping-pong', 'A*2 build/red@0 ready@1d build@2d done@3d; B*3 build@0 done@1d', null, 2, { stages: 0.4 }],
    ['flow.flow-time', 'A*5 build@0 dropped@2d', null, 0],
    ['flow.flow-time', 'A*5 build@0 done@40d', null, 0],
    ['flow.flow-efficiency', 'A*4 build@0 ready@1d done@4d; B build@0 done@4d', 0.4, 5, { meanOfRatios: 0.4 }],
    ['flow.flow-efficiency', 'A*5 build@0 odd@1d ready@2d done@3d', 0.5, 5],
    ['flow.velocity', 'A*2 build@0 done@1d; B build@0 done@31d', 2, 2],
    ['flow.wip', 'A build@0 done@31d', 30 / 31, 31],
    ['flow.wip', 'A build@12h done@36h; B .@40d', 1 / 31, 31],
    ['flow.wip', 'A build@12h done@36h', 1 / 2, 2],
    ['flow.wip', 'A new@0', 0, 1],
    ['flow.wip', 'A build@1d done@3d; B .@40d', 1 / 31, 31],
    ['flow.distribution', 'A:bug*3 build@0 done@1d; B:story*2 build@0 done@1d', 0.6, 5],
    ['flow.waiting', 'A*5 new@0 ready@1d build@2d block@3d unblock@5d done@6d', 3, 5, { queue: 1, blocked: 2 }],
    ['flow.handoffs', 'A*2 build/red@0 ./blue@1d done@2d', null, 2, { total: 2, people: null }],
    ['flow.handoffs', 'A*5 build/red@0 ./blue@1d done@2d; B*5 build@0 done@2d', 1, 5, { total: 5, people: null }],
    ['flow.handoffs', 'A*5 build@0 done@2d', null, 0, { total: null, people: null }],
    [
      'flow.ping-pong',
      'A*3 build/red@0 ./blue@1d ./red@2d done@3d; B*2 build/red@0 done@1d; C build@0 done@1d',
      0.6,
      5,
    ],
    ['flow.rework', 'A*2 build@0 ready@1d build@2d done@3d; B*3 build@0 done@1d', 0.4, 5],
    ['flow.coordination', 'A*5 build/red~a@0 comment@1d approval/blue~b@2d done@3d', 4, 5],
    ['flow.interruptions', 'A*5 build@0 block@1d unblock@2d done@3d', 1, 5],
    ['flow.time-shares', 'A*5 new@0 build@1d odd@3d done@4d', 0.5, 5, { queue: 0.25, unmapped: 0.25 }],
    ['flow.wip-age', 'A*5 build@21d; B*5 build@0 done@5d; C .@40d', 10, 5, { olderThanP85: 1 }],
    ['flow.wip-age', 'A*5 build@21d; C .@25d', 4, 5, { olderThanP85: null }],
    ['flow.commitments-kept', 'A*3 build@0!2d done@2d; B*2 build@0!2d done@5d', 0.6, 5, { slipP50: 0, first: 0.6 }],
    ['flow.commitments-kept', 'A*4 build@0!2d done@2d; B build@0!2d; C .@40d', 0.8, 5, { openOverdue: 1 }],
    ['flow.commitments-kept', 'A*4 build@0!2d done@2d; B build@0!50d; C .@40d', null, 4, { openOverdue: 0 }],
    ['flow.commitments-kept', 'A*4 build@0!2d done@2d; B build@0!20d; C .@10d', null, 4, { openOverdue: 0 }],
    ['flow.forecast-calibration', 'A*20 build@0 done@1d; B*5 build@2d done@3d', 1, 5],
    ['flow.forecast-calibration', 'A*20 build@0 done@1d; B*5 build@1d done@2d', null, 0],
    ['flow.forecast-calibration', 'A*19 build@0 done@1d; B*5 build@2d done@3d', null, 0],
    ['quality.rework-level', 'A*2 build@0 ready@1d build@2d done@3d; B build@0 done@1d', 0.4, 5, { items: null }],
    ['quality.rework-level', 'A*5 test@0 build@1d test@2d done@3d', 0, 15, { items: 0 }],
    ['quality.reopened', 'A done@0 build@1d done@2d; B*4 build@0 done@1d', 0.2, 5],
    ['quality.stability', 'A done@0 build@1d done@2d; B*4 build@0 done@1d', 0.8, 5],
    ['decision.latency', 'A*3 ask@0 decide@2d; B*3 ask@0; C .@30d', 2, 6, { open: 3, closedP50: null }],
    ['decision.latency', 'A*2 ask@0 decide@2d; B*3 ask@0; C .@30d', null, 5, { open: 3 }],
    ['decision.escalation-rate', 'A*5 ask(lead)@0 escalate(head)@1d decide(head)@2d', 1, 5, { depth: 1 }],
    [
      'decision.at-intended-level',
      'A*3 decide(lead)@1d; B decide(head)@1d; C decide(red)@1d',
      0.6,
      5,
      { over: 0.2, under: 0.2 },
    ],
    ['decision.reopen-rate', 'A*5 ask@0 decide@1d reopen@91d; B ask@0 decide@20d; C .@100d', 1, 5, { young: 1 }],
    ['decision.reopen-rate', 'A*5 ask@0 decide@1d reopen@92d', 0, 5, { young: 0 }],
    ['decision.reopen-rate', 'A*5 ask@0 decide@10d; C .@100d', 0, 5, { young: 0 }],
    ['decision.unclear-right', 'A*5 ask@0', 0, 5],
    ['decision.layers', 'A*5 ask@0 decide@2d decide@3d', 2, 5, { waitPerLayer: 1 }],
    ['decision.distance', 'A*5 build/red@0 decide(chief)@1d done@2d', 3, 5],
  ];
  test.each(rows)('%s of %s is %j', (metric, text, value, n, also = {}) => {
    const [reading] = read(text, { metric });
    expect(reading?.n).toBe(n);
    if (value === null) expect(reading?.value).toBeNull();
    else expect(reading?.value).toBeCloseTo(value, 12);
    for (const [name, beside] of Object.entries(also)) {
      if (beside === null) expect(reading?.also[name]).toBeNull();
      else expect(reading?.also[name]).toBeCloseTo(beside, 12);
    }
  });

  test('flow.consistency is the share of variance between teams', () => {
    const team = (name: string, days: number) =>
      `A${name}*10 build/${name}@0 done@${days}d; B${name}*10 build/${name}@0 done@${days * 4}d`;
    const [reading] = read([team('red', 1), team('blue', 1), team('green', 1)].join(';'), {
      metric: 'flow.consistency',
    });
    // No variance between: (0 − W) / (0 + 19 W).
    expect([reading?.n, reading?.value]).toEqual([60, expect.closeTo(-1 / 19, 12)]);
    const [apart] = read(`${team('red', 1)};${team('blue', 2)};${team('green', 4)}`, { metric: 'flow.consistency' });
    // ln 2 = 1: team means at 0, 1, 2 steps, B = 20, W = 60/57; (20 − W) / (20 + 19 W).
    expect(apart?.value).toBeCloseTo((20 - 60 / 57) / (20 + (19 * 60) / 57), 12);
  });

  test.each([
    ['decisions that are settled', 'cab@1d decided kept open information carried', 0.4, null],
    ['nothing after figures are read', 'cab@1d decided open open open open; cab@9d decided', 0.2, null],
    ['minutes beside items', 'cab@1d decided:30 open:10 open:10 information:5 carried:5', 0.2, 0.5],
  ])('of forums counts %s', (_, lines, value, ofMinutes) => {
    const designs = [tinyDesign(meetings(lines))];
    const [reading] = read('A .@0 .@5d', { metric: 'decision.forum-decisions' }, { designs });
    expect(reading).toMatchObject({ value, also: { ofMinutes } });
  });

  test.each([
    ['priority-consistency', 'against the best of the others', 'list@0 x y z; a*4@1d y>x,z; b@1d x>y,z', 0.2],
    ['priority-consistency', 'by the list of the day', 'list@0 y x; list@2d x y; a*4@1d x>y; b@2d x>y', 0.2],
    [
      'priority-consistency',
      'no correction of what is open',
      'list@0 x y; a*4@1d y>x; b@1d x>y; open@1d x fixes=b',
      0.2,
    ],
    ['explicit-trade-offs', 'all parts', 'a@1d x>y -y$ why; b@1d x>y -y why; c@1d x -y$ why; d@1d x>y -y$; e@1d', 0.2],
    ['explicit-trade-offs', 'decisions to fund and to prioritise', 'a*4@1d; b:order@1d x>y -y$ why; c:talk@1d', 0.2],
  ])('of %s counts %s', (name, _, text, value) => {
    const designs = [tinyDesign(choices(text))];
    const [reading] = read('A .@0 .@5d', { metric: `decision.${name}` }, { designs });
    expect(reading).toMatchObject({ value, n: 5 });
  });

  test.each([
    ['what blocks an item of another team', dependenciesIn('A1<blue@1d A2<red@1d A3?blue@1d', ''), 0.2],
    ['nothing that is resolved', dependenciesIn('A1<blue@1d..2d A2<blue@1d', ''), 0.2],
    ['only what is known', dependenciesIn('A1<%app@1d A2<blue@1d', 'app'), null],
  ])('of dependencies counts %s', (_, records, value) => {
    const designs = [inSourceOfTiny(records)];
    const [reading] = read('A*5 build/red@0 .@9d', { metric: 'flow.dependencies' }, { designs });
    expect(reading?.value).toEqual(value);
  });

  test.each([
    ['from asking until all is done', demandsIn('a*5@-1d=A,B'), 5],
    ['until the day of the end is over', demandsIn('a*5@0=A%app', 'app@3d'), 4],
    ['nothing while something is open', demandsIn('a*5@0=A,C'), null],
    ['nothing that was cancelled', demandsIn('a*5@0=A,D'), 2],
  ])('of lead time counts %s', (_, records, value) => {
    const text = 'A build@0 done@2d; B build@0 done@4d; C build@0 .@9d; D build@0 dropped@9d';
    const designs = [inSourceOfTiny(records)];
    expect(read(text, { metric: 'flow.lead-time' }, { designs })[0]?.value).toEqual(value);
  });

  test.each([
    ['moves of planned ends', 'plan@0 a*5=9d; plan@2d a*5=7d; plan@4d a*5=4d', 5],
    ['the plan of the day after the period', 'plan@0 a*5=9d; plan@5d a*5=6d; plan@6d a*5=1d', 3],
    ['nothing of one plan', 'plan@0 a*5=9d', null],
  ])('of plan drift counts %s', (_, plans, value) => {
    const designs = [tinyDesign(planningIn(`q@0..5d; ${plans}`))];
    expect(read('A .@0 .@9d', { metric: 'flow.plan-drift' }, { designs })[0]?.value).toEqual(value);
  });

  test.each([
    ['what begins after the priorities were agreed', 'a*3^1d b*2^1d', 0.4],
    ['nothing that began before', 'a*3^1d b*2^-1d', 0],
    ['nothing that nobody chose', 'a*3^1d c*2^-9d b*2^1d!mandatory', 0],
  ])('of surprises counts %s', (_, initiatives, value) => {
    const designs = [tinyDesign(planningIn('q@0..5d; list:q@-1d a*3', initiatives))];
    expect(read('A .@0 .@9d', { metric: 'flow.surprises' }, { designs })[0]?.value).toEqual(value);
  });

  test('of every metric is read without rows', () => {
    for (const metric of metricIds) expect(read('A .@0', { metric })[0]?.value ?? 0).toBe(0);
  });
});

describe('a cut', () => {
  const text = 'A:bug*6 build/red@0 done@1d; B:story*2 build/blue@0 done@20d; C build@0 done@35d';
  test.each<[string, Omit<Ask, 'window'>, [string, number | null][]]>([
    [
      'by team',
      { metric: 'flow.velocity', by: 'team' },
      [
        ['blue', 2],
        ['red', 6],
      ],
    ],
    [
      'by item type',
      { metric: 'flow.distribution', by: 'item-type' },
      [
        ['bug', 0.75],
        ['story', 0.25],
      ],
    ],
    ['by month', { metric: 'flow.velocity', by: 'period' }, [['2024-01', 8]]],
    [
      'by team of one type',
      { metric: 'flow.velocity', by: 'team', where: { scope: 'item-type', key: 'bug' } },
      [['red', 6]],
    ],
    ['of one team', { metric: 'flow.flow-time', where: { scope: 'team', key: 'blue' } }, [['', null]]],
  ])('%s', (_, ask, expected) => {
    expect(read(text, ask).map(({ subject, value }) => [subject, value])).toEqual(expected);
  });

  test('by decision type', () => {
    const readings = read('A*5 ask@0 decide@1d', { metric: 'decision.latency', by: 'decision-type' });
    expect(readings.map(({ subject, value }) => [subject, value])).toEqual([['change', 1]]);
  });

  const waited = 'A*5 new/red@0 ready@1d build/blue@3d .@4d block@5d unblock@7d ready/red@7d done@8d';
  test.each<[string, Omit<Ask, 'window'>, [string, number | null][]]>([
    [
      'by stage',
      { metric: 'flow.waiting', by: 'stage' },
      [
        ['build', 3],
        ['ready', 3],
      ],
    ],
    [
      'by boundary',
      { metric: 'flow.waiting', by: 'boundary' },
      [
        ['blue → red', 1],
        ['red → blue', 1],
      ],
    ],
    [
      'by boundary of one stage',
      { metric: 'flow.waiting', by: 'boundary', where: { scope: 'stage', key: 'ready' } },
      [['blue → red', 1]],
    ],
  ])('of waiting %s', (_, ask, expected) => {
    expect(read(waited, ask).map(({ subject, value }) => [subject, value])).toEqual(expected);
  });
});

describe('rows', () => {
  const header = ['id', 'item', 'at', 'who'];
  const mapping = (more: object) =>
    tinyMapping({
      columns: { item: 'item', at: 'at' },
      time: { formats: ['YYYY-MM-DD HH:mm', 'DD.MM.YYYY'], zone: 'Europe/Berlin' },
      people: ['who'],
      ...more,
    });
  const fatesOf = (files: string[][][], more: object = {}) =>
    readRows({
      logs: files.map((rows) => ({ source: 's', header, rows, mapping: mapping(more) })),
      designs: [tinyDesign()],
      calendar: officeHours,
    });
  const a = ['1', 'A', '2024-03-01 10:00', 'ann'];
  const b = ['1', 'A', '2024-03-02 10:00', 'ann'];
  const bad = ['2', 'A', 'yesterday', 'ann'];
  const lost = ['3', '', '2024-03-01 10:00', 'ann'];

  test.each([
    ['equal copies in one file are two rows', [[a, a]], {}, [2, 0, 0, 0, 2]],
    ['an overlap of two files counts once', [[a, b], [b]], {}, [3, 0, 1, 0, 2]],
    [
      'two copies overlap with two copies',
      [
        [a, a],
        [a, a, a],
      ],
      {},
      [5, 0, 2, 0, 3],
    ],
    ['a key makes copies one row', [[a, a]], { key: ['id'] }, [2, 0, 1, 0, 1]],
    ['the later of one key wins', [[b, a]], { key: ['id'] }, [2, 0, 0, 1, 1]],
    ['no item or no time is rejected', [[a, bad, lost]], {}, [1, 2, 0, 0, 1]],
  ])('%s', (_, files, more, expected) => {
    const { rows, fates } = fatesOf(files, more);
    expect([fates.accepted, fates.rejected, fates.repeated, fates.superseded, rows.length]).toEqual(expected);
    expect(fates.total).toBe(fates.accepted + fates.rejected);
  });

  test('the winner is the later one', () => {
    expect(fatesOf([[b, a]], { key: ['id'] }).rows[0]?.at).toBe(Date.parse('2024-03-02T09:00Z'));
  });

  test.each([
    ['in winter', '2024-03-30 10:00', '2024-03-30T09:00Z'],
    ['in summer', '2024-03-31 10:00', '2024-03-31T08:00Z'],
    ['in the autumn overlap', '2024-10-27 02:30', '2024-10-27T00:30Z'],
    ['in the spring gap', '2024-03-31 02:30', '2024-03-31T01:30Z'],
    ['by another format', '31.03.2024', '2024-03-30T23:00Z'],
  ])('have a local time %s', (_, local, utc) => {
    expect(fatesOf([[['1', 'A', local, 'ann']]]).rows[0]?.at).toBe(Date.parse(utc));
  });

  test('are ordered by the order column as numbers, empty first', () => {
    const row = (order: string): Row => ({ ...(fatesOf([[a]]).rows[0] as Row), order });
    const sorted = ['10', '9', '', 'x', '1.5'].map(row).sort(compareRows);
    expect(sorted.map(({ order }) => order)).toEqual(['', '1.5', '9', '10', 'x']);
  });

  test('take names by the first rule, a pattern over the whole value', () => {
    const renamed = tinyMapping({
      teams: {
        rules: [
          { like: 're(.)', to: 'team-$1' },
          { is: 'red', to: 'no' },
        ],
      },
    });
    expect(itemOf('A build/red@0 done@1d', { mapping: renamed }).team).toBe('team-d');
    expect(itemOf('A build/blue@0 done@1d', { mapping: renamed }).team).toBe('blue');
  });

  test('of a log of changes say one thing each', () => {
    const changes = tinyMapping({
      columns: { item: 'item', at: 'at' },
      changes: { field: 'field', to: 'to', fields: { Status: 'state', Group: 'team' } },
      activities: [{ is: 'Note', to: 'commented' }],
      time: { formats: ['YYYY-MM-DD'], zone: 'UTC' },
    });
    const said: [string, string, string][] = [
      ['2024-01-01', 'Status', 'build'],
      ['2024-01-02', 'Group', 'red'],
      ['2024-01-03', 'Group', ''],
      ['2024-01-04', 'Note', 'red'],
      ['2024-01-05', 'Status', 'done'],
    ];
    const { rows } = readRows({
      logs: [
        {
          source: 's',
          header: ['item', 'at', 'field', 'to'],
          rows: said.map((row) => ['A', ...row]),
          mapping: changes,
        },
      ],
      designs: [tinyDesign()],
      calendar: officeHours,
    });
    expect(rows.map((row) => [row.stage?.kind ?? null, row.team, row.kind])).toEqual([
      ['active', null, 'update'],
      [null, 'red', 'update'],
      [null, null, 'update'],
      [null, null, 'commented'],
      ['done', null, 'update'],
    ]);
  });
});

describe('working time', () => {
  const berlin = { ...officeHours, timeZone: 'Europe/Berlin', holidays: ['2024-04-01'] };
  const allDay = { ...berlin, hours: { sunday: [{ from: '00:00', until: '24:00' }] } };
  test.each([
    ['skips the weekend and the holiday', berlin, '2024-03-29T00:00Z', '2024-04-02T08:00Z', 9],
    ['counts from the middle of a day', berlin, '2024-03-29T15:00Z', '2024-03-30T12:00Z', 1],
    ['gives a spring day 23 hours', allDay, '2024-03-30T00:00Z', '2024-04-02T00:00Z', 23],
    ['gives an autumn day 25 hours', allDay, '2024-10-26T00:00Z', '2024-10-29T00:00Z', 25],
  ])('%s', (_, calendar, from, until, hours) => {
    expect(workingTime({ from: Date.parse(from), until: Date.parse(until) }, calendar) / hour).toBe(hours);
  });
});
