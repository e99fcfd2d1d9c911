import { expect, test } from 'vitest';
import { People } from './people.ts';

/** Two pairs of names that have the same hash, and so many others that everybody is forgotten in between. */
const names = [
  'dxreljoq',
  'uytnixct',
  'jysvtgyp',
  'tqldvdki',
  ...Array.from({ length: 200_000 }, (_, i) => `Person ${i}`),
];

test('every person keeps a pseudonym and a role of their own, however many there are', () => {
  const people = new People(
    (raw) => `p-${raw}`,
    (raw) => `${raw},r`,
  );
  const out = new Uint8Array(100);
  const wrong = names.filter((name) => {
    const bytes = Buffer.from(`x${name}x`);
    people.makeRoom(1);
    const person = people.find(bytes, 1, bytes.length - 1);
    const pseudonym = Buffer.from(out.subarray(0, people.writePseudonym(out, 0, person))).toString();
    const role = Buffer.from(out.subarray(0, people.writeRole(out, 0, person))).toString();
    return pseudonym !== `p-${name}` || role !== `"${name},r"`;
  });
  expect(wrong).toEqual([]);
});

test('a pseudonym is asked for once a name', () => {
  const asked: string[] = [];
  const people = new People(
    (raw) => {
      asked.push(raw);
      return 'p';
    },
    () => '',
  );
  const few = names.slice(0, 20_000);
  for (const name of [...few, ...few]) people.find(Buffer.from(name), 0, name.length);
  expect(asked).toEqual(few);
});

test('only a person who was met is known', () => {
  const people = new People(
    () => 'p',
    () => '',
  );
  const ann = Buffer.from('Ann');
  expect(people.knows(ann, 0, 3)).toBe(false);
  people.find(ann, 0, 3);
  expect(people.knows(ann, 0, 3)).toBe(true);
  expect(people.knows(ann, 0, 2)).toBe(false);
});
