import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { benefitCircles } from './benefit-circles.ts';

const link = (text: string) => {
  const [giver = '', receiver = ''] = text.split('>');
  return {
    giver: { benefit: giver },
    receiver: { benefit: receiver },
    grade: 'E' as const,
    rationale: 'r',
  };
};

test.each([
  ['not along a line', 'a>b b>c', []],
  ['not on two ways to one end', 'a>b a>c b>d c>d', []],
  [
    'through itself',
    'a>a',
    ['chain-link benefit.a.benefit.a receiver.benefit: a → a → a benefit that does not feed a'],
  ],
  [
    'through others, by the shortest way',
    'a>b b>c b>x x>c c>a',
    ['chain-link benefit.c.benefit.a receiver.benefit: c → a → b → c → a benefit that does not feed c'],
  ],
  [
    'once for each link that closes one',
    'a>b b>a c>d d>c',
    [
      'chain-link benefit.b.benefit.a receiver.benefit: b → a → b → a benefit that does not feed b',
      'chain-link benefit.d.benefit.c receiver.benefit: d → c → d → a benefit that does not feed d',
    ],
  ],
])('a benefit feeds itself: %s', (_, links, expected) => {
  expect(told(benefitCircles, { chainLinks: links.split(' ').map(link) })).toEqual(expected);
});

test('an outcome under the key of a benefit closes no circle', () => {
  const chainLinks = [link('a>b'), { ...link('b>a'), giver: { outcome: 'b' } }];
  expect(told(benefitCircles, { chainLinks })).toEqual([]);
});
