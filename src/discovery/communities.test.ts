import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grouping } from './adjusted-rand.ts';
import { bestRegrouping, crossing, findCommunities, type Link, modularityOf } from './communities.ts';

/** `ab3` is three hand-overs between a and b. */
const links = (text: string): Link[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ a: word.charAt(0), b: word.charAt(1), weight: Number(word.slice(2)) }));

/** `ab|c` has a and b in one group and c in another. */
const grouping = (text: string): Grouping =>
  new Map(text.split('|').flatMap((group, index) => Array.from(group).map((team) => [team, index] as const)));

const groups = (text: string) => text.split('|').map((group) => Array.from(group));

test.each([
  ['two triangles with one bridge', 'ab9 bc9 ac9 de9 ef9 df9 cd1', 'abc|def'],
  ['both directions added up', 'ab1 ba5 bc3 cd3 dc3', 'ab|cd'],
  ['one group when all are tied alike', 'ab1 bc1 ac1', 'abc'],
  ['a team alone that hands over nothing', 'ab4 xx2', 'ab|x'],
])('teams that hand work to each other are found as %s', (_, text, expected) => {
  expect(findCommunities([], links(text)).groups).toEqual(groups(expected));
});

test('without hand-overs each team stands alone and there is no modularity', () => {
  expect(findCommunities(['b', 'a'], [])).toEqual({ groups: [['a'], ['b']], modularity: null });
});

test.each([
  ['two triangles with one bridge', 'ab1 bc1 ac1 de1 ef1 df1 cd1', 'abc|def', 5 / 14],
  ['all in one group', 'ab1 bc1 ac1', 'abc', 0],
  ['groups across the flow', 'ab1 cd1', 'ac|bd', -1 / 2],
  ['weights counted', 'ab3 cd1', 'ab|cd', 1 - 9 / 16 - 1 / 16],
  ['teams that are in no group, as groups of their own', 'ab1 cd1', 'ab', 1 / 4 - 1 / 16 - 1 / 16],
])('modularity reads %s', (_, text, teams, expected) => {
  expect(modularityOf([], links(text), grouping(teams))).toBeCloseTo(expected, 12);
});

test.each([
  ['the team whose work is elsewhere', 'ab1 bc5 cd2', 'ab|cd', { team: 'b', from: 0, to: 1, removes: 4 }],
  ['nobody when all is as good as one move can make it', 'ab3 cd3 ac1', 'ab|cd', undefined],
  ['the first by name of two that would gain alike', 'ab1 bc5 cd1', 'ab|cd', { team: 'b', from: 0, to: 1, removes: 4 }],
  ['nobody whom the grouping does not know', 'ax9 ab1', 'ab', undefined],
])('the best regrouping moves %s', (_, text, teams, expected) => {
  expect(bestRegrouping(links(text), grouping(teams))).toEqual(expected);
});

test('hand-overs to a team without a group cross a border', () => {
  expect(crossing(links('ab3 bc2 xy4 xx1'), grouping('ab|c'))).toEqual({ inside: 4, across: 6 });
});

const network = fc.array(
  fc.record({
    a: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    b: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    weight: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 15 },
);

test('the groups found do not depend on the order in which teams and hand-overs are told', () => {
  fc.assert(
    fc.property(network, fc.infiniteStream(fc.nat()), (told, shuffle) => {
      const again = told
        .map(({ a, b, weight }) => ({ a: b, b: a, weight, place: shuffle.next().value ?? 0 }))
        .sort((x, y) => x.place - y.place);
      expect(findCommunities(['f', 'a'], again)).toEqual(findCommunities(['a', 'f'], told));
    }),
  );
});

test('no grouping drawn at random follows the flow better than the one found', () => {
  const random = fc.array(fc.nat(3), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(network, random, (told, drawn) => {
      const other: Grouping = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((team, index) => [team, drawn[index] ?? 0]));
      const best = findCommunities([], told).modularity;
      if (best === null) return;
      expect(best).toBeGreaterThanOrEqual((modularityOf([], told, other) ?? 0) - 1e-9);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('the modularity found is that of the groups found, and what a regrouping removes is what it removes', () => {
  fc.assert(
    fc.property(network, (told) => {
      const found = findCommunities([], told);
      const own: Grouping = new Map(
        found.groups.flatMap((teams, group) => teams.map((team) => [team, group] as const)),
      );
      expect(modularityOf([], told, own)).toBe(found.modularity);
      const halves: Grouping = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((team, index) => [team, index % 2]));
      const move = bestRegrouping(told, halves);
      if (!move) return;
      const moved: Grouping = new Map(halves).set(move.team, move.to);
      expect(crossing(told, halves).across - crossing(told, moved).across).toBe(move.removes);
    }),
  );
});
