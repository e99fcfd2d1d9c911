import { expect, test } from 'vitest';
import { rhythmText } from './rhythm.ts';

test.each([
  ['P1D', 'every day'],
  ['P7D', 'every week'],
  ['P2W', 'every 2 weeks'],
  ['P10D', 'every 10 days'],
  ['PT8H', 'every 8 hours'],
  ['PT90M', 'every 90 minutes'],
  ['PT1S', 'every second'],
])('%s is %s', (rhythm, text) => {
  expect(rhythmText(rhythm)).toBe(text);
});
