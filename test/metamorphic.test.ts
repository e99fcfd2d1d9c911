import { test } from 'vitest';
import {
  commentsOnlyCoordinate,
  moreTeamsMoreHandoffs,
  namesMeanNothing,
  onlyDistancesCount,
  twoEqualPeriodsAreOne,
} from './metamorphic.ts';

test.each([
  ['items and teams have other names', namesMeanNothing],
  ['all times are moved by whole weeks', onlyDistancesCount],
  ['somebody comments, but for what counts comments', commentsOnlyCoordinate],
  ['one team becomes two, but for more hand-offs', moreTeamsMoreHandoffs],
  ['a period comes twice, but for twice the cases', twoEqualPeriodsAreOne],
])('the figures stay when %s', { timeout: 300_000 }, (_, law) => law({ numRuns: 6, interruptAfterTimeLimit: 120_000 }));
