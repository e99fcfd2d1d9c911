import { describe, expect, test } from 'vitest';
import { historyIn } from './fixtures/history.ts';
import { at } from './fixtures/log.ts';
import type { ItemHistory } from './item-history.ts';

const day = 86_400_000;
const asOf = '20d';

const itemOf = (log: string, until = asOf): ItemHistory => historyIn(log, at(until)).item;

/** Days since the first Monday, so that rows can be read. */
const inDays = (instant: number): number | null => (Number.isNaN(instant) ? null : (instant - at('0')) / day);

const classes = ['active', 'queue', 'handoff', 'decision', 'blocked', 'unmapped'];

const daysBy = (sums: Float64Array): string =>
  classes.flatMap((name, index) => (sums[index] ? [`${name} ${(sums[index] ?? 0) / day}`] : [])).join(', ');

describe('time since created is', () => {
  test.each([
    ['active in active stages', 'A active@0 test@1d done@3d', 'active 3'],
    ['queue in new and queue stages', 'A new@0 queue@1d done@3d', 'queue 3'],
    ['decision in decision stages', 'A decision@0 board@2d done@3d', 'decision 3'],
    ['unmapped in a stage of no known kind', 'A odd@0 done@2d', 'unmapped 2'],
    ['unmapped where no stage was ever told', 'A .@0 .@3d', 'unmapped 20'],
    ['that of the first stage before the first row', 'A^-2d queue@0 active@1d done@2d', 'active 1, queue 3'],
    ['that of the first stage before the first row that tells one', 'A .@0 queue@2d done@3d', 'queue 3'],
    ['counted until figures are read while it is open', 'A active@0', 'active 20'],
    ['not counted after it is done', 'A active@0 done@1d .@5d', 'active 1'],
    ['not counted after it is cancelled', 'A active@0 dropped@1d .@5d', 'active 1'],
    ['not counted in the pause before a reopening', 'A active@0 done@1d active@4d done@6d', 'active 3'],
    ['not counted between two done stages', 'A active@0 done@1d shipped@2d active@3d done@4d', 'active 2'],
    ['not changed by a row without a stage', 'A queue@0 .@1d active@2d done@3d', 'active 1, queue 2'],
    ['blocked until unblocked', 'A active@0 block@1d unblock@3d done@4d', 'active 2, blocked 2'],
    ['blocked whatever the stage', 'A queue@0 block@1d active@2d unblock@3d done@4d', 'active 1, queue 1, blocked 2'],
    ['blocked until the end where nothing unblocks', 'A active@0 block@1d done@3d', 'active 1, blocked 2'],
    ['not blocked by being unblocked', 'A active@0 unblock@1d done@2d', 'active 2'],
    [
      'not blocked while it is done, and blocked again after',
      'A active@0 block@1d done@2d active@3d done@4d',
      'active 1, blocked 2',
    ],
    ['handoff until the receiver acts', 'A red active@0 ./blue@1d .@3d done@4d', 'active 2, handoff 2'],
    [
      'handoff until the receiver acts under its name',
      'A red active@0 ./blue@1d ./blue@3d done@4d',
      'active 2, handoff 2',
    ],
    ['handoff past comments', 'A red active@0 ./blue@1d comment@2d .@3d done@4d', 'active 2, handoff 2'],
    ['handoff past rows of the same instant', 'A red active@0 ./blue@1d .@1d .@2d done@3d', 'active 2, handoff 1'],
    ['handoff until a further change', 'A red active@0 ./blue@1d ./green@2d .@3d done@4d', 'active 2, handoff 2'],
    [
      'handoff after a further change that is a comment',
      'A red active@0 ./blue@1d comment/red@2d .@3d done@4d',
      'active 2, handoff 2',
    ],
    ['handoff until the end where nobody acts', 'A red active@0 ./blue@1d done@3d', 'active 1, handoff 2'],
    ['handoff in any stage', 'A red active@0 queue/blue@1d .@3d done@4d', 'active 1, queue 1, handoff 2'],
    ['blocked rather than handoff', 'A red active@0 ./blue@1d block@2d .@3d done@4d', 'active 1, handoff 1, blocked 2'],
    ['no handoff when the first team comes', 'A active@0 ./red@1d .@2d done@3d', 'active 3'],
    ['no handoff when no team is told', 'A red active@0 .@1d ./red@2d done@3d', 'active 3'],
    ['no handoff after it is done', 'A red active@0 done@1d ./blue@2d active@3d done@4d', 'active 2'],
    ['nothing for rows of one instant', 'A queue@1d active@1d done@1d', ''],
  ])('%s', (_, log, expected) => {
    expect(daysBy(itemOf(log).lead)).toBe(expected);
  });
});

