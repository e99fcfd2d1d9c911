import { expect, test } from 'vitest';
import { Scorecard } from './scorecard.ts';

test.each([
  ['a metric of the product', { metric: 'flow.flow-time' }, true],
  ['an outcome', { outcome: 'o' }, true],
  ['one of its own, with its distance from benefit', { signal: 4 }, true],
  ['one of its own, at no known distance', {}, false],
  ['a metric whose distance is known already', { metric: 'flow.flow-time', signal: 3 }, false],
  ['one that is further than activity', { signal: 5 }, false],
])('a scorecard may measure %s', (_, measure, allowed) => {
  const scorecard = { key: 'x', audience: 'board', measures: [{ key: 'm', ...measure }] };
  expect(Scorecard.safeParse(scorecard).success).toBe(allowed);
});
