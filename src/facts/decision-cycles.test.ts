import { describe, expect, test } from 'vitest';
import type { StepKind } from '#model/kinds.ts';
import { type Cycle, cyclesOf, type Told } from './decision-cycles.ts';

const day = 86_400_000;
const asOf = 100 * day;

const ranks: Readonly<Record<string, number>> = { member: 1, lead: 2, peer: 2, head: 3, chief: 4 };

const written = /^(?<kind>[a-z-]+)(?:\((?<by>\w+)\))?@(?<at>\d+)(?:=(?<outcome>\w+))?$/;

/** Steps such as `ask(lead)@0 decide(lead)@2=yes`: who took them, on which day, with what outcome. */
const steps = (text: string): Told[] =>
  text.split(' ').map((word) => {
    const step = written.exec(word)?.groups;
    if (!step) throw new Error(`not a step: ${word}`);
    const by = step.by ?? null;
    const rank = by === null ? null : (ranks[by] ?? null);
    const level = rank === null ? null : `level-${rank}`;
    return { at: Number(step.at) * day, kind: step.kind as StepKind, outcome: step.outcome, by, level };
  });

/** A level is called after its rank. */
const rankOf = (level: string | null): number | null => (level === null ? null : Number(level.slice('level-'.length)));

const cycles = (text: string, named = true): Cycle[] =>
  cyclesOf(steps(text), { created: -day, escalationsNamed: named, rankAt: () => rankOf });

const first = (text: string, named = true): Cycle => {
  const [cycle] = cycles(text, named);
  if (!cycle) throw new Error('no cycle');
  return cycle;
};

const inDays = (ms: number | null): number | null => (ms === null ? null : ms / day);

describe('a decision is cut', () => {
  test.each([
    ['at each reopening', 'ask@0 decide@1 reopen@5 decide@7 reopen@9', ['0-1', '5-7', '9-']],
    ['at an ask after it was communicated', 'ask@0 decide@1 communicate@2 ask@3 decide@4', ['0-1', '3-4']],
    ['at an ask after it was acted on', 'ask@0 decide@1 act@2 ask@3', ['0-1', '3-']],
    ['not at an ask before that', 'ask@0 decide@1 ask@3 decide@4', ['0-4']],
    ['not at other steps after that', 'ask@0 decide@1 act@2 discuss@3 decide@4', ['0-4']],
    ['not at a second ask', 'ask@0 decide@1 act@2 ask@3 ask@4 decide@5', ['0-1', '3-5']],
    ['not before its first step', 'reopen@2 decide@3', ['-1-3']],
  ])('%s', (_, text, expected) => {
    expect(cycles(text).map(({ raised, decided }) => `${inDays(raised)}-${inDays(decided) ?? ''}`)).toEqual(expected);
  });
});

describe('a decision is', () => {
  test.each([
    ['raised by its first ask', 'discuss@0 ask@2 decide@3', 2, 3],
    ['raised when the item was created where nobody asks', 'discuss@0 decide@3', -1, 3],
    ['decided by its last decide step', 'ask@0 decide@1 decide@4', 0, 4],
    ['open while something is asked after it', 'ask@0 decide@1 ask@4', 0, null],
    ['open while it is escalated after it', 'ask@0 decide@1 escalate@4', 0, null],
    ['decided whatever else comes after it', 'ask@0 decide@1 discuss@2 return@3', 0, 1],
    ['open without a decide step', 'ask@0 discuss@1', 0, null],
  ])('%s', (_, text, raised, decided) => {
    const cycle = first(text);
    expect([inDays(cycle.raised), inDays(cycle.decided)]).toEqual([raised, decided]);
  });

  test('reopened when the next cycle is raised', () => {
    expect(cycles('ask@0 decide@1 reopen@5 ask@6 decide@7').map(({ reopenedAt }) => inDays(reopenedAt))).toEqual([
      5,
      null,
    ]);
  });
});

