import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '#facts/active-people.ts';
import { namesShown, PresenceCount } from './small-teams.ts';

const teams = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Teams with the people in each, and who stands above whom, now and then in a ring. */
const organisation = fc.record({
  members: fc.array(fc.uniqueArray(fc.nat(14), { maxLength: 9 }), { minLength: 7, maxLength: 7 }),
  above: fc.array(fc.option(fc.constantFrom(...teams, 'office'), { nil: undefined }), { minLength: 7, maxLength: 7 }),
});

const presenceOf = (people: readonly number[]): PresenceCount => {
  const count = new PresenceCount();
  for (const person of people) count.add(person, told.assigned);
  return count;
};

test('what stands under a name is the work of nobody, of five people, or of all there are', () => {
  fc.assert(
    fc.property(organisation, ({ members, above }) => {
      const people = new Map(teams.map((team, index) => [team, members[index] ?? []]));
      const parents = new Map(teams.map((team, index) => [team, above[index]]));
      const names = namesShown(new Map([...people].map(([team, all]) => [team, presenceOf(all)])), parents);
      expect([...names.keys()].sort()).toEqual(teams);
      const all = new Set(members.flat()).size;
      for (const under of Map.groupBy(teams, (team) => names.get(team)).values()) {
        const size = new Set(under.flatMap((team) => people.get(team) ?? [])).size;
        expect(size === 0 || size >= Math.min(5, all)).toBe(true);
      }
    }),
  );
});

test('a team is shown under its own name, that of one above it, or none', () => {
  fc.assert(
    fc.property(organisation, ({ members, above }) => {
      const parents = new Map(teams.map((team, index) => [team, above[index]]));
      const present = new Map(teams.map((team, index) => [team, presenceOf(members[index] ?? [])]));
      for (const [team, name] of namesShown(present, parents)) {
        const path = [team];
        for (let up = parents.get(team); up !== undefined && !path.includes(up); up = parents.get(up)) path.push(up);
        expect([...path, '(small teams)']).toContain(name);
      }
    }),
  );
});