describe('time since the start', () => {
  test.each([
    ['leaves out what was new', 'A new@0 queue@1d active@2d done@3d', 'active 1, queue 1'],
    ['takes what is new again', 'A new@0 active@1d new@2d active@4d done@5d', 'active 2, queue 2'],
    ['begins at created when the first stage starts it', 'A^-1d active@0 done@1d', 'active 2'],
    ['is none where nothing started', 'A new@0 done@3d', ''],
  ])('%s', (_, log, expected) => {
    expect(daysBy(itemOf(log).flow)).toBe(expected);
  });

  test('is kept as working time too', () => {
    const { leadWorking, flowWorking, workedToEnd } = itemOf('A new@0 queue@12d active@24d done@48d', '60d');
    expect([daysBy(leadWorking), daysBy(flowWorking), workedToEnd / day]).toEqual([
      'active 2, queue 2',
      'active 2, queue 1',
      3,
    ]);
  });
});

describe('an item', () => {
  test.each([
    ['starts in a queue', 'A new@0 queue@1d active@2d done@3d', 1, 'done', 3],
    ['starts in an active stage', 'A new@0 active@2d done@3d', 2, 'done', 3],
    ['starts in a decision', 'A new@0 decision@2d done@3d', 2, 'done', 3],
    ['does not start in a stage of no known kind', 'A odd@0 active@2d done@3d', 2, 'done', 3],
    ['starts once', 'A active@0 new@1d active@2d done@3d', 0, 'done', 3],
    ['never started', 'A new@0 done@1d', null, 'done', 1],
    ['ends as its last run of done stages begins', 'A active@0 done@1d shipped@2d done@3d', 0, 'done', 1],
    ['ends anew after a reopening', 'A active@0 done@1d active@2d done@3d', 0, 'done', 3],
    ['is open when reopened last', 'A active@0 done@1d active@2d', 0, 'open', null],
    ['is open in a stage of no known kind', 'A active@0 done@1d odd@2d', 0, 'open', null],
    ['is cancelled after it was done', 'A active@0 done@1d dropped@2d', 0, 'cancelled', 2],
    ['is done after it was cancelled', 'A active@0 dropped@1d done@2d', 0, 'done', 2],
  ])('%s', (_, log, started, status, ended) => {
    const item = itemOf(log);
    expect([inDays(item.started), item.status, inDays(item.ended)]).toEqual([started, status, ended]);
  });

  test.each([
    ['at its first row', 'A active@1d', 1, false],
    ['when it says so, and its first stage is assumed', 'A^-1d active@1d', -1, true],
    ['never after its first row', 'A^4d active@1d', 1, false],
    ['at its first row, with the first stage assumed until it is told', 'A .@1d active@2d', 1, true],
  ])('is created %s', (_, log, created, assumed) => {
    const item = itemOf(log);
    expect([inDays(item.created), item.assumed]).toEqual([created, assumed]);
  });

  test.each([
    ['has the team of its end', 'A red active@0 done@1d ./blue@2d', 'red', 2],
    ['has the team of a row at the instant of its end', 'A red active@0 done@1d ./blue@1d', 'blue', 3],
    ['has its last team while it is open', 'A red active@0 ./blue@1d .@2d', 'blue', 3],
    ['has the team after a reopening', 'A red active@0 done@1d ./blue@2d active@3d done@4d', 'blue', 5],
    ['has no team when none was told', 'A active@0 done@1d', undefined, 2],
  ])('%s', (_, log, team, rows) => {
    const { item, teams } = historyIn(log, at(asOf));
    expect([teams[item.team], item.rowsToEnd]).toEqual([team, rows]);
  });

  test.each([
    ['the last promise before the start', 'A new@0!9d .@1d!8d active@2d .@3d!7d', 9, 8],
    ['the promise at the start', 'A new@0!9d active@2d!6d .@2d!5d', 9, 5],
    ['the first promise after the start where none was before', 'A active@0 .@1d!5d .@2d!7d', 5, 5],
    ['no promise where none was stated', 'A active@0 done@4d', null, null],
  ])('counts %s', (_, log, first, counting) => {
    const { firstPromise, promise } = itemOf(log);
    expect([inDays(firstPromise), inDays(promise)]).toEqual([first, counting]);
  });
});