describe('of a decision,', () => {
  test.each([
    ['the first step is not the ask', 'ask@0 ask@1 discuss@2 decide@3', { firstStep: 2 }],
    ['the first step comes after it was raised', 'discuss@0 ask@1 decide@3', { firstStep: 3 }],
    ['the first step may come at once', 'ask@0 decide@0', { firstStep: 0 }],
    ['there is no first step where none came', 'ask@0', { firstStep: null }],
    [
      'it is communicated and acted on once decided',
      'ask@0 act@1 decide@2 communicate@3 act@4 communicate@5',
      { communicated: 3, acted: 4 },
    ],
    ['it may be acted on at once', 'ask@0 decide@2 act@2', { communicated: null, acted: 2 }],
    ['nothing is acted on while it is open', 'ask@0 act@1', { acted: null }],
  ])('%s', (_, text, expected) => {
    const cycle = first(text);
    for (const [name, value] of Object.entries(expected)) {
      expect(inDays(cycle[name as 'firstStep' | 'communicated' | 'acted'])).toBe(value);
    }
  });

  test('a reopening is not its own first step', () => {
    expect(inDays(cycles('ask@0 decide@1 reopen@5 decide@7')[1]?.firstStep ?? null)).toBe(7);
  });

  test.each([
    [
      'the deciding step settles who, where and what',
      'ask(lead)@0 decide(lead)@1=yes decide(head)@2=no',
      'head',
      3,
      'no',
    ],
    ['nobody settles an open one', 'ask(lead)@0', null, null, null],
    ['the level is unknown where nobody is named', 'ask@0 decide@2=yes', null, null, 'yes'],
  ])('%s', (_, text, decidedBy, rank, outcome) => {
    expect(first(text)).toMatchObject({ decidedBy, rank, outcome, level: rank === null ? null : `level-${rank}` });
  });

  test.each([
    ['until anything else comes', 'ask@0 ask-information@1 give-information@4 decide@5', 3],
    ['from being returned', 'ask@0 return@1 ask@3 decide@5', 2],
    ['from the first of two equal steps', 'ask@0 ask-information@1 ask-information@2 decide@5', 4],
    ['on and on while it is asked for and returned', 'ask@0 ask-information@1 return@2 discuss@4 decide@5', 3],
    ['until figures are read where nothing comes', 'ask@0 ask-information@90', 10],
    ['not at all after it was decided', 'ask@0 decide@5 ask-information@6', 0],
    ['twice', 'ask@0 ask-information@1 discuss@2 return@3 decide@5', 3],
  ])('information is waited for %s', (_, text, days) => {
    const { informationWait, informationSince } = first(text);
    const goesOn = informationSince === null ? 0 : asOf - informationSince;
    expect(inDays(informationWait + goesOn)).toBe(days);
  });

  test.each([
    ['named escalations are counted', 'ask(lead)@0 escalate(head)@1 escalate(chief)@2 decide(chief)@3', true, 2, 0],
    ['climbs are none where escalations are named', 'ask(lead)@0 decide(chief)@3', true, 0, 0],
    [
      'climbs are counted where they are not named',
      'ask(lead)@0 ask(head)@1 ask(chief)@2 decide(chief)@3',
      false,
      2,
      0,
    ],
    ['a climb is above all before, not only the last', 'ask(head)@0 ask(lead)@1 ask(head)@2 ask(chief)@3', false, 1, 0],
    ['the first known level is no climb', 'ask@0 ask(chief)@1 decide@2', false, 0, 0],
    ['another on the same level is sideways', 'ask(lead)@0 ask(peer)@1 decide(peer)@3', true, 0, 1],
    ['a step of unknown level is not sideways', 'ask(lead)@0 ask@1 decide@3', true, 0, 0],
    ['named escalations are none without one, whatever is known of levels', 'ask@0 decide@3', true, 0, null],
    ['nothing tells of an escalation where none is named and no level known', 'ask@0 decide@3', false, null, null],
    ['a way to another level is not sideways', 'ask(lead)@0 decide(head)@3', true, 0, 0],
    ['nothing after the decision counts', 'ask(lead)@0 decide(lead)@1 discuss(peer)@2 discuss(chief)@3', false, 0, 0],
  ])('%s', (_, text, named, escalations, sideways) => {
    expect(first(text, named)).toMatchObject({ escalations, sideways });
  });

  test.each([
    ['the highest level up to the decision', 'ask(lead)@0 escalate(chief)@1 decide(head)@2', 4],
    ['no level that came after', 'ask(lead)@0 decide(lead)@1 discuss(chief)@2', 2],
    ['none where no level is known', 'ask@0 decide@1', null],
  ])('%s is reached', (_, text, rank) => {
    expect(first(text).rankReached).toBe(rank);
  });

  test.each([
    ['one that was asked for', 'ask(lead)@0 decide(lead)@2', 1, 2],
    ['two in a row', 'ask(lead)@0 decide(lead)@2 ask(head)@3 decide(head)@7', 2, 3],
    ['two that touch', 'ask(lead)@0 decide(lead)@2 ask(head)@2 decide(head)@4', 2, 2],
    ['two side by side as one', 'ask(lead)@0 ask(head)@1 decide(lead)@3 decide(head)@5', 1, 5],
    ['one inside another as one', 'ask(lead)@0 ask(head)@1 decide(head)@2 decide(lead)@6', 1, 6],
    [
      'one that overlaps two as one',
      'ask(lead)@0 ask(head)@1 decide(lead)@3 ask(chief)@4 decide(head)@5 decide(chief)@7',
      1,
      7,
    ],
    ['an escalation as asked for', 'ask(lead)@0 escalate(head)@1 decide(head)@4', 1, 3],
    ['the latest unanswered one where the names differ', 'ask(lead)@0 ask(head)@1 decide(chief)@4', 1, 3],
    ['the latest ask of the same name', 'ask(lead)@0 ask(lead)@1 ask(head)@2 decide(lead)@4', 1, 3],
    ['one that nobody asked for, without waiting', 'discuss(lead)@0 decide(lead)@2', 1, 0],
    ['a second without asking, without waiting', 'ask(lead)@0 decide(lead)@2 decide(head)@4', 2, 1],
    ['one answered at once, without waiting', 'ask(lead)@2 decide(lead)@2', 1, 0],
    ['none where nothing is decided', 'ask(lead)@0', 0, null],
  ])('approvals are layers: %s', (_, text, layers, wait) => {
    const cycle = first(text);
    expect([cycle.layers, inDays(cycle.layerWait)]).toEqual([layers, wait]);
  });

  test('discussions and returns before it are revisits', () => {
    expect(first('ask@0 discuss@1 return@2 discuss@3 decide@4 discuss@5').revisits).toBe(3);
  });

  test('the path shows steps and levels up to it', () => {
    expect(first('ask(lead)@0 escalate(head)@1 discuss@2 decide(head)@4 act@5').path).toBe(
      'ask@level-2 > escalate@level-3 > discuss > decide@level-3',
    );
  });
});

describe('earlier approvals are', () => {
  test.each([
    [
      'those before the word that settles it',
      'ask@0 decide(peer)@1=yes decide(lead)@2=yes decide(head)@3=no',
      'peer lead',
    ],
    ['none where one word settled it', 'ask@0 decide(lead)@1=yes', ''],
    ['not those of an earlier decision', 'ask@0 decide(peer)@1 decide(lead)@2 reopen@5 decide(head)@6', 'peer'],
    ['all while the matter is open', 'ask@0 decide(peer)@1=yes ask@2', 'peer'],
  ])('%s', (_, text, expected) => {
    expect(
      first(text)
        .earlierApprovals.map(({ by }) => by)
        .join(' '),
    ).toBe(expected);
  });
});
