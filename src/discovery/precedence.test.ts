import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Precedence, precedenceOrder } from './precedence.ts';

/** `AB3` says that three cases met A before B. */
const votes = (text: string): Precedence[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ before: letter(word, 0), after: letter(word, 1), cases: Number(word.slice(2)) }));

const letter = (word: string, at: number): number => word.charCodeAt(at) - 65;

test.each([
  ['every case agrees with', 3, 'CA5 AB5 CB5', 'CAB'],
  ['the majority wants', 2, 'AB2 BA3', 'BA'],
  ['contradicts the fewest cases of a ring', 3, 'AB5 BC4 CA2', 'ABC'],
  ['gives up the weakest vote of a ring, wherever it lies', 3, 'AB2 BC5 CA4', 'BCA'],
  ['follows from places between where two never meet', 3, 'CB9 BA9', 'CBA'],
  ['was handed in where nothing is known', 4, '', 'ABCD'],
  ['was handed in where the votes are even', 2, 'AB3 BA3', 'AB'],
  ['has one place', 1, '', 'A'],
  ['has none', 0, '', ''],
])('the order is the one that %s', (_, size, text, order) => {
  expect(
    precedenceOrder(size, votes(text))
      .map((place) => String.fromCharCode(65 + place))
      .join(''),
  ).toBe(order);
});

test.each([8, 13, 14, 30])('an order of %i places is found again from pairwise majorities', (size) => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
      fc.array(fc.nat(40), { minLength: size * size, maxLength: size * size }),
      (order, noise) => {
        const precedences = order.flatMap((before, at) =>
          order.slice(at + 1).flatMap((after, step) => {
            const against = noise[at * size + step] ?? 0;
            return [
              { before, after, cases: against + 1 },
              { before: after, after: before, cases: against },
            ];
          }),
        );
        expect(precedenceOrder(size, precedences)).toEqual(order);
      },
    ),
    { numRuns: 20 },
  );
});

test('no order contradicts fewer cases than the one found, and none is better after moving one place', () => {
  const precedence = fc.record({ before: fc.nat(4), after: fc.nat(4), cases: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(precedence), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (precedences, other) => {
      const contradicted = (order: readonly number[]): number =>
        precedences
          .filter(({ before, after }) => order.indexOf(before) > order.indexOf(after))
          .reduce((sum, { cases }) => sum + cases, 0);
      expect(contradicted(precedenceOrder(5, precedences))).toBeLessThanOrEqual(contradicted(other));
    }),
  );
});