describe('visits are cut', () => {
  test.each([
    ['where the stage changes', 'A red active@0 test@1d done@3d', 'active/red 0-1, test/red 1-3, done/red 3-'],
    ['where the team changes', 'A red active@0 ./blue@1d done@3d', 'active/red 0-1, active/blue 1-3, done/blue 3-'],
    ['once where both change on one row', 'A red active@0 test/blue@1d', 'active/red 0-1, test/blue 1-'],
    [
      'twice where they change on two rows of one instant',
      'A red active@0 test@1d ./blue@1d',
      'active/red 0-1, test/red 1-1, test/blue 1-',
    ],
    ['where the first team comes later', 'A active@0 ./red@1d', 'active/ 0-1, active/red 1-'],
    ['nowhere else', 'A red active@0 .@1d active/red@2d comment@3d', 'active/red 0-'],
    ['from created on', 'A^-1d active@0 done@2d', 'active/ -1-2, done/ 2-'],
  ])('%s', (_, log, expected) => {
    const { item, stages, teams } = historyIn(log, at(asOf));
    const told = item.visits.map(
      ({ stage, team, entered, left }) =>
        `${stages[stage]}/${teams[team] ?? ''} ${inDays(entered)}-${inDays(left) ?? ''}`,
    );
    expect(told.join(', ')).toBe(expected);
  });

  test('and know where they came from, and what of their time was handed over or blocked', () => {
    const [, second, third] = itemOf(
      'A red active@0 ./blue@12d .@24d block@36d test@60d unblock@72d done@84d',
      '96d',
    ).visits;
    expect(second).toMatchObject({
      fromTeam: 0,
      working: 4 * day,
      handoff: 12 * day,
      handoffWorking: day,
      blocked: 24 * day,
      blockedWorking: 2 * day,
    });
    expect(third).toMatchObject({ fromStage: 0, blocked: 12 * day, blockedWorking: day, handoff: 0 });
  });
});

describe('a hand-off', () => {
  test.each([
    ['is answered by the first action', 'A red active@0 ./blue@1d .@3d', 'red>blue in active at 1: 2 answered'],
    [
      'is not answered by a comment',
      'A red active@0 ./blue@1d comment@2d done@4d',
      'red>blue in active at 1: 3 answered',
    ],
    [
      'is not answered where the item goes on',
      'A red active@0 ./blue@1d ./red@2d',
      'red>blue in active at 1: 1, blue>red in active at 2: 18',
    ],
    ['still waits when figures are read', 'A red active@0 ./blue@1d', 'red>blue in active at 1: 19'],
    ['is into the stage that begins with it', 'A red active@0 test/blue@1d .@2d', 'red>blue in test at 1: 1 answered'],
    [
      'is into the stage that begins at the same instant',
      'A red active@0 ./blue@1d test@1d .@2d',
      'red>blue in test at 1: 1 answered',
    ],
    ['into a done stage waits for nobody', 'A red active@0 done/blue@1d .@2d', 'red>blue in done at 1: 0'],
    ['after the end waits for nobody', 'A red active@0 done@1d ./blue@2d .@3d', 'red>blue in done at 2: 0'],
    ['is none when the first team comes', 'A active@0 ./red@1d', ''],
  ])('%s', (_, log, expected) => {
    const { item, stages, teams } = historyIn(log, at(asOf));
    const told = item.handoffs.map(
      ({ from, to, stage, at: when, waited, answered }) =>
        `${teams[from]}>${teams[to]} in ${stages[stage]} at ${inDays(when)}: ${waited / day}${answered ? ' answered' : ''}`,
    );
    expect(told.join(', ')).toBe(expected);
  });
});

