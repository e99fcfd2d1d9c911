import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { chainShares } from './chain-shares.ts';

const shortNames = { i: 'investment', p: 'initiative', c: 'capability', o: 'outcome', b: 'benefit' } as const;
type Short = keyof typeof shortNames;
const isShort = (letter: string): letter is Short => letter in shortNames;

const end = (text: string) => {
  const letter = text.charAt(0);
  if (!isShort(letter)) throw new Error(text);
  return { [shortNames[letter]]: text };
};

/** `i1>p1 passes=0.4 from=2026-01-01` as a link. */
const link = (text: string) => {
  const [ends = '', ...parts] = text.split(' ');
  const [giver = '', receiver = ''] = ends.split('>');
  const { passes, contributes, ...period } = Object.fromEntries(parts.map((part) => part.split('=')));
  const shares = {
    ...(passes === undefined ? {} : { passes: Number(passes) }),
    ...(contributes === undefined ? {} : { contributes: Number(contributes) }),
  };
  return { giver: end(giver), receiver: end(receiver), grade: 'E' as const, rationale: 'r', ...shares, ...period };
};

const find = (links: string) => told(chainShares, { chainLinks: links.split('; ').map(link) });

test.each([
  ['a stub is left', 'i1>p1 passes=0.4; i1>p2 passes=0.5', []],
  ['all is passed on, in decimals', 'i1>p1 passes=0.1; i1>p2 passes=0.2; i1>p3 passes=0.7', []],
  [
    'more is passed on than there is',
    'i1>p1 passes=0.4; i1>p2 passes=0.7',
    [
      'chain-link investment.i1.initiative.p2 passes: 0.7 → at most 1 passed on by the investment i1, not 1.1 (0.4 initiative p1 + 0.7 initiative p2)',
    ],
  ],
  [
    'more by a millionth',
    'i1>p1 passes=0.5; i1>p2 passes=0.500001',
    [expect.stringContaining('not 1.000001 (0.5 initiative p1 + 0.500001 initiative p2)')],
  ],
  ['two givers pass on all they have', 'i1>p1 passes=1; i2>p1 passes=1', []],
  ['two givers of two kinds have one key', 'o1>b1 passes=1; b1>b2 passes=1', []],
  ['others have caused the rest', 'p1>c1 contributes=0.3; p2>c1 contributes=0.3', []],
  [
    'more is owed than there is',
    'p1>c1 contributes=0.8; p2>c1 contributes=0.3',
    [
      'chain-link initiative.p2.capability.c1 contributes: 0.3 → at most 1 contributed to the capability c1, not 1.1 (0.8 initiative p1 + 0.3 initiative p2)',
    ],
  ],
  ['two receivers owe all to one', 'p1>c1 contributes=1; p1>c2 contributes=1', []],
  ['what is passed and what is owed are one each', 'p1>c1 passes=1 contributes=1', []],
  ['one link follows the other', 'i1>p1 passes=1 to=2026-01-01; i1>p2 passes=1 from=2026-01-01', []],
  [
    'two links have a day in common',
    'i1>p1 passes=1 to=2026-01-02; i1>p2 passes=1 from=2026-01-01',
    [expect.stringContaining('not 2 on 2026-01-01 (1 initiative p1 + 1 initiative p2)')],
  ],
  [
    'it is so on several days, once and at the first',
    'i1>p1 passes=0.9; i1>p2 passes=0.2 from=2026-01-01; i1>p3 passes=0.2 from=2025-01-01',
    [expect.stringMatching(/^chain-link investment\.i1\.initiative\.p3\.2025-01-01 .*not 1\.1 on 2025-01-01/)],
  ],
  ['a link claims no share', 'i1>p1 passes=1; i1>p2', []],
])('shares are looked at where %s', (_, links, expected) => {
  expect(find(links)).toEqual(expected);
});

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
const anyLink = fc.record({
  share: fc.integer({ min: 0, max: 10 }),
  from: fc.option(fc.integer({ min: 0, max: 2 })),
  to: fc.option(fc.integer({ min: 1, max: 3 })),
});

test('shares are refused exactly when those of some day are more than one', () => {
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 5 }), (links) => {
      const apart = links.filter(({ from, to }) => from === null || to === null || from < to);
      const excess = days.some((_, day) => {
        const holding = apart.filter(({ from, to }) => (from ?? 0) <= day && day < (to ?? days.length));
        return holding.reduce((sum, { share }) => sum + share, 0) > 10;
      });
      const stated = apart.map(({ share, from, to }, n) => ({
        ...link(`i1>p${n} passes=${share / 10}`),
        from: from === null ? undefined : days[from],
        to: to === null ? undefined : days[to],
      }));
      expect(told(chainShares, { chainLinks: stated })).toHaveLength(excess ? 1 : 0);
    }),
  );
});