describe('counted are', () => {
  type Counts = Partial<ItemHistory>;
  const cases: [string, string, Counts][] = [
    [
      'A, B, A as ping-pong and return',
      'A red active@0 ./blue@1d ./red@2d',
      { pingPong: true, anyReturn: true, teams: 2 },
    ],
    ['A, B, B, A as ping-pong', 'A red active@0 ./blue@1d ./blue@2d .@3d ./red@4d', { pingPong: true }],
    [
      'A, B, C, A as return only',
      'A red active@0 ./blue@1d ./green@2d ./red@3d',
      { pingPong: false, anyReturn: true, teams: 3 },
    ],
    ['A, B as neither', 'A red active@0 ./blue@1d', { pingPong: false, anyReturn: false }],
    ['A alone as neither', 'A red active@0 ./red@1d', { pingPong: false, anyReturn: false, teams: 1 }],
    [
      'persons apart from teams',
      'A red active~ann@0 .~bob@1d .@2d .~ann@3d',
      { personHandoffs: 2, personPingPong: true, people: 2, handoffs: [] },
    ],
    [
      'a stage that is entered again as rework',
      'A active@0 test@1d active@2d',
      { rework: true, activeVisits: 3, repeatedActiveVisits: 1 },
    ],
    [
      'a queue that is entered again as rework without work',
      'A queue@0 active@1d queue@2d',
      { rework: true, activeVisits: 1, repeatedActiveVisits: 0 },
    ],
    [
      'a stage that is only told again as none',
      'A active@0 active@1d',
      { rework: false, activeVisits: 1, stageMoves: 0 },
    ],
    [
      'a stage with two teams as one entry',
      'A red active@0 ./blue@1d',
      { rework: false, activeVisits: 1, repeatedActiveVisits: 0 },
    ],
    [
      'a loop by design as no rework',
      'A loop@0 queue@1d loop@2d',
      { rework: false, activeVisits: 2, repeatedActiveVisits: 0 },
    ],
    ['rework around a loop as rework', 'A active@0 loop@1d active@2d', { rework: true, repeatedActiveVisits: 1 }],
    [
      'an activity that occurs twice as raw rework',
      'A active@0 comment@1d comment@2d',
      { rawRework: true, comments: 2 },
    ],
    [
      'activities that occur once as none',
      'A active@0 comment@1d approval@2d',
      { rawRework: false, comments: 1, approvalsAsked: 1 },
    ],
    [
      'each way out of a done stage as a reopening',
      'A active@0 done@1d active@2d done@3d odd@4d done@5d',
      { reopened: 2 },
    ],
    ['moves between done stages as none', 'A active@0 done@1d shipped@2d dropped@3d', { reopened: 0 }],
    ['ways out of a cancelled stage as none', 'A active@0 dropped@1d active@2d', { reopened: 0 }],
    ['a way to a queue and back as interruption', 'A active@0 queue@1d active@2d', { interruptions: 1 }],
    ['a way to a decision and back as interruption', 'A active@0 decision@1d active@2d', { interruptions: 1 }],
    ['a way through two waiting stages as none', 'A active@0 queue@1d decision@2d active@3d', { interruptions: 0 }],
    ['a way to a queue and on as none', 'A active@0 queue@1d test@2d active@3d', { interruptions: 0 }],
    ['a way through new and back as none', 'A active@0 new@1d active@2d', { interruptions: 0 }],
    ['a way through another active stage and back as none', 'A active@0 test@1d active@2d', { interruptions: 0 }],
    ['a way over done and back as none', 'A active@0 queue@1d done@2d active@3d', { interruptions: 0 }],
    ['each return as one', 'A active@0 queue@1d active@2d queue@3d active@4d', { interruptions: 2 }],
    ['a block while somebody works as interruption', 'A active@0 block@1d unblock@2d done@3d', { interruptions: 1 }],
    [
      'a second block during the first as none',
      'A active@0 block@1d block@2d unblock@3d done@4d',
      { interruptions: 1 },
    ],
    ['each block as one', 'A active@0 block@1d unblock@2d block@3d unblock@4d done@5d', { interruptions: 2 }],
    ['a block in a queue as none', 'A queue@0 block@1d unblock@2d done@3d', { interruptions: 0 }],
    ['a block during a hand-over as none', 'A red active@0 ./blue@1d block@2d .@3d done@4d', { interruptions: 0 }],
    ['a block as work begins as none', 'A queue@0 active@1d block@1d done@2d', { interruptions: 0 }],
    ['moves of stage one by one', 'A queue@0 active@1d test@2d active@3d', { stageMoves: 3 }],
  ];
  test.each(cases)('%s', (_, log, expected) => {
    expect(itemOf(log)).toMatchObject(expected);
  });
});
